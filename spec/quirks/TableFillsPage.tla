---------------------------- MODULE TableFillsPage ----------------------------
(****************************************************************************)
(* A table fills at least a page of the host, and the window is as large as *)
(* its table, whatever was asked for.  Sizes and shifts are unsigned words  *)
(* of 32 bits that wrap around: a window smaller than its page is accepted  *)
(* down to an eighth of it, and 128 more than a page shift stands for that  *)
(* page shift.  For what is beyond that, the size of the table comes out as *)
(* nothing, or as nonsense that is charged before the width of the levels   *)
(* turns it down.  All versions; seen on a running 6.12.  (Before 4.19 the  *)
(* mirror of the table was charged later.)                                  *)
(****************************************************************************)
EXTENDS SpaprTce

(* One shifted left by n, as the processor does it: it looks at the seven   *)
(* lowest bits of n, and 64 and more leave nothing of a word of 64 bits.    *)
ShiftedOne(n) == IF n % 128 < 64 THEN 2 ^ (n % 128) ELSE 0

EntryShift == Log2(EntryBytes)

(* log2 of the bytes of one table of a level.                               *)
LevelShift(shift, size, levels) ==
    LET sum  == EntryBits(shift, size) + levels - 1
        bits == IF sum >= 0 THEN sum \div levels + EntryShift
                ELSE ((sum + 2 ^ 32) \div levels + EntryShift) % 2 ^ 32
    IN  Max(bits, Log2(PageSize))

RoundedLevelBytes(shift, size, levels) ==
    ShiftedOne(LevelShift(shift, size, levels))

(* Bytes of the table and its mirror.                                       *)
RoundedTableBytes(shift, size, levels) ==
    LET lowest == Max(LeastTable,
                      ShiftedOne(EntryBits(shift, size) + EntryShift))
        level  == RoundedLevelBytes(shift, size, levels)
    IN  IF level = 0 THEN 0 ELSE 2 * AllLevels(lowest, level, levels)

RoundedTablePages(shift, size, levels) ==
    RoundedTableBytes(shift, size, levels) \div PageSize

RoundedTooWide(shift, size, levels) ==
    (LevelShift(shift, size, levels) - EntryShift) * levels + shift
        >= TableAddressBits

RoundedWindowBytes(shift, size) ==
    2 ^ (shift + Max(EntryBits(shift, size), Log2(PageSize) - EntryShift))

KnownLowBits(cmd) ==
    cmd.pageShift % 128 \in Capability(cmd.container).shifts

(* A size is wrong where the size of its table comes out as nothing.        *)
WrongRoundedSize(cmd) ==
    /\ KnownLowBits(cmd)
    /\ \/ ~PowerOfTwo(cmd.size)
       \/ /\ ~WrongLevels(cmd)
          /\ RoundedTableBytes(cmd.pageShift, cmd.size, cmd.levels) = 0
==============================================================================
