---- MODULE Inner ----
EXTENDS Naturals
CONSTANT K
Value == K + 1
Above == Value
====
