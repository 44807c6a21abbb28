------------------------------- MODULE Releases -------------------------------
(****************************************************************************)
(* The steps of UNSET_CONTAINER of the last group, by which a container is  *)
(* released.                                                                *)
(*                                                                          *)
(*   RELEASE  look -> leave -> letgo -> (swap -> drop)* -> close -> expire  *)
(*                                                                -> unpin  *)
(*                                                                          *)
(* leave makes the container one that has nothing, letgo takes its holds    *)
(* off all blocks, its TCEs go as in TCE_REMOVE, and expire takes out the   *)
(* blocks that nothing refers to any more.  A block to which a table of     *)
(* another container refers becomes an orphan.  All locks are held from     *)
(* leave to expire, so that the call takes effect at leave.                 *)
(****************************************************************************)
EXTENDS TableSteps

ReleaseLook(t, w) ==
    LET next == IF w.cmd.container \in typed THEN [w EXCEPT !.at = "leave"]
                ELSE Ended(w, "EINVAL")                 \* TAKES EFFECT
    IN  /\ Goes(t, next)
        /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Leave(t, w) ==                            \* TAKES EFFECT: OK
    LET c    == w.cmd.container
        next == [w EXCEPT !.at = "letgo", !.result = "OK", !.whole = TRUE,
                          !.clearing = TRUE,
                          !.n = WindowSize * windows[c],
                          !.charged = TableCost * windows[c]]
    IN  /\ Goes(t, next)
        /\ typed' = typed \ {c}
        /\ enabled' = enabled \ {c}
        /\ owed' = owed \ {c}
        /\ UNCHANGED <<lockedVm, index, block, windows, tces, pins>>

LetGo(t, w) ==
    LET next == IF w.n > 0 THEN AtEntry(w, 0) ELSE [w EXCEPT !.at = "expire"]
    IN  /\ Goes(t, next)
        /\ block' = [b \in BlockId |->
                        [block[b] EXCEPT !.holders = @ \ {w.cmd.container}]]
        /\ UNCHANGED <<lockedVm, index, session, tces, pins>>
==============================================================================
