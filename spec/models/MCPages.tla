------------------------------- MODULE MCPages --------------------------------
(****************************************************************************)
(* Pages of a window that are larger than those of the host and smaller,    *)
(* blocks on small and on large pages: what may be mapped with which, and   *)
(* how far a range gets that cannot be mapped whole.                        *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 4, shifts |-> {0, 1, 2},
                      windows |-> 2, levels |-> 1, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> <<"g0">>],
                [c \in Container |-> Version2])
    /\ NoneYet

Registers ==
    {Register("p", "c0", a, n, [Benign EXCEPT !.backing = b]) :
        a \in {0, 4}, n \in {4}, b \in {2, 4}}
    \cup {Register("p", "c0", 2, 8, [Benign EXCEPT !.backing = 4]),
          Register("p", "c0", 0, 6, [Benign EXCEPT !.backing = 4]),
          Register("p", "c0", 1, 2, Benign), Register("p", "c0", 2, 1, Benign)}

Unregisters == {Unregister("p", "c0", a, 4) : a \in {0, 1}}

(* The second window is the one with large pages.                           *)
Creates == {Create("p", "c0", 2, 8, 1, Benign)}

Maps ==
    {Map("p", "c0", 3, a, i, n, Benign) :
        a \in {0, 2, 4}, i \in {8, 12}, n \in {0, 4, 8}}
    \cup {Map("p", "c0", 3, 1, i, 1, Benign) : i \in {0, 3, 8, 16}}
    \cup {Map("p", "c0", 3, 0, 10, 4, Benign),
          Map("p", "c0", 0, 0, 8, 4, Benign),
          Map("p", "c0", 3, 3, 0, 2, Benign),
          Map("p", "c0", 3, 0, 3, 2, Benign),
          Map("p", "c0", 3, 0, 8, 8, [Benign EXCEPT !.room = 4])}

Unmaps ==
    {Unmap("p", "c0", i, n, Benign) : i \in {8, 10, 12}, n \in {1, 4, 8}}
    \cup {Unmap("p", "c0", 1, 2, Benign), Unmap("p", "c0", 16, 4, Benign)}

MCCommand == Registers \cup Unregisters \cup Creates \cup Maps \cup Unmaps
==============================================================================
