---------------------------- MODULE CountIn32Bits ----------------------------
(****************************************************************************)
(* The count of live TCEs is looked at with 32 of its 64 bits when a block  *)
(* is given up, so a block with 2^32 of them looks idle.  Up to Linux 5.11; *)
(* in the source.                                                           *)
(****************************************************************************)
EXTENDS SpaprTce

CountRange == 2 ^ 32

LooksMapped(cmd) ==
    \E r \in Named(cmd) :
        /\ r.holders = GivenUp(cmd.container, r)
        /\ r.live % CountRange > 0
==============================================================================
