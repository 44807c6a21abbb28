------------------------- MODULE StaticGroupIsInvalid -------------------------
(****************************************************************************)
(* A group without windows that can be created is refused by version 2 with *)
(* EINVAL.  Linux 6.4 and later; read in the source.                        *)
(****************************************************************************)
EXTENDS SpaprTce

StaticGroupIsEinval == "EINVAL"
==============================================================================
