---- MODULE Spec ----
VARIABLE x
O == INSTANCE Outer WITH L <- x
P == INSTANCE Outer WITH L <- 7
E == <<O!I!Value, P!I!Value, P!Both>>
====
