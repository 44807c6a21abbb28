-------------------------- MODULE UnmapNotLastPage ---------------------------
(****************************************************************************)
(* UNMAP_DMA refuses a range that ends at the top of the address space: its *)
(* end is computed as the address after it, which is zero. A defect of the  *)
(* type1 driver up to Linux 4.3.                                            *)
(****************************************************************************)
EXTENDS SpaprTce

UnmapEndsAtTop(cmd) ==
    LeavesWindow(cmd) \/ cmd.iova + cmd.size >= AddressTop
==============================================================================
