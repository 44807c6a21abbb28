------------------------------ MODULE MCHeaders -------------------------------
(****************************************************************************)
(* Every command once, and damaged in each field of its header; questions   *)
(* and their output.  From nothing through every state that these reach.    *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 1, shifts |-> {0, 1},
                      windows |-> 2, levels |-> 2, family |-> "a"]]

Eehs ==
    {Eeh("p", "c0", operation, argsz, Benign) :
        operation \in {0, EehInject, EehInject + 1},
        argsz \in {EehArgsz, EehInjectArgsz - 1, EehInjectArgsz}}
    \cup {Eeh("p", "c0", 0, EehArgsz, [Benign EXCEPT !.platform = "EIO"]),
          Eeh("p", "c0", 0, EehArgsz, [Benign EXCEPT !.state = 1])}

WithHeader ==
    {Register("p", "c0", 0, 1, Benign), Unregister("p", "c0", 0, 1),
     Map("p", "c0", DmaWrite, 0, 0, 1, Benign), Unmap("p", "c0", 0, 1, Benign),
     Create("p", "c0", 0, 1, 1, Benign), Remove("p", "c0", 0),
     Eeh("p", "c0", 0, EehArgsz, Benign)}

Asking ==
    {Info("p", "c0", argsz) :
        argsz \in {InfoArgsz, FullInfoArgsz - 1, FullInfoArgsz}}
    \cup {Status("p", "g0", StatusArgsz)}

Extensions == {Extension("p", "c0", x) : x \in {0, 2, 5, 7}}

Rest ==
    {Plain("GET_API_VERSION", "p", "c0", Benign),
     Plain("UNKNOWN", "p", "c0", Benign),
     Plain("ENABLE", "p", "c0", Benign), Plain("DISABLE", "p", "c0", Benign),
     OfGroup("OPEN_GROUP", "p", "g0", Benign),
     OfGroup("CLOSE_GROUP", "p", "g0", Benign),
     SetContainer("p", "g0", "c0", "container", Benign),
     SetIommu("p", "c0", Version1, Benign),
     SetIommu("p", "c0", Version2, Benign)}

MCCommand ==
    WithHeader \cup Asking \cup Eehs \cup Extensions \cup Rest
        \cup Damaged(WithHeader \cup Asking)
==============================================================================
