---- MODULE Outer ----
EXTENDS Naturals
CONSTANT L
More == L + 1
I == INSTANCE Inner WITH K <- More
Both == I!Value + More
====
