------------------------- MODULE ConcurrentInvariants -------------------------
(****************************************************************************)
(* What holds between the steps of the algorithm, each in a sentence.       *)
(****************************************************************************)
EXTENDS SpaprTceConcurrent

(* The count of a block is the number of TCEs that refer to it, of those    *)
(* that are about to, and of those that just ceased to.                     *)
LiveInv ==
    \A b \in index :
        block[b].live # Dead =>
            block[b].live =
                Cardinality({x \in Container \X Window(0) :
                               tces[x[1]][x[2]].block = b})
                + Cardinality({t \in Thread : work[t].at = "swap"
                                              /\ work[t].block = b})
                + Cardinality({t \in Thread : work[t].at = "drop"
                                              /\ work[t].old = b})

(* No call is between its first step and its return.                        *)
Resting == \A t \in Thread : work[t].at \in {"idle", "return"}

(* A block that no container holds has TCEs, or is about to be taken out.   *)
OrphanInv == Completing \/ \A b \in Orphaned : block[b].live > 0

(* While no call is under way the count of a block is the number of TCEs    *)
(* whose address it holds.                                                  *)
RestingInv ==
    Resting =>
        \A b \in index :
            block[b].live =
                Cardinality({x \in Container \X Window(0) :
                               tces[x[1]][x[2]] # NoTce
                               /\ Holds(b, tces[x[1]][x[2]].ua)})

(* A TCE refers to memory that is registered, by a block that is not dead.  *)
RegisteredInv ==
    \A c \in Container : \A k \in Window(c) :
        LET e == tces[c][k]
        IN  e # NoTce => /\ e.block \in index
                         /\ block[e.block].live # Dead
                         /\ Holds(e.block, e.ua)

(* A TCE lies in a window that is there.                                    *)
WindowInv ==
    \A c \in Container : \A k \in Window(c) :
        tces[c][k] # NoTce => windows[c] > 0

(* A container has no more windows than it was given: the default window is *)
(* made once.                                                               *)
OneWindowInv == \A c \in Container : windows[c] <= 1

(* A MAP_DMA that answers OK wrote all its entries.                         *)
AllWrittenInv ==
    \A t \in Thread :
        (/\ work[t].cmd.op = "MAP_DMA"
         /\ work[t].at = "return" /\ work[t].result = "OK")
            => work[t].i = work[t].cmd.size

(* Pinned are the pages of blocks, and those that a thread has to give away *)
(* or to give back.                                                         *)
PinsInv ==
    pins = Sum([b \in index |-> block[b].size])
           + Sum([t \in Thread |-> work[t].pinned])

(* Threads that have not called, or have only to return, hold no lock.      *)
IdleInv == \A t \in Thread : work[t].at \in {"idle", "return"}
                                => work[t].held = {}

(* A MAP_DMA finds the block that it is about to use, and not dead.         *)
AliveInv ==
    \A t \in Thread :
        work[t].at = "take" =>
            \E b \in Target(work[t]) : block[b].live # Dead
==============================================================================
