----------------------------- MODULE Environment -----------------------------
(****************************************************************************)
(* Steps of the world around the interface, which no command takes.         *)
(****************************************************************************)
EXTENDS Queries

(* Something else than this interface, like mlock(), has n pages of         *)
(* locked_vm of process p.                                                  *)
LockedElsewhere(p, n) ==
    /\ elsewhere' = [elsewhere EXCEPT ![p] = n]
    /\ lockedVm' = [lockedVm EXCEPT ![p] = @ - elsewhere[p] + n]
    /\ UNCHANGED <<containers, groups, regions, windows, mappings>>
==============================================================================
