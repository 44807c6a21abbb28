------------------------------- MODULE Passing -------------------------------
(* Actions and primed variables as arguments, and formulas that assign where *)
(* a value is expected elsewhere.                                            *)
EXTENDS Naturals, Sequences
CONSTANTS Most, Put(_, _, _)
VARIABLES queue, low, high, steps

vars == <<queue, low, high, steps>>
Cells == <<low, high>>
Cell(c) == INSTANCE Counter WITH count <- c
Keep(v) == UNCHANGED v
Any(S, A(_)) == \E s \in S : A(s)
Then(A(_), a, n) == A(a) /\ steps' = (steps + n) % 3

Append2(v, w, e) == w = Append(v, e)
Add(e) == Len(queue) < Most /\ Put(queue, queue', e) /\ Keep(Cells)
Drop(e) == queue # << >> /\ Head(queue) = e /\ queue' = Tail(queue) /\ Keep(<<low, high>>)
Turn(e) == Then(Add, e, 1) \/ Then(Drop, e, 2)

Init == /\ queue = << >> /\ \A i \in {0} : steps = i
        /\ (queue = << >> => Cell(low)!Zero) /\ Cell(high)!Zero

Rise == LET Double(v, w) == w = 2 * v IN
        /\ low > 0 /\ high = 0 /\ Double(low, high')
        /\ \A v \in {1, 2} : low = v => low' = 2 - v
        /\ Keep(<<queue, steps>>)

Stutter == low = 1 /\ [low' = 2 /\ Keep(<<queue, high, steps>>)]_vars

Reset == <<low' \in {0, 1} /\ high' = 0 /\ Keep(<<queue, steps>>)>>_Cells

Moves == \/ Any({1, 2}, Turn)
         \/ Cell(low)!Up /\ Keep(<<queue, high, steps>>)
         \/ Cell(high)!Up /\ low > 0 /\ Keep(<<queue, low, steps>>)
         \/ Rise \/ Stutter \/ Reset

(* A conjunction is one transition to TLC, under one name.                   *)
Next == Moves /\ Len(queue) <= Most

Spec == Init /\ [][Next]_vars
==============================================================================
