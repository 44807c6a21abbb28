---------------------------- MODULE PositiveValues ----------------------------
(****************************************************************************)
(* The positive values that quirks answer with.  What a command answers is  *)
(* the business of the quirk that makes it positive; the value is here, in  *)
(* one place, because the norm has one operator for all commands.           *)
(****************************************************************************)
EXTENDS SpaprTce

(* Pages that the kernel pins in one go: a block of the largest size that   *)
(* its allocator has, filled with addresses.                                *)
PinChunk == 2 ^ 21

(* Pages of the last chunk that could be pinned.                            *)
PinnedOfChunk(cmd) == Pages(cmd.env.pinned) % PinChunk

(* REGISTER_MEMORY gives out a number of pages, MAP_DMA and UNMAP_DMA the   *)
(* truth of a comparison.                                                   *)
ValueOfPositive(cmd) ==
    IF cmd.op = "REGISTER_MEMORY" THEN PinnedOfChunk(cmd) ELSE 1
==============================================================================
