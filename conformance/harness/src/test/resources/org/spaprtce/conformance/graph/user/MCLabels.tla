---- MODULE MCLabels ----
EXTENDS Labels
Constants == [none |-> 0]
====
