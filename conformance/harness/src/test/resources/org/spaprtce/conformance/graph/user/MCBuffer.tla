---- MODULE MCBuffer ----
EXTENDS Buffer
Constants == [Producer |-> Producer, Consumer |-> Consumer, Capacity |-> Capacity]
====
