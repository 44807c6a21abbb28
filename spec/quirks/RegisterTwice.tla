---------------------------- MODULE RegisterTwice ----------------------------
(****************************************************************************)
(* REGISTER_MEMORY of a block that the container holds succeeds and counts  *)
(* once more: the block wants as many UNREGISTER_MEMORY as it had           *)
(* REGISTER_MEMORY.  Up to Linux 4.9; seen when the source of 4.4 was run   *)
(* as a program.  A name that no container has stands for each further hold *)
(* of the same container, the first that is free; there are names for five. *)
(****************************************************************************)
EXTENDS SpaprTce

NeverHeld(cmd) == FALSE

FurtherHolds ==
    <<"a second hold", "a third hold", "a fourth hold", "a fifth hold",
      "a sixth hold">>

FurtherHold(c, r) ==
    IF c \notin r.holders THEN c
    ELSE LET free == {i \in DOMAIN FurtherHolds :
                        FurtherHolds[i] \notin r.holders}
         IN  FurtherHolds[Least(free)]
==============================================================================
