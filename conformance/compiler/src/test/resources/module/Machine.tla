-------------------------------- MODULE Machine --------------------------------
(****************************************************************************)
(* A module with something of everything: its class is pinned as a whole.   *)
(****************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS Limit, Word
VARIABLES count, log

vars == <<count, log>>

ASSUME LimitAssumption == Limit \in Nat /\ Limit < 9223372036854775808
ASSUME Word # "a b" /\ Word # "a_b" /\ -1 < 9223372036854775807

Small == {n \in 0..Limit : n * n <= Limit}
Odd == Limit % 2 = 1
Other == Limit % 3 = 1
Entry(n, w) == [number |-> n, word |-> w, even |-> n % 2 = 0]
Double(n) == n + n
Twice(F(_), n) == F(F(n))
Last == log[Len(log)]
Has(w) == \E i \in 1..Len(log) : log[i].word = w /\ (IF i > 1 THEN log[i - 1].even ELSE Odd)
class == Twice(Double, count)
Deep == Double(Double(Double(Double(Double(Double(Double(Double(count + 1000))))))))
Long == {Entry(1, "first of the words"), Entry(2, "second of the words"), Entry(3, "third of them")}

Start == count \in Small
Init == Start /\ log = << >>

Write(w) == /\ count < Limit
            /\ count' = count + 1
            /\ log' = Append(log, Entry(count, w))
Forget == log' = << >> /\ UNCHANGED count
Quiet == UNCHANGED vars
Act(w) == Write(w) \/ (Has(w) /\ Forget)
Next == (\E w \in {Word, "b"} : Act(w)) \/ Quiet

Spec == Init /\ [][Next]_vars
CountInv == count <= Limit /\ Len(log) <= count
==============================================================================
