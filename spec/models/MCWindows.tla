------------------------------ MODULE MCWindows -------------------------------
(****************************************************************************)
(* DMA windows: the one that is owed, those that are created and removed;   *)
(* slots, sizes, pages, levels, the limit, and what the platform refuses.   *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 4, shifts |-> {0, 1},
                      windows |-> 2, levels |-> 2, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> <<"g0">>],
                [c \in Container |-> Version2])
    /\ NoneYet

(* Environments that a command may meet besides a benign one.               *)
Mishaps ==
    {[Benign EXCEPT !.memlock = 8], [Benign EXCEPT !.memlock = 17],
     [Benign EXCEPT !.memlock = 0, !.capIpcLock = TRUE],
     [Benign EXCEPT !.contiguous = 2], [Benign EXCEPT !.contiguous = 4],
     [Benign EXCEPT !.platform = "EIO"]}

Creates ==
    {Create("p", "c0", 0, n, 1, Benign) : n \in {0, 1, 3, 4, 8, 16}}
    \cup {Create("p", "c0", 0, 8, l, Benign) : l \in {0, 2, 3}}
    \cup {Create("p", "c0", s, n, 1, Benign) : s \in 1 .. 2, n \in {1, 4}}
    \cup {Create("p", "c0", 0, 8, 1, e) : e \in Mishaps}

Removes == {Remove("p", "c0", start) : start \in {0, 1, SecondStart}}

Others ==
    {Register("p", "c0", 0, 1, Benign), Unregister("p", "c0", 0, 1),
     Map("p", "c0", DmaRead, 0, 0, 1, Benign),
     Map("p", "c0", DmaRead, 0, SecondStart, 1, Benign),
     Unmap("p", "c0", 0, 1, Benign), Unmap("p", "c0", 0, 0, Benign)}
    \cup {Map("p", "c0", DmaRead, 0, 0, 0, e) : e \in Mishaps}
    \cup {Unmap("p", "c0", 0, 4, e) : e \in Mishaps}

MCCommand == Creates \cup Removes \cup Others
==============================================================================
