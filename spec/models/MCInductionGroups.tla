-------------------------- MODULE MCInductionGroups ---------------------------
(****************************************************************************)
(* Bounded induction over groups and containers: every way in which two     *)
(* groups can be open and be in two containers of any type.                 *)
(****************************************************************************)
EXTENDS MCInduction

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 1, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

Orders == {<< >>, <<"g0">>, <<"g1">>, <<"g0", "g1">>, <<"g1", "g0">>}

States ==
    {k \in [type : {0, Version1, Version2}, process : {NoProcess, "p"},
            enabled : BOOLEAN, pending : BOOLEAN, locked : {0, 1},
            groups : Orders] :
       /\ k.type = 0 => k = [Blank EXCEPT !.groups = k.groups]
       /\ k.type # 0 => k.groups # << >>
       /\ k.enabled <=> k.process # NoProcess
       /\ k.locked = IF k.type = Version1 /\ k.enabled THEN 1 ELSE 0}

MCInit ==
    /\ elsewhere = [p \in Process |-> 0]
    /\ containers \in [Container -> States]
    /\ OneHomeInv /\ CompatibleInv
    /\ windows \in SUBSET {DefaultWindow(c) : c \in
                             {d \in Container : containers[d].type # 0}}
    /\ BoundInv /\ PendingInv
    /\ groups \in [Group -> [open : BOOLEAN, devices : 0 .. 1]]
    /\ InUseInv /\ DeviceOpenInv
    /\ mappings = {}
    /\ regions = {}
    /\ lockedVm = [p \in Process |-> Due(p)]
    /\ Invariants
    /\ Begun

MCCommand ==
    UNION {{OfGroup(op, "p", g, Benign) :
              op \in {"OPEN_GROUP", "CLOSE_GROUP", "OPEN_DEVICE",
                      "CLOSE_DEVICE", "UNSET_CONTAINER"}} : g \in Group}
    \cup {SetContainer("p", g, c, "container", Benign) :
            g \in Group, c \in Container}
    \cup {SetIommu("p", c, type, Benign) :
            c \in Container, type \in {Version1, Version2}}
==============================================================================
