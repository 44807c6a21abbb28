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

(* Locks are taken in descending order.                                     *)
SlipFirst(locks) == CHOOSE x \in locks : \A y \in locks : y <= x

(* A pin that lost the race is forgotten.                                   *)
SlipSettled(w, r) == Ended(w, r)

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
==============================================================================
