----------------------------- MODULE MCProcesses ------------------------------
(****************************************************************************)
(* Two processes: whose a container is, in whose memory it looks, who pays, *)
(* and who is given back when a group's file is closed by another.          *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 1, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> Version2])
    /\ NoneYet

OfContainer(p, c) ==
    {Register(p, c, 0, 1, Benign), Unregister(p, c, 0, 1),
     Map(p, c, DmaRead, 0, 0, 1, Benign), Unmap(p, c, 0, 1, Benign),
     Create(p, c, 0, 1, 1, [Benign EXCEPT !.memlock = 6]), Remove(p, c, 0),
     Plain("UNKNOWN", p, c, Benign), Info(p, c, InfoArgsz),
     Eeh(p, c, 0, EehArgsz, Benign)}

OfGroups(p) ==
    {OfGroup("CLOSE_GROUP", p, "g0", Benign),
     OfGroup("OPEN_GROUP", p, "g0", Benign),
     SetContainer(p, "g0", "c0", "container", Benign),
     SetIommu(p, "c0", Version2, Benign)}

MCCommand ==
    (UNION {OfContainer(p, "c0") : p \in Process}) \cup OfContainer("p", "c1")
        \cup OfGroups("q")
==============================================================================
