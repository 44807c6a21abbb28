------------------------- MODULE LargeBlockNoMemory --------------------------
(****************************************************************************)
(* The records of a block must fit one piece of memory from the kernel's    *)
(* allocator, which sets blocks an end: 128 GiB with pages of 64 KiB. It    *)
(* came and went between Linux 5.0 and 5.1.  No defect at this level: the   *)
(* norm lets the machine have too little memory.                            *)
(****************************************************************************)
EXTENDS SpaprTce

(* The largest piece that the allocator has, bytes.                         *)
LargestPiece == 2 ^ 24

RecordsInOnePiece(cmd) ==
    IF 8 * Pages(cmd.size) > LargestPiece THEN cmd.env.records + 1
    ELSE 8 * Pages(cmd.size)
==============================================================================
