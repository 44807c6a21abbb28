------------------------------ MODULE MCFixture ------------------------------
EXTENDS SpaprTce

MCCommand == {[op |-> o, n |-> n] : o \in {"TAKE", "DROP"}, n \in -1 .. 4}

BusyInv == \A cmd \in Command :
    cmd.op = "TAKE" /\ cmd.n \in held => Results(cmd) = {"EBUSY"}
==============================================================================
