---- MODULE MCRelay ----
EXTENDS Relay
Constants == [Number |-> Number, Limit |-> Limit]
====
