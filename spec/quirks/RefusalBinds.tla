----------------------------- MODULE RefusalBinds -----------------------------
(****************************************************************************)
(* A command binds the container to its caller before it looks at its       *)
(* arguments, so one that is refused for them has bound it all the same:    *)
(* REGISTER_MEMORY, TCE_CREATE and TCE_REMOVE from the first, ENABLE once   *)
(* only the charge can fail.  Linux 4.10 and later; seen on a running 6.12. *)
(****************************************************************************)
EXTENDS SpaprTce

BindsAtOnce(cmd) ==
    \/ /\ cmd.op \in {"REGISTER_MEMORY", "TCE_CREATE", "TCE_REMOVE"}
       /\ Verdict(SessionChecks(cmd, {Version2})) = {"OK"}
    \/ /\ cmd.op = "ENABLE"
       /\ Reaches(EnableChecks(cmd), 6)

BoundAfterRefusal(cmd) == IF BindsAtOnce(cmd) THEN BoundBy(cmd) ELSE containers
==============================================================================
