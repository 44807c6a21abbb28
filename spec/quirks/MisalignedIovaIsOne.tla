------------------------- MODULE MisalignedIovaIsOne -------------------------
(****************************************************************************)
(* MAP_DMA and UNMAP_DMA answer 1 to a misaligned bus address: the check    *)
(* became a macro that is true or false, and its value is what the command  *)
(* returns.  Nothing is mapped or unmapped.  Linux 4.12 and later; seen on  *)
(* a running 6.12.                                                          *)
(****************************************************************************)
EXTENDS PositiveValues

MisalignedIovaIsPositive == "POSITIVE"
==============================================================================
