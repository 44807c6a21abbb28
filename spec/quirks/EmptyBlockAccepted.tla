------------------------- MODULE EmptyBlockAccepted --------------------------
(****************************************************************************)
(* REGISTER_MEMORY accepts a block without pages and remembers it. The      *)
(* class of a defect of the type1 driver in Linux 3.11.                     *)
(****************************************************************************)
EXTENDS SpaprTce

NeverEmpty(cmd) == FALSE
==============================================================================
