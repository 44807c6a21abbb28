------------------------------ MODULE TableSteps ------------------------------
(****************************************************************************)
(* The steps of MAP_DMA, UNMAP_DMA and TCE_REMOVE, entry by entry.          *)
(*                                                                          *)
(*   MAP     look -> fast -> (take -> swap -> drop)*                        *)
(*             \       \                                                     *)
(*            whole   whole -> judge -> (take -> swap -> drop)* -> expire   *)
(*                         \                 /                      |       *)
(*                          ---> make -------                     unpin     *)
(*   UNMAP   the same without take                                          *)
(*   REMOVE  look -> judge -> (swap -> drop)* -> close -> expire -> unpin   *)
(*                                                                          *)
(* take counts a TCE at the block that it will refer to, swap exchanges the *)
(* entry, drop counts the TCE that was there off its block.                 *)
(*                                                                          *)
(* A call is fast if it is certain to succeed and changes nothing but its   *)
(* table: then it needs the lock of the table only.  Any other is whole,    *)
(* from its first check, with the lock of the process and, where it looks   *)
(* at more than the container, with all locks.  These are held to the end.  *)
(* So the answer is known at fast, judge or make, and the call takes effect *)
(* there; what is still to be written is known to nobody else.              *)
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

(* The entries are done.  Alone with all locks, the thread takes out the    *)
(* blocks that it was the last to use.                                      *)
Finished(w) ==
    IF w.whole /\ Orphaned # {} THEN [w EXCEPT !.at = "expire"]
    ELSE Ended(w, w.result)

(* The thread comes to entry i of its range, if there is one.               *)
AtEntry(w, i) ==
    LET x == [w EXCEPT !.i = i, !.block = NoBlock, !.old = NoBlock]
    IN  IF i < w.n THEN [x EXCEPT !.at = FirstStep(w)]
        ELSE IF w.cmd.op \in {"TCE_REMOVE", "UNSET_CONTAINER"}
             THEN [x EXCEPT !.at = "close"]
        ELSE Finished(x)

Clears(w, r, n) ==
    AtEntry([w EXCEPT !.result = r, !.clearing = TRUE, !.n = n], 0)

Writes(w) ==
    AtEntry([w EXCEPT !.result = "OK", !.n = w.cmd.size, !.seen = index], 0)

------------------------------------------------------------------------------
(* Fast: what the session and the index promise                             *)

Maps(cmd) == cmd.op = "MAP_DMA"

(* As far as the container decides, the call succeeds.                      *)
Allowed(cmd) ==
    /\ cmd.container \in enabled \ owed
    /\ HasWindow(cmd)
    /\ ~Leaves(cmd)

(* The container is still the one that look saw.                            *)
SameSession(cmd) == Allowed(cmd)

(* A block may have to go with its last TCE.                                *)
Hindered(cmd) == Orphaned # {}

TableLook(t, w) ==
    /\ IF Allowed(w.cmd) THEN Goes(t, [w EXCEPT !.at = "fast"])
       ELSE BeginsAnew(t)
    /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Fast(t, w) ==                                           \* TAKES EFFECT: OK
    LET cmd  == w.cmd
        able == /\ SameSession(cmd)
                /\ ~Hindered(cmd)
                /\ Maps(cmd) => Backed(cmd) = cmd.size
        next == IF Maps(cmd) THEN Writes(w) ELSE Clears(w, "OK", cmd.size)
    IN  /\ IF able THEN Goes(t, next) ELSE BeginsAnew(t)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

------------------------------------------------------------------------------
(* Whole                                                                    *)

(* What the container decides.                                              *)
Whole(t, w) ==                            \* TAKES EFFECT if it refuses
    LET c    == w.cmd.container
        next == IF c \notin typed THEN Ended(w, "EINVAL")
                ELSE IF c \notin enabled THEN Ended(w, "EPERM")
                ELSE IF c \notin owed THEN [w EXCEPT !.at = "judge"]
                ELSE IF Exceeds(w.cmd, TableCost) THEN Ended(w, "ENOMEM")
                ELSE [w EXCEPT !.at = "make"]
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

(* What the range decides, given whether the window is there.               *)
Decided(w, there) ==
    LET cmd == w.cmd
    IN  IF cmd.op = "TCE_REMOVE"
        THEN Clears([w EXCEPT !.charged = TableCost], "OK", WindowSize)
        ELSE IF ~there \/ cmd.iova \notin Window(cmd.container)
        THEN Ended(w, "ENXIO")
        ELSE IF Leaves(cmd) THEN Ended(w, "EINVAL")
        ELSE IF ~Maps(cmd) THEN Clears(w, "OK", cmd.size)
        ELSE IF Backed(cmd) < cmd.size THEN Clears(w, "EINVAL", Backed(cmd))
        ELSE Writes(w)

Judge(t, w) ==                                          \* TAKES EFFECT
    /\ Goes(t, Decided(w, windows[w.cmd.container] > 0))
    /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Make(t, w) ==                                           \* TAKES EFFECT
    LET c == w.cmd.container
    IN  /\ Goes(t, Decided(w, TRUE))
        /\ owed' = owed \ {c}
        /\ windows' = [windows EXCEPT ![c] = @ + 1]
        /\ lockedVm' = lockedVm + TableCost
        /\ UNCHANGED <<index, block, typed, enabled, tces, pins>>

(* A window that is owed is renounced.                                      *)
RemoveLook(t, w) ==                       \* TAKES EFFECT unless there is one
    LET c    == w.cmd.container
        next == IF c \in owed THEN Ended(w, "OK")
                ELSE IF windows[c] = 0 THEN Ended(w, "EINVAL")
                ELSE [w EXCEPT !.at = "judge", !.whole = TRUE]
    IN  /\ Goes(t, next)
        /\ owed' = owed \ {c}
        /\ UNCHANGED <<lockedVm, index, block, typed, enabled, windows, tces,
                       pins>>

------------------------------------------------------------------------------
(* The first entry of the range: of the window if all of it is cleared.     *)
From(w) ==
    IF w.cmd.op \in {"TCE_REMOVE", "UNSET_CONTAINER"} THEN 0 ELSE w.cmd.iova

(* The entry that the thread is at.                                         *)
Slot(w) == From(w) + w.i

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
            /\ UNCHANGED <<lockedVm, index, session, tces, pins>>

Swap(t, w) ==
    LET c    == w.cmd.container
        old  == tces[c][Slot(w)].block
        new  == IF w.clearing THEN NoTce
                ELSE [ua |-> Address(w), block |-> w.block]
        next == IF old = NoBlock THEN AtEntry(w, w.i + 1)
                ELSE [w EXCEPT !.at = "drop", !.old = old]
    IN  /\ Goes(t, next)
        /\ tces' = [tces EXCEPT ![c][Slot(w)] = new]
        /\ UNCHANGED <<lockedVm, index, block, session, pins>>

Drop(t, w) ==
    /\ Goes(t, AtEntry(w, w.i + 1))
    /\ block' = [block EXCEPT ![w.old].live = @ - 1]
    /\ UNCHANGED <<lockedVm, index, session, tces, pins>>

Close(t, w) ==
    /\ Goes(t, Finished([w EXCEPT !.charged = 0]))
    /\ windows' = [windows EXCEPT ![w.cmd.container] = 0]
    /\ lockedVm' = lockedVm - TableCost
    /\ UNCHANGED <<index, block, typed, enabled, owed, tces, pins>>

(* Blocks go that neither a container holds nor a TCE refers to.            *)
Expire(t, w) ==
    LET gone == {b \in Orphaned : block[b].live = 0}
        size == Sum([b \in gone |-> block[b].size])
        next == [w EXCEPT !.pinned = size, !.whole = FALSE]
    IN  /\ Goes(t, Settled(next, w.result))
        /\ index' = index \ gone
        /\ block' = [b \in BlockId |-> IF b \in gone THEN Gone ELSE block[b]]
        /\ lockedVm' = lockedVm - size
        /\ UNCHANGED <<session, tces, pins>>
==============================================================================
