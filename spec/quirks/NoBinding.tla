------------------------------ MODULE NoBinding ------------------------------
(****************************************************************************)
(* A container is bound to no process: whoever has its file uses it, each   *)
(* with the blocks of its own address space.  Up to Linux 4.9; in the       *)
(* source of 4.4.                                                           *)
(****************************************************************************)
EXTENDS SpaprTce

NobodyIsForeign(cmd) == FALSE

NeverUnbound(cmd) == FALSE

BlocksOfCaller(cmd) == {r \in regions : r.process = cmd.process}
==============================================================================
