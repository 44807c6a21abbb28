----------------------------- MODULE KernelSteps ------------------------------
(****************************************************************************)
(* Steps and lock scopes of Linux, as replacements of operators of the      *)
(* algorithm.  A model takes as few of them as its race needs, so that it   *)
(* shows what these alone make possible.                                    *)
(*                                                                          *)
(*   REGISTER  look -> charge -> pin -> again -> publish                    *)
(*   MAP       owed -> make -> made -> look ->                              *)
(*             (find -> take -> swap -> drop -> mirror)*                    *)
(*                                                                          *)
(* Linux has one lock for the lists of blocks, like Registration here, and  *)
(* a lock of each container that REGISTER, UNREGISTER and TCE_REMOVE hold   *)
(* to their end.  MAP_DMA and UNMAP_DMA take no lock, in 4.4 to 7.2.        *)
(****************************************************************************)
EXTENDS ConcurrentInvariants

(* The lock of a container, below those of the process.                     *)
Session(c) == c - Cardinality(Container)

------------------------------------------------------------------------------
(* REGISTER_MEMORY                                                          *)

KernelRegisterLocks(w) ==
    {Session(w.cmd.container)} \cup
    (CASE w.at \in {"look", "again", "share", "publish"} -> {Registration}
       [] w.at = "pin" -> {Memory}
       [] OTHER -> {})

(* Up to 5.0 memory is pinned under the lock of the lists.                  *)
PinningLocks(w) ==
    IF w.at = "pin" THEN {Registration, Memory} ELSE Needed(w)

(* Only the same block is looked for.                                       *)
KernelFirstVerdict(cmd) ==
    IF Same(cmd) = {} THEN "fresh" ELSE Judged(cmd)

(* From 5.1 on only overlap is looked for, and the same block overlaps.     *)
KernelSecondVerdict(cmd) ==
    IF Overlapped(cmd) # {} THEN "EINVAL" ELSE "fresh"

(* From 5.1 on the charge comes first, and is given back if it was in vain. *)
KernelAfterLook == "charge"
KernelChargeFails(cmd) == Exceeds(cmd, cmd.size)
KernelAfterCharge(w) == "pin"
KernelAfterAgain == "publish"

------------------------------------------------------------------------------
(* UNREGISTER_MEMORY                                                        *)

KernelUnregisterLocks(w) ==
    CASE w.at \in {"look", "retire", "withdraw"} ->
            {Session(w.cmd.container), Registration}
      [] w.at = "uncharge" -> {Session(w.cmd.container)}
      [] OTHER -> {}

(* The count is compared in 32 bits of its 64; of a word of two bits here,  *)
(* in the lower one.                                                        *)
HalfUnused(b) == block[b].live % 2 = 0

(* Memory of a block is reused though a MAP_DMA may have found the block:   *)
(* nothing protects what was found (from 5.12 on, the search itself is).    *)
KernelReusable == BlockId \ index

------------------------------------------------------------------------------
(* MAP_DMA, UNMAP_DMA and TCE_REMOVE                                        *)

KernelTableLocks(w) ==
    IF w.cmd.op = "TCE_REMOVE" THEN {Session(w.cmd.container)} ELSE {}

KernelFirstStep(w) == IF w.clearing THEN "swap" ELSE "find"

KernelTableLook(t, w) ==
    LET cmd  == w.cmd
        next == IF cmd.container \notin enabled THEN Ended(w, "EPERM")
                ELSE IF ~HasWindow(cmd) THEN Ended(w, "ENXIO")
                ELSE IF Leaves(cmd) THEN Ended(w, "EINVAL")
                ELSE IF ~Maps(cmd) THEN Clears(w, "OK", cmd.size)
                ELSE AtEntry([w EXCEPT !.result = "OK", !.n = cmd.size], 0)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

(* The block for the next entry is looked for in the list as it is now; if  *)
(* there is none, the entries that were written are cleared.                *)
Find(t, w) ==
    LET found == BlockAt(index, Address(w))
        next  == IF found = {} THEN Clears(w, "EINVAL", w.i)
                 ELSE [w EXCEPT !.at = "take", !.block = Least(found)]
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

KernelTarget(w) == {w.block}

(* A block that is being released ends the loop, and not with an error.     *)
KernelAtDead(w) == Ended(w, "OK")

(* What was meant.                                                          *)
RefusedAtDead(w) == Clears([w EXCEPT !.block = NoBlock], "EINVAL", w.i)

------------------------------------------------------------------------------
(* The entry that the device sees is exchanged; the mirror of the table,    *)
(* from which the kernel knows the block, is read and written after that.   *)

MirrorSwap(t, w) ==
    LET c    == w.cmd.container
        was  == tces[c][Slot(w)]
        ua   == IF w.clearing THEN NoTce.ua ELSE Address(w)
        next == IF was.ua # NoTce.ua THEN "drop" ELSE "mirror"
    IN  /\ Goes(t, [w EXCEPT !.at = next])
        /\ tces' = [tces EXCEPT ![c][Slot(w)].ua = ua]
        /\ UNCHANGED <<lockedVm, index, block, session, pins>>

MirrorDrop(t, w) ==
    LET old == tces[w.cmd.container][Slot(w)].block
    IN  /\ Goes(t, [w EXCEPT !.at = "mirror"])
        /\ block' = IF old = NoBlock THEN block
                    ELSE [block EXCEPT ![old].live = @ - 1]
        /\ UNCHANGED <<lockedVm, index, session, tces, pins>>

Mirror(t, w) ==
    LET new == IF w.clearing THEN NoBlock ELSE w.block
    IN  /\ Goes(t, AtEntry(w, w.i + 1))
        /\ tces' = [tces EXCEPT ![w.cmd.container][Slot(w)].block = new]
        /\ UNCHANGED <<lockedVm, index, block, session, pins>>

------------------------------------------------------------------------------
(* The default window is made by the first command that needs it.           *)

KernelFirstLabel(cmd) ==
    IF cmd.op \in {"MAP_DMA", "UNMAP_DMA"} THEN "owed" ELSE "look"

SeeOwed(t, w) ==
    LET owing == w.cmd.container \in owed
    IN  /\ Goes(t, [w EXCEPT !.at = IF owing THEN "make" ELSE "look"])
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

MakeWindow(t, w) ==
    /\ Goes(t, [w EXCEPT !.at = "made"])
    /\ windows' = [windows EXCEPT ![w.cmd.container] = @ + 1]
    /\ lockedVm' = lockedVm + TableCost
    /\ UNCHANGED <<index, block, typed, enabled, owed, tces, pins>>

NoteMade(t, w) ==
    /\ Goes(t, [w EXCEPT !.at = "look"])
    /\ owed' = owed \ {w.cmd.container}
    /\ UNCHANGED <<lockedVm, index, block, typed, enabled, windows, tces, pins>>

KernelStep(t, w) ==
    CASE w.at = "find" -> Find(t, w)
      [] w.at = "mirror" -> Mirror(t, w)
      [] w.at = "owed" -> SeeOwed(t, w)
      [] w.at = "make" -> MakeWindow(t, w)
      [] w.at = "made" -> NoteMade(t, w)
==============================================================================
