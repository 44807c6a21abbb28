---------------------------- MODULE Registrations -----------------------------
(****************************************************************************)
(* The steps of REGISTER_MEMORY and UNREGISTER_MEMORY.                      *)
(*                                                                          *)
(*   REGISTER    look -> pin -> again -> charge -> enable -> publish        *)
(*                 \             |  \                                       *)
(*                  share      share unpin                                  *)
(*   UNREGISTER  look -> retire -> withdraw -> uncharge -> unpin            *)
(*                                                                          *)
(* Pages are pinned with no lock of ours held, between two decisions.  The  *)
(* second is made from the start, since the state may be another by then;   *)
(* a pin that is not needed any more is given back.                         *)
(****************************************************************************)
EXTENDS Threads

------------------------------------------------------------------------------
(* Decisions, each at one moment under the registration lock                *)

(* Share a block, make a fresh one, or refuse.                              *)
Judged(cmd) ==
    IF cmd.container \notin typed THEN "EINVAL"
    ELSE IF Same(cmd) # {}
    THEN IF \E b \in Same(cmd) : cmd.container \in block[b].holders
         THEN "EBUSY" ELSE "share"
    ELSE IF Exceeds(cmd, cmd.size) THEN "ENOMEM"
    ELSE IF Overlapped(cmd) # {} THEN "EINVAL"
    ELSE "fresh"

(* If nothing else stands against it, memory that cannot be pinned does:    *)
(* that is found out later, and is true as of now.                          *)
FirstVerdict(cmd) ==
    IF Judged(cmd) = "fresh" /\ cmd.env.pinned < cmd.size THEN "EFAULT"
    ELSE Judged(cmd)

SecondVerdict(cmd) == Judged(cmd)

AfterLook == "pin"
AfterPin == "again"
AfterAgain == "charge"
AfterCharge(w) == IF w.cmd.container \in enabled THEN "publish" ELSE "enable"

(* The charge is refused where it is made.                                  *)
ChargeFails(cmd) == FALSE

------------------------------------------------------------------------------
(* A call that has its result gives back what it still has.                 *)
Settled(w, r) ==
    IF w.pinned > 0 THEN [w EXCEPT !.at = "unpin", !.result = r]
    ELSE IF w.charged > 0 THEN [w EXCEPT !.at = "uncharge", !.result = r]
    ELSE Ended(w, r)

RegisterLook(t, w) ==
    LET v    == FirstVerdict(w.cmd)
        next == CASE v = "share" -> [w EXCEPT !.at = "share"]
                  [] v = "fresh" -> [w EXCEPT !.at = AfterLook]
                  [] v = "EFAULT" -> [w EXCEPT !.at = "pin", !.result = v]
                  [] OTHER -> Settled(w, v)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Pin(t, w) ==
    LET short == w.cmd.env.pinned < w.cmd.size
        next  == IF short THEN Settled(w, "EFAULT")
                 ELSE [w EXCEPT !.at = AfterPin, !.pinned = w.cmd.size]
    IN  /\ Goes(t, next)
        /\ pins' = pins + next.pinned
        /\ UNCHANGED <<lockedVm, index, block, session, tces>>

Again(t, w) ==
    LET v    == SecondVerdict(w.cmd)
        next == CASE v = "share" -> [w EXCEPT !.at = "share"]
                  [] v = "fresh" -> [w EXCEPT !.at = AfterAgain]
                  [] OTHER -> Settled(w, v)
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Share(t, w) ==                            \* TAKES EFFECT: OK
    LET next == Settled(w, "OK")
    IN  /\ Goes(t, next)
        /\ \E b \in Same(w.cmd) :
              block' = [block EXCEPT ![b].holders = @ \cup {w.cmd.container}]
        /\ enabled' = enabled \cup {w.cmd.container}
        /\ UNCHANGED <<lockedVm, index, typed, windows, owed, tces, pins>>

Charge(t, w) ==
    LET fails == ChargeFails(w.cmd)
        next  == IF fails THEN Settled(w, "ENOMEM")
                 ELSE [w EXCEPT !.at = AfterCharge(w), !.charged = w.cmd.size]
    IN  /\ Goes(t, next)
        /\ lockedVm' = lockedVm + next.charged
        /\ UNCHANGED <<index, block, session, tces, pins>>

Enable(t, w) ==
    LET next == [w EXCEPT !.at = "publish", !.first = TRUE]
    IN  /\ Goes(t, next)
        /\ enabled' = enabled \cup {w.cmd.container}
        /\ UNCHANGED <<lockedVm, index, block, typed, windows, owed, tces,
                       pins>>

Publish(t, w) ==                          \* TAKES EFFECT: OK
    LET id   == Least(Reusable)
        new  == [ua |-> w.cmd.vaddr, size |-> w.cmd.size,
                 holders |-> {w.cmd.container}, live |-> 0]
    IN  /\ Goes(t, Ended(w, "OK"))
        /\ index' = index \cup {id}
        /\ block' = [block EXCEPT ![id] = new]
        /\ UNCHANGED <<lockedVm, session, tces, pins>>

Unpin(t, w) ==
    LET next == Settled([w EXCEPT !.pinned = 0], w.result)
    IN  /\ Goes(t, next)
        /\ pins' = pins - w.pinned
        /\ UNCHANGED <<lockedVm, index, block, session, tces>>

Uncharge(t, w) ==
    LET next == Settled([w EXCEPT !.charged = 0], w.result)
    IN  /\ Goes(t, next)
        /\ lockedVm' = lockedVm - w.charged
        /\ UNCHANGED <<index, block, session, tces, pins>>

------------------------------------------------------------------------------
(* UNREGISTER_MEMORY                                                        *)

(* No TCE refers to the block.                                              *)
Unused(b) == block[b].live = 0

UnregisterLook(t, w) ==
    LET c    == w.cmd.container
        mine == {b \in Same(w.cmd) : c \in block[b].holders}
        last == {b \in mine : block[b].holders = {c}}
        next == IF c \notin typed THEN Ended(w, "EINVAL")
                ELSE IF ~Bound(c) THEN Ended(w, "EPERM")
                ELSE IF mine = {} THEN Ended(w, "ENOENT")
                ELSE IF last = {} THEN Ended(w, "OK")   \* TAKES EFFECT
                ELSE [w EXCEPT !.at = "retire", !.block = Least(last)]
    IN  /\ Goes(t, next)
        /\ block' = [b \in BlockId |->
                        IF b \in mine \ last
                        THEN [block[b] EXCEPT !.holders = @ \ {c}]
                        ELSE block[b]]
        /\ UNCHANGED <<lockedVm, index, session, tces, pins>>

(* One exchange: from none to dead, for ever.                               *)
Retire(t, w) ==
    LET next == IF Unused(w.block) THEN [w EXCEPT !.at = "withdraw"]
                ELSE Ended(w, "EBUSY")                  \* TAKES EFFECT
    IN  /\ Goes(t, next)
        /\ block' = IF Unused(w.block)
                    THEN [block EXCEPT ![w.block].live = Dead] ELSE block
        /\ UNCHANGED <<lockedVm, index, session, tces, pins>>

Withdraw(t, w) ==                         \* TAKES EFFECT: OK
    LET size == block[w.block].size
        next == [w EXCEPT !.at = "uncharge", !.result = "OK",
                          !.block = NoBlock,
                          !.charged = size, !.pinned = size]
    IN  /\ Goes(t, next)
        /\ index' = index \ {w.block}
        /\ block' = [block EXCEPT ![w.block] = Gone]
        /\ UNCHANGED <<lockedVm, session, tces, pins>>
==============================================================================
