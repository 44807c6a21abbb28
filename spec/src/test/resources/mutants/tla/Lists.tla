-------------------------------- MODULE Lists --------------------------------
(* Lists of checks.                                                         *)
EXTENDS Integers, Sequences

Check(step, clause, result, fails) ==
    [step |-> step, clause |-> clause, result |-> result, fails |-> fails]

Failing(checks) == {i \in DOMAIN checks : checks[i].fails}

Verdict(checks) ==
    IF Failing(checks) = {} THEN {"OK"}
    ELSE {checks[i].result : i \in Failing(checks)}

Small(n) == n >= 0 /\ n < 4

HeaderChecks(cmd) == << Check(1, "ABI-1", "EINVAL", ~Small(cmd.n)) >>
==============================================================================
