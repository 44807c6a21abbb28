------------------------- MODULE RemovalKeepsCounts --------------------------
(****************************************************************************)
(* The TCEs of a window that is removed go without being counted: their     *)
(* blocks seem mapped for ever.  pSeries up to Linux 6.10, where the window *)
(* was taken from the hardware before it was cleared.                       *)
(****************************************************************************)
EXTENDS SpaprTce

CountsAsTheyWere(c, closing) == regions
==============================================================================
