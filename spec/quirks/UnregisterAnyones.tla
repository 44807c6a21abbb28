-------------------------- MODULE UnregisterAnyones --------------------------
(****************************************************************************)
(* UNREGISTER_MEMORY gives up a hold of any container of the same process:  *)
(* blocks know how often they are held and not by whom.  Up to Linux 4.9;   *)
(* in the source of 4.4.                                                    *)
(****************************************************************************)
EXTENDS SpaprTce

SomeoneHolds(cmd) == \E r \in Named(cmd) : r.holders # {}

AnyHold(c, r) ==
    IF c \in r.holders \/ r.holders = {} THEN {c}
    ELSE {CHOOSE h \in r.holders : TRUE}
==============================================================================
