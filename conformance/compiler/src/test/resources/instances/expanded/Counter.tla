---- MODULE Counter ----
EXTENDS Naturals
VARIABLE count
Value == count + 1
Both(F(_), p) == count' = F(p) + Value
Same == Both(LAMBDA p : p, Value)
====
