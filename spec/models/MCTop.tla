-------------------------------- MODULE MCTop ---------------------------------
(****************************************************************************)
(* The whole of a small address space, every start and every size, up to    *)
(* sums that a word would not hold; pages of two bytes and a limit that is  *)
(* not a multiple of them.                                                  *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> <<"g0">>],
                [c \in Container |-> Version2])
    /\ NoneYet

Registers ==
    {Register("p", "c0", a, n, [Benign EXCEPT !.memlock = 9, !.backing = 2]) :
        a \in 0 .. 8, n \in 0 .. 9}

Unregisters == {Unregister("p", "c0", a, n) : a \in 0 .. 8, n \in 0 .. 9}

Maps ==
    {Map("p", "c0", DmaRead, a, i, n, [Benign EXCEPT !.memlock = 9]) :
        a \in 3 .. 9, i \in {0, 1}, n \in {1, 2, 9}}

MCCommand == Registers \cup Unregisters \cup Maps
==============================================================================
