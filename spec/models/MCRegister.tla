------------------------------ MODULE MCRegister ------------------------------
(****************************************************************************)
(* Registration, and sharing of blocks by two containers of one process;    *)
(* either maps what the other registered.                                   *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> Version2])
    /\ NoneYet

Registers ==
    {Register("p", c, a, n, [Benign EXCEPT !.memlock = 7]) :
        c \in Container, a \in 0 .. 1, n \in 0 .. 2}
    \cup {Register("p", "c0", 2, 2, Benign)}

(* What can go wrong, one thing at a time, and the limit without effect.    *)
Failing ==
    {Register("p", "c0", 1, 2, e) :
        e \in {[Benign EXCEPT !.pinned = 1], [Benign EXCEPT !.records = 15],
               [Benign EXCEPT !.memlock = 0, !.capIpcLock = TRUE]}}

Unregisters ==
    {Unregister("p", c, a, n) : c \in Container, a \in 0 .. 1, n \in 1 .. 2}

Maps ==
    {Map("p", c, DmaWrite, a, 0, 1, Benign) : c \in Container, a \in 0 .. 1}

Unmaps == {Unmap("p", c, 0, 1, Benign) : c \in Container}

MCCommand ==
    Registers \cup Failing \cup Unregisters \cup Maps \cup Unmaps
==============================================================================
