-------------------------------- MODULE MCLarge -------------------------------
(****************************************************************************)
(* Large domains, for the large suite: many things at once, so that what no *)
(* small model puts together has been together somewhere.                   *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0, 1},
                      windows |-> 2, levels |-> 2, family |-> "a"]]

HomeOf(c) ==
    CASE c = "c0" -> <<"g0">> [] c = "c1" -> <<"g1">> [] c = "c2" -> <<"g2">>

MCInit ==
    /\ Prepared([c \in Container |-> HomeOf(c)],
                [c \in Container |-> Version2])
    /\ NoneYet

Limited == [Benign EXCEPT !.memlock = 12]

MemoryOf(p, c) ==
    {Register(p, c, a, n, Limited) : a \in 0 .. 2, n \in 1 .. 2}
    \cup {Unregister(p, c, a, n) : a \in 0 .. 2, n \in 1 .. 2}
    \cup {Map(p, c, f, a, i, 1, Limited) :
            f \in {DmaRead, DmaWrite}, a \in 0 .. 2, i \in 0 .. 1}
    \cup {Map(p, c, DmaWrite, a, 0, 2, [Limited EXCEPT !.room = n]) :
            a \in 0 .. 1, n \in 0 .. 2}
    \cup {Unmap(p, c, i, 1, Limited) : i \in 0 .. 1}

WindowsOfOne(p, c) ==
    {Create(p, c, s, n, l, Limited) : s \in 0 .. 1, n \in {2, 4}, l \in 1 .. 2}
    \cup {Remove(p, c, start) : start \in {0, SecondStart}}
    \cup {Map(p, c, DmaWrite, a, SecondStart, 2, Limited) : a \in {0, 2}}

Life(p, g, c) ==
    {OfGroup(op, p, g, Benign) :
        op \in {"OPEN_GROUP", "CLOSE_GROUP", "UNSET_CONTAINER"}}
    \cup {SetContainer(p, g, c, "container", Benign)}
    \cup {SetIommu(p, c, type, Benign) : type \in {Version1, Version2}}
    \cup {Plain("ENABLE", p, c, Limited), Plain("DISABLE", p, c, Benign)}

(* Three containers, the last of another process, that share memory.        *)
SharingCommand ==
    MemoryOf("p", "c0") \cup MemoryOf("p", "c1") \cup MemoryOf("q", "c2")
        \cup {OfGroup("CLOSE_GROUP", "q", g, Benign) : g \in Group}

(* Everything that two processes can do with two containers.                *)
AllCommand ==
    UNION {MemoryOf(p, c) \cup WindowsOfOne(p, c) :
             p \in Process, c \in Container}
    \cup (UNION {Life("p", g, c) : g \in Group, c \in Container})
==============================================================================
