---- MODULE MCCommit ----
EXTENDS Commit
Constants == [Participant |-> Participant, Nobody |-> Nobody]
====
