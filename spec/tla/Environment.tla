----------------------------- MODULE Environment -----------------------------
(****************************************************************************)
(* Steps that this version of the spec takes as facts instead of judging:   *)
(* what other commands, other programs and the platform do to the state.    *)
(* A reader of recordings takes such a step when the recording says that it *)
(* happened.  The models of the commands never take one; model MCFacts      *)
(* checks that these steps keep every invariant.                            *)
(****************************************************************************)
EXTENDS Mappings

(* A container is bound to the process by a command outside this spec.      *)
ContainerBound(c) ==
    /\ bound' = bound \cup {c}
    /\ UNCHANGED <<lockedVm, elsewhere, regions, windows, mappings, enabled>>

(* Something else than this interface has n pages of locked_vm.             *)
LockedElsewhere(n) ==
    /\ elsewhere' = n
    /\ lockedVm' = lockedVm - elsewhere + n
    /\ UNCHANGED <<regions, windows, mappings, bound, enabled>>

(* A DMA window appears; its table is charged.  Windows of a container are  *)
(* apart.                                                                   *)
WindowOpened(w) ==
    /\ \A x \in windows :
          x.container = w.container => ~Overlap(x.start, x.size,
                                                w.start, w.size)
    /\ windows' = windows \cup {w}
    /\ lockedVm' = lockedVm + w.table
    /\ UNCHANGED <<elsewhere, regions, mappings, bound, enabled>>

(* A DMA window disappears with its TCEs; its table is no longer charged.   *)
WindowClosed(w) ==
    /\ w \in windows
    /\ windows' = windows \ {w}
    /\ lockedVm' = lockedVm - w.table
    /\ mappings' = Remaining(w.container, w.start, w.size)
    /\ regions' = Recounted({}, Cleared(w.container, w.start, w.size), w.page)
    /\ UNCHANGED <<elsewhere, bound, enabled>>

(* A container lets go of everything it has, after its windows are closed.  *)
(* Taken only where no block survives without a holder.                     *)
ContainerReleased(c) ==
    LET held  == HeldBy(c, regions)
        left  == {[r EXCEPT !.holders = @ \ {c}] : r \in held}
        kept  == {r \in left : r.holders # {}}
        freed == {r \in left : r.holders = {}}
    IN  /\ \A w \in windows : w.container # c
        /\ \A r \in freed : r.live = 0
        /\ regions' = (regions \ held) \cup kept
        /\ lockedVm' = lockedVm - Pages(Sum([r \in freed |-> r.size]))
        /\ bound' = bound \ {c}
        /\ enabled' = enabled \ {c}
        /\ UNCHANGED <<elsewhere, windows, mappings>>
==============================================================================
