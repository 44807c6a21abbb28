-------------------------- MODULE EmptyBlockNoMemory --------------------------
(****************************************************************************)
(* REGISTER_MEMORY of a block of no pages answers ENOMEM: its records, none *)
(* at all, cannot be allocated.  All versions; seen on a running 6.12.      *)
(****************************************************************************)
EXTENDS SpaprTce

EmptyIsNoMemory == "ENOMEM"
==============================================================================
