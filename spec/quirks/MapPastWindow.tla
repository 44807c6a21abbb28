---------------------------- MODULE MapPastWindow -----------------------------
(****************************************************************************)
(* MAP_DMA looks only for the window of its first page, and writes beyond   *)
(* the end of the table.  What is there in the kernel's memory is lost;     *)
(* here, TCEs outside every window stand for it.  All versions; seen on a   *)
(* running 6.12.                                                            *)
(****************************************************************************)
EXTENDS SpaprTce

MapMayLeaveWindow(cmd) == FALSE
==============================================================================
