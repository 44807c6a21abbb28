----------------------------- MODULE MCInduction ------------------------------
(****************************************************************************)
(* Bounded induction: from every state of a small domain that satisfies the *)
(* invariants, whether it can be reached or not, one call keeps them and    *)
(* does what the properties say.  What the invariants determine exactly,    *)
(* the counts of TCEs and locked_vm, is computed instead of enumerated.     *)
(* Each domain is a module that defines its own MCInit.                     *)
(****************************************************************************)
EXTENDS MCSpaprTce

VARIABLE step   \* 0 in the states of the domain, 1 after one call

stepVars == <<vars, step>>

MCNext == step = 0 /\ step' = 1 /\ CallNext

(* Blocks given as [process, ua, size, holders], with exact counts.         *)
Counted(blocks) ==
    {[process |-> b.process, ua |-> b.ua, size |-> b.size,
      backing |-> PageSize, frames |-> "frames", holders |-> b.holders,
      live |-> Sum([w \in {x \in windows :
                             /\ InVersion2(x.container)
                             /\ containers[x.container].process = b.process}
                      |-> Entries(RunsIn(w), b, w.page)])] : b \in blocks}

(* locked_vm as [ACC-1] says.                                               *)
Due(p) ==
    LET mine == {c \in Container : containers[c].process = p}
    IN  elsewhere[p]
          + Pages(Sum([r \in {b \in regions : b.process = p} |-> r.size]))
          + Sum([w \in {x \in windows : x.container \in mine} |-> w.table])
          + Sum([c \in mine |-> containers[c].locked])

Invariants ==
    /\ TypeInv /\ BlankInv /\ BoundInv /\ OneHomeInv /\ InUseInv
    /\ DeviceOpenInv /\ CompatibleInv /\ LockedInv /\ DisjointInv
    /\ HeldOrMappedInv /\ HolderInv /\ ChargeInv /\ PendingInv /\ StartInv
    /\ ApartInv /\ WindowsInAllGroupsInv /\ TableInv /\ InsideWindowInv
    /\ InsideRegionsInv /\ PageInv /\ OneEntryInv /\ JoinedInv /\ LiveInv
    /\ DeviceInv

Begun == NoneYet /\ step = 0
==============================================================================
