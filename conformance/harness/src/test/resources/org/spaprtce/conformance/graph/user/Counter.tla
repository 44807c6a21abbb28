------------------------------- MODULE Counter -------------------------------
EXTENDS Naturals
VARIABLE count
Zero == count = 0
Up == count < 2 /\ count' = count + 1
==============================================================================
