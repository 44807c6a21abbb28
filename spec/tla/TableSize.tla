------------------------------ MODULE TableSize -------------------------------
(****************************************************************************)
(* What a TCE table costs.  A table has one or more levels; a table of a    *)
(* level holds a power of two of entries and at least a page of the host.   *)
(* Beside each table the kernel keeps a mirror of the same shape that holds *)
(* user addresses.  The whole of both is charged when the window is made,   *)
(* whether or not every level exists yet [WIN-10].                          *)
(*                                                                          *)
(* shift, size and levels are those of the window: log2 of its page, bytes, *)
(* number of levels.  size is a power of two and not below the page.        *)
(****************************************************************************)
EXTENDS TceState

(* log2 of the number of pages in a window.                                 *)
EntryBits(shift, size) == Log2(size) - shift

(* Bytes of one table of a level.                                           *)
LevelBytes(shift, size, levels) ==
    LET bits == (EntryBits(shift, size) + levels - 1) \div levels
    IN  Max(EntryBytes * 2 ^ bits, PageSize)

(* Bytes of n levels, the lowest of which takes lowest bytes in all.        *)
RECURSIVE AllLevels(_, _, _)
AllLevels(lowest, level, n) ==
    IF n = 0 THEN 0
    ELSE RoundUp(lowest, level)
           + AllLevels(Max(EntryBytes * (lowest \div level), level),
                       level, n - 1)

(* Pages that a table and its mirror are charged.                           *)
TablePages(shift, size, levels) ==
    LET lowest == Max(LeastTable, EntryBytes * 2 ^ EntryBits(shift, size))
        level  == LevelBytes(shift, size, levels)
    IN  (2 * AllLevels(lowest, level, levels)) \div PageSize

(* The levels would translate more address bits than a table may.           *)
TooWide(shift, size, levels) ==
    LET bits == Log2(LevelBytes(shift, size, levels) \div EntryBytes)
    IN  bits * levels + shift >= TableAddressBits
==============================================================================
