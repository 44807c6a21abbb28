---- MODULE Spec ----
EXTENDS Right, Left
E == <<LeftValue, RightValue>>
====
