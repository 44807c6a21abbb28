-------------------------------- MODULE Pages --------------------------------
(****************************************************************************)
(* Arithmetic of address ranges.  A range is a start and a length in bytes. *)
(* Ranges are compared, never enumerated, so that one text serves a word of *)
(* eight addresses in TLC and one of 2^64 in the compiled oracle.  Integers *)
(* are those of mathematics: nothing wraps around here.                     *)
(****************************************************************************)
EXTENDS Integers, FiniteSets

Min(a, b) == IF a < b THEN a ELSE b
Max(a, b) == IF a < b THEN b ELSE a

Aligned(a, unit) == a % unit = 0

(* The number of bytes that [a, a + la) and [b, b + lb) have in common.     *)
Shared(a, la, b, lb) == Max(0, Min(a + la, b + lb) - Max(a, b))

Overlap(a, la, b, lb) == Shared(a, la, b, lb) > 0

Within(a, la, b, lb) == b <= a /\ a + la <= b + lb

(* The sum of the values of a function with a finite domain.                *)
RECURSIVE SumOver(_, _)
SumOver(f, S) ==
    IF S = {} THEN 0
    ELSE LET x == CHOOSE y \in S : TRUE
         IN  f[x] + SumOver(f, S \ {x})

Sum(f) == SumOver(f, DOMAIN f)

(* The least element of a set of numbers.                                   *)
Least(S) == CHOOSE x \in S : \A y \in S : x <= y

(* The exponent of the largest power of two that is not above n.            *)
RECURSIVE Log2(_)
Log2(n) == IF n < 2 THEN 0 ELSE 1 + Log2(n \div 2)

PowerOfTwo(n) == n > 0 /\ 2 ^ Log2(n) = n

(* n rounded up to a multiple of unit.                                      *)
RoundUp(n, unit) == ((n + unit - 1) \div unit) * unit
==============================================================================
