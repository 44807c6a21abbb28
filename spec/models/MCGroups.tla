------------------------------- MODULE MCGroups -------------------------------
(****************************************************************************)
(* The life of groups: their files and devices are opened and closed, they  *)
(* are put into a container and taken out; the choice of a type; groups     *)
(* that do not fit; and a container that is released and used again.        *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |->
        [start |-> 0, size |-> 1, shifts |-> {0}, levels |-> 1,
         windows |-> IF g = "g2" THEN 0 ELSE 2,
         family |-> IF g = "g2" THEN "b" ELSE "a"]]

Refused == [Benign EXCEPT !.platform = "EIO"]

OfEachGroup(g) ==
    {OfGroup("OPEN_GROUP", "p", g, Benign),
     OfGroup("CLOSE_GROUP", "p", g, Benign),
     OfGroup("UNSET_CONTAINER", "p", g, Benign),
     SetContainer("p", g, "c0", "container", Benign)}

OfDevices ==
    {OfGroup("OPEN_DEVICE", "p", "g0", Benign),
     OfGroup("OPEN_DEVICE", "p", "g0", Refused),
     OfGroup("CLOSE_DEVICE", "p", "g0", Benign)}

Misused ==
    {SetContainer("p", "g0", NoContainer, file, Benign) :
        file \in {"closed", "other"}}
    \cup {[SetContainer("p", "g0", "c0", "container", Benign)
             EXCEPT !.readable = FALSE],
          SetContainer("p", "g1", "c0", "container", Refused),
          OfGroup("UNKNOWN_OF_GROUP", "p", "g0", Benign),
          Status("p", "g0", StatusArgsz), Status("p", "g1", StatusArgsz - 1),
          SetIommu("p", "c0", Version2, Refused)}

Types == {SetIommu("p", "c0", type, Benign) : type \in {0, Version1, Version2}}

(* A device is opened twice at most.                                        *)
FewDevices == \A g \in Group : groups[g].devices <= 2

Uses ==
    {Register("p", "c0", 0, 1, Benign),
     Map("p", "c0", DmaWrite, 0, 0, 1, Benign),
     Create("p", "c0", 0, 1, 1, Benign),
     Plain("ENABLE", "p", "c0", Benign)}

MCCommand ==
    (UNION {OfEachGroup(g) : g \in Group}) \cup OfDevices \cup Misused
        \cup Types \cup Uses
==============================================================================
