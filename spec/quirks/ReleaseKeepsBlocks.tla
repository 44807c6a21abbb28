------------------------- MODULE ReleaseKeepsBlocks --------------------------
(****************************************************************************)
(* A container that is released leaves its blocks registered, pinned and    *)
(* charged until the address space is gone.  Up to Linux 4.9; in the source *)
(* of 4.4, and seen when that was run as a program.                         *)
(****************************************************************************)
EXTENDS SpaprTce

NothingLetGo(c, blocks) == {}
==============================================================================
