--------------------------- MODULE UpperLevelsFree ---------------------------
(****************************************************************************)
(* The upper levels of a table that does not fill its lowest level are left *)
(* out when it is charged, and counted when it is given back.  Up to Linux  *)
(* 4.9; in the source of 4.4.                                               *)
(****************************************************************************)
EXTENDS SpaprTce

RECURSIVE CountedLevels(_, _, _)
CountedLevels(lowest, level, n) ==
    IF n = 0 THEN 0
    ELSE RoundUp(lowest, level)
           + CountedLevels(RoundUp(EntryBytes * (lowest \div level), level),
                           level, n - 1)

CountedTablePages(cmd) ==
    LET lowest == Max(LeastTable,
                      (EntryBytes * cmd.size) \div 2 ^ cmd.pageShift)
        level  == LevelBytes(cmd.pageShift, cmd.size, cmd.levels)
    IN  (2 * CountedLevels(lowest, level, cmd.levels)) \div PageSize
==============================================================================
