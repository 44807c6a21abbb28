------------------------- MODULE DefaultTableCharged --------------------------
(****************************************************************************)
(* A container of version 1 makes the default window when it first needs    *)
(* it, as version 2 does, and charges its table on top of what ENABLE       *)
(* charged.  Linux 6.4 and later; seen on a running 6.12.                   *)
(****************************************************************************)
EXTENDS SpaprTce

AlwaysCharged(c, shift, size, levels) == TablePages(shift, size, levels)
==============================================================================
