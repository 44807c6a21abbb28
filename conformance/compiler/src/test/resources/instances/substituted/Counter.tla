---- MODULE Counter ----
EXTENDS Naturals, Sequences
CONSTANT Step, Op(_)
VARIABLE count
vars == <<count>>
LOCAL Twice(p) == 2 * p
Value == Twice(count)
Sum(p) == Value + p + Step
Start == count = Step
Go == count' = Op(count) + Step
Pick == SelectSeq(<<1, count>>, Op)
Both(F(_), p) == count' = F(p) /\ UNCHANGED count
Next == Start' /\ (Sum(1) = 2)'
====
