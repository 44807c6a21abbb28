---- MODULE Spec ----
VARIABLE x
Value == 3
I == INSTANCE Counter WITH count <- x
Next == I!Both(LAMBDA p : p, Value) \/ I!Same
====
