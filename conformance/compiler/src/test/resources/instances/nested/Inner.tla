---- MODULE Inner ----
EXTENDS Naturals
CONSTANT K
Half == K \div 2
Value == K + Half
====
