-------------------------------- MODULE Slips ---------------------------------
(****************************************************************************)
(* Slips in the algorithm, each a replacement of one of its operators, and  *)
(* states that must be reachable: the tests of the models' size.            *)
(****************************************************************************)
EXTENDS KernelSteps

(* The decision is not made again after pinning.                            *)
SlipSecondVerdict(cmd) == "fresh"

(* The last holder looks at the count while others map.                     *)
RestlessLocks(w) ==
    IF w.at \in {"retire", "withdraw"} THEN {Registration} ELSE Needed(w)

(* The lock of the table is given back before each entry.                   *)
GapLocks(w) == IF w.at = "take" THEN {} ELSE Needed(w)

(* A container is enabled, and its first block published, beside a MAP_DMA. *)
BesideLocks(w) ==
    IF w.at \in {"enable", "publish"} THEN {Registration} ELSE Needed(w)

(* A call that begins anew takes the lock of the process and keeps that of  *)
(* its table, which comes after it.                                         *)
KeepsTable(t) ==
    Goes(t, [work[t] EXCEPT !.at = "whole", !.whole = TRUE])

KeepingLocks(w) ==
    IF w.at = "whole" THEN {Registration, Table(w.cmd.container)}
    ELSE Needed(w)

(* A pin that lost the race is forgotten.                                   *)
SlipSettled(w, r) == Ended(w, r)

(* The container is not looked at again under the lock of the table.        *)
SlipSameSession(cmd) == TRUE

(* UNMAP_DMA does not look for blocks without holders.                      *)
SlipHindered(cmd) == Maps(cmd) /\ Orphaned # {}

(* A container is released while the tables of others are in use.           *)
OwnTableLocks(w) ==
    IF w.at = "look" THEN {Registration}
    ELSE IF w.at = "unpin" THEN {}
    ELSE {Registration, Table(w.cmd.container)}

(* It drops its holds before it has the tables of others.                   *)
EarlyLocks(w) ==
    IF w.at \in {"leave", "letgo"}
    THEN {Registration, Table(w.cmd.container)} ELSE Needed(w)

(* The owed window is made without the lock of the process; the table is    *)
(* not there yet, and so has no lock.                                       *)
BareLocks(w) ==
    IF w.at \in {"whole", "make"} /\ w.cmd.container \in owed THEN {}
    ELSE Needed(w)

------------------------------------------------------------------------------
(* A pin loses a race to the same block.                                    *)
BaitPinLost ==
    ~\E t \in Thread : work[t].at = "unpin" /\ work[t].result = "OK"
                       /\ work[t].cmd.op = "REGISTER_MEMORY"

(* A MAP_DMA that is refused clears an entry that was there.                *)
BaitRefusalClears ==
    ~\E t \in Thread : work[t].at = "drop" /\ work[t].result = "EINVAL"

(* A TCE is replaced by one to another block.                               *)
BaitReplaced ==
    ~\E t \in Thread : /\ work[t].at = "drop" /\ ~work[t].clearing
                       /\ work[t].old # work[t].block

(* A block without holders lives on.                                        *)
BaitOrphan == Resting => Orphaned = {}

(* A block without holders is registered, and so has a holder again.        *)
BaitAdopted ==
    ~\E t \in Thread : work[t].at = "share"
                       /\ Same(work[t].cmd) \cap Orphaned # {}

(* A container is released while a MAP_DMA of it waits for its table.       *)
BaitReleased ==
    ~\E t \in Thread : work[t].at = "fast" /\ Maps(work[t].cmd)
                       /\ work[t].cmd.container \notin typed
==============================================================================
