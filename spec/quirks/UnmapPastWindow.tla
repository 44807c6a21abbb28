--------------------------- MODULE UnmapPastWindow ----------------------------
(****************************************************************************)
(* UNMAP_DMA looks only for the window of its first page, and clears beyond *)
(* the end of the table.  Linux 4.12 to 6.12; seen on a running 6.12.       *)
(****************************************************************************)
EXTENDS SpaprTce

UnmapMayLeaveWindow(cmd) == FALSE
==============================================================================
