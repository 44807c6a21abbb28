------------------------------- MODULE SpaprTce -------------------------------
(* A norm of two commands: TAKE a number, DROP all.                         *)
EXTENDS Lists

CONSTANTS Command
VARIABLES held

Init == held = {}

Same(cmd) == {x \in held : x = cmd.n}

Near(cmd) ==
    LET close == {x \in held : /\ x > cmd.n - 2
                               /\ x < cmd.n + 2}
    IN  \A x \in close : x = cmd.n => x > 0

TakeChecks(cmd) ==
    HeaderChecks(cmd) \o
    << Check(2, "TAK-1", "EBUSY",
             \/ Same(cmd) # {}
             \/ ~Near(cmd)) >>

DropChecks(cmd) == << Check(3, "DRO-1", "EINVAL", cmd.n > 9) >>

Checks(cmd) ==
    IF cmd.op = "TAKE" THEN TakeChecks(cmd) ELSE DropChecks(cmd)

Results(cmd) == Verdict(Checks(cmd))

Do(cmd, r) ==
    /\ r \in Results(cmd)
    /\ held' = CASE r # "OK" -> held
                 [] cmd.op = "TAKE" -> held \cup {cmd.n}
                 [] OTHER -> {}

Next == \E cmd \in Command : \E r \in {"OK", "EINVAL", "EBUSY"} : Do(cmd, r)
==============================================================================
