-------------------------- MODULE ShortPinIsPositive --------------------------
(****************************************************************************)
(* REGISTER_MEMORY of a block of which only a first part can be pinned      *)
(* answers the number of pages that could be, and registers nothing.  Pages *)
(* are pinned chunk by chunk, and the count is that of the last chunk; a    *)
(* chunk whose first page fails gives EFAULT.  Linux 5.1 and later; seen on *)
(* a running 6.12.                                                          *)
(****************************************************************************)
EXTENDS PositiveValues

ShortPinResult(cmd) ==
    IF PinnedOfChunk(cmd) > 0 THEN "POSITIVE" ELSE "EFAULT"
==============================================================================
