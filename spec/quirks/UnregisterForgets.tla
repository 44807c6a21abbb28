-------------------------- MODULE UnregisterForgets --------------------------
(****************************************************************************)
(* UNREGISTER_MEMORY of the last hold of a block that TCEs refer to answers *)
(* 0: looking the block up takes a reference, of the two that are then      *)
(* given back the second fails because of the TCEs, and that failure is     *)
(* dropped.  The container forgets the block.  Linux 5.0 and later; seen on *)
(* a running 6.12.  What becomes of the block is OrphansStay.               *)
(****************************************************************************)
EXTENDS SpaprTce

NeverStillMapped(cmd) == FALSE
==============================================================================
