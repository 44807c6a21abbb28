------------------------------ MODULE MCVersion1 ------------------------------
(****************************************************************************)
(* Version 1: ENABLE and DISABLE, mapping that pins, a group without a      *)
(* default window; and the commands of version 2, which are unknown.        *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> IF g = "g0" THEN 2 ELSE 0,
                      shifts |-> {0}, windows |-> 0, levels |-> 1,
                      family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> Version1])
    /\ NoneYet

OfContainer(p, c) ==
    {Plain("ENABLE", p, c, [Benign EXCEPT !.memlock = 1]),
     Plain("ENABLE", p, c, [Benign EXCEPT !.memlock = 2]),
     Plain("DISABLE", p, c, Benign)}

Maps ==
    {Map("p", "c0", f, a, i, n, Benign) :
        f \in {DmaRead, DmaWrite}, a \in 0 .. 1, i \in 0 .. 1, n \in 1 .. 2}
    \cup {Map("p", "c0", 0, 0, 0, 1, Benign),
          Map("p", "c0", 1, 0, 2, 1, Benign)}
    \cup {Map("p", "c0", DmaWrite, 0, 0, 2, e) :
            e \in {[Benign EXCEPT !.pinned = n] : n \in 0 .. 1} \cup
                  {[Benign EXCEPT !.room = n] : n \in 0 .. 1} \cup
                  {[Benign EXCEPT !.pinned = 0, !.room = 1],
                   [Benign EXCEPT !.contiguous = 1],
                   [Benign EXCEPT !.platform = "EIO"]}}

Unmaps ==
    {Unmap("p", "c0", i, n, Benign) : i \in 0 .. 2, n \in 1 .. 2}
    \cup {Unmap("p", "c0", 0, 1, [Benign EXCEPT !.contiguous = 1]),
          Unmap("p", "c0", 0, 1, [Benign EXCEPT !.platform = "EIO"])}

OfVersion2 ==
    {Register("p", "c0", 0, 1, Benign), Unregister("p", "c0", 0, 1),
     Create("p", "c0", 0, 1, 1, Benign), Remove("p", "c0", 0)}

Groups ==
    {OfGroup("CLOSE_GROUP", p, "g0", Benign) : p \in Process}

MCCommand ==
    (UNION {OfContainer(p, c) : p \in Process, c \in Container})
        \cup Maps \cup Unmaps \cup OfVersion2 \cup Groups
==============================================================================
