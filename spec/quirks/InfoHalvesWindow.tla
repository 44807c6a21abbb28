-------------------------- MODULE InfoHalvesWindow ---------------------------
(****************************************************************************)
(* GET_INFO reports another size of the default window than it has.         *)
(* pSeries from Linux 6.4 to 6.10; half the size stands for it.             *)
(****************************************************************************)
EXTENDS SpaprTce

HalfSize(c) == Capability(c).size \div 2
==============================================================================
