--------------------------- MODULE TablesUncharged ---------------------------
(****************************************************************************)
(* Tables are not charged, so that a process makes the kernel use memory    *)
(* beyond its limit.  The class of a defect of the type1 driver, whose      *)
(* mappings took memory that nobody counted (CVE-2019-3882).                *)
(****************************************************************************)
EXTENDS SpaprTce

NothingCharged(c, shift, size, levels) == 0
==============================================================================
