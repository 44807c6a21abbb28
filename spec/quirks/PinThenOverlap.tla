---------------------------- MODULE PinThenOverlap ----------------------------
(****************************************************************************)
(* The last checks of REGISTER_MEMORY in the order of Linux 5.1 and later:  *)
(* the limit, the memory for records, pinning, overlap.  It is one of those *)
(* that the norm allows; seen on a running 6.12.                            *)
(****************************************************************************)
EXTENDS SpaprTce

PinsSecond == 11
OverlapsThird == 12
==============================================================================
