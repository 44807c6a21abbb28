--------------------------- MODULE OverlapThenPin ----------------------------
(****************************************************************************)
(* The last checks of REGISTER_MEMORY in the order of Linux up to 5.0:      *)
(* overlap, the limit, the memory for records, pinning.  No defect: the     *)
(* norm allows this order.                                                  *)
(****************************************************************************)
EXTENDS SpaprTce

OverlapsFirst == 9
PinsLast == 11
==============================================================================
