---- MODULE Spec ----
EXTENDS Naturals
VARIABLES x, y
Inc(p) == p + 1
B == INSTANCE Counter WITH Step <- 10, count <- y, Op <- Inc
A == INSTANCE Counter WITH Step <- 1, count <- x, Op <- Inc
At(s) == INSTANCE Counter WITH Step <- s, count <- x + y, Op <- Inc
Init == A!Start /\ B!Start
Next == (A!Go /\ UNCHANGED B!vars) \/ (B!Both(LAMBDA p : p, 3) /\ x' = x) \/ A!Next
E == <<A!Sum(5), B!Sum(5), At(2)!Sum(6), B!Pick, At(3)!Pick>>
====
