------------------------------ MODULE TableSteps ------------------------------
(****************************************************************************)
(* The steps of MAP_DMA, UNMAP_DMA and TCE_REMOVE, entry by entry.          *)
(*                                                                          *)
(*   MAP     look -> (take -> swap -> drop)*                                *)
(*   UNMAP   look -> (swap -> drop)*                                        *)
(*   REMOVE  look -> (swap -> drop)* -> close                               *)
(*                                                                          *)
(* take counts a TCE at the block that it will refer to, swap exchanges the *)
(* entry, drop counts the TCE that was there off its block.  The lock of    *)
(* the table is held from look to the end.  So the answer is known at look, *)
(* and the call takes effect there; what is still to be written is known    *)
(* to nobody else.                                                          *)
(****************************************************************************)
EXTENDS Registrations

(* The bus addresses of a window.                                           *)
Window(c) == 0 .. WindowSize - 1

HasWindow(cmd) ==
    windows[cmd.container] > 0 /\ cmd.iova \in Window(cmd.container)

Leaves(cmd) == cmd.iova + cmd.size > WindowSize

(* The block of a set that holds an address, as a set of at most one.       *)
BlockAt(blocks, ua) == {b \in blocks : Holds(b, ua)}

(* How many pages of the range, from its start, lie in blocks.              *)
Backed(cmd) ==
    Least({cmd.size} \cup
          {k \in 0 .. cmd.size - 1 : BlockAt(index, cmd.vaddr + k) = {}})

FirstStep(w) == IF w.clearing THEN "swap" ELSE "take"

(* The thread comes to entry i of its range, if there is one.               *)
AtEntry(w, i) ==
    LET x == [w EXCEPT !.i = i, !.block = NoBlock, !.old = NoBlock]
    IN  IF i < w.n THEN [x EXCEPT !.at = FirstStep(w)]
        ELSE IF w.cmd.op = "TCE_REMOVE" THEN [x EXCEPT !.at = "close"]
        ELSE Ended(x, w.result)

Clears(w, r, n) ==
    AtEntry([w EXCEPT !.result = r, !.clearing = TRUE, !.n = n], 0)

Writes(w) ==
    AtEntry([w EXCEPT !.result = "OK", !.n = w.cmd.size, !.seen = index], 0)

------------------------------------------------------------------------------
(* What look decides                                                        *)

MapLook(t, w) ==                                        \* TAKES EFFECT
    LET cmd  == w.cmd
        next == IF cmd.container \notin enabled THEN Ended(w, "EPERM")
                ELSE IF ~HasWindow(cmd) THEN Ended(w, "ENXIO")
                ELSE IF Leaves(cmd) THEN Ended(w, "EINVAL")
                ELSE IF Backed(cmd) < cmd.size
                     THEN Clears(w, "EINVAL", Backed(cmd))
                ELSE Writes(w)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, enabled, windows, owed, tces,
                       pins>>

UnmapLook(t, w) ==                                      \* TAKES EFFECT
    LET cmd  == w.cmd
        next == IF cmd.container \notin enabled THEN Ended(w, "EPERM")
                ELSE IF ~HasWindow(cmd) THEN Ended(w, "ENXIO")
                ELSE IF Leaves(cmd) THEN Ended(w, "EINVAL")
                ELSE Clears(w, "OK", cmd.size)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, enabled, windows, owed, tces,
                       pins>>

RemoveLook(t, w) ==                                     \* TAKES EFFECT
    LET next == IF windows[w.cmd.container] = 0 THEN Ended(w, "EINVAL")
                ELSE Clears([w EXCEPT !.charged = TableCost], "OK",
                            WindowSize)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, enabled, windows, owed, tces,
                       pins>>

------------------------------------------------------------------------------
(* The entry that the thread is at.                                         *)
Slot(w) == IF w.cmd.op = "TCE_REMOVE" THEN w.i ELSE w.cmd.iova + w.i

Address(w) == w.cmd.vaddr + w.i

(* The block that the next TCE will refer to, as a set of at most one.      *)
Target(w) == BlockAt(w.seen, Address(w))

(* What becomes of a thread whose next block is dead.  With the lock of the *)
(* table there is no such block.                                            *)
AtDead(w) == Ended(w, "DEAD")

Take(t, w) ==
    \E b \in Target(w) :
        LET dead == block[b].live = Dead
            next == IF dead THEN AtDead(w)
                    ELSE [w EXCEPT !.at = "swap", !.block = b]
        IN  /\ Goes(t, next)
            /\ block' = IF dead THEN block
                        ELSE [block EXCEPT ![b].live = @ + 1]
            /\ UNCHANGED <<lockedVm, index, enabled, windows, owed, tces,
                           pins>>

Swap(t, w) ==
    LET c    == w.cmd.container
        old  == tces[c][Slot(w)].block
        new  == IF w.clearing THEN NoTce
                ELSE [ua |-> Address(w), block |-> w.block]
        next == IF old = NoBlock THEN AtEntry(w, w.i + 1)
                ELSE [w EXCEPT !.at = "drop", !.old = old]
    IN  /\ Goes(t, next)
        /\ tces' = [tces EXCEPT ![c][Slot(w)] = new]
        /\ UNCHANGED <<lockedVm, index, block, enabled, windows, owed, pins>>

Drop(t, w) ==
    /\ Goes(t, AtEntry(w, w.i + 1))
    /\ block' = [block EXCEPT ![w.old].live = @ - 1]
    /\ UNCHANGED <<lockedVm, index, enabled, windows, owed, tces, pins>>

Close(t, w) ==
    /\ Goes(t, Ended(w, "OK"))
    /\ windows' = [windows EXCEPT ![w.cmd.container] = 0]
    /\ lockedVm' = lockedVm - TableCost
    /\ UNCHANGED <<index, block, enabled, owed, tces, pins>>
==============================================================================
