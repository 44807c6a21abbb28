-------------------------------- MODULE MCTiny --------------------------------
(****************************************************************************)
(* The smallest model that registers, maps, unmaps and unregisters.         *)
(****************************************************************************)
EXTENDS SpaprTce, TLC

TinyWindows ==
    {[container |-> "c", start |-> 0, size |-> 2, page |-> 1, table |-> 1]}

Header(op, argsz, flags) ==
    [op |-> op, container |-> "c", readable |-> TRUE, argsz |-> argsz,
     flags |-> flags]

TinyEnvironment ==
    [memlock |-> 3, capIpcLock |-> FALSE, pinnable |-> TRUE, backing |-> 1]

TinyCommand ==
    {Header("REGISTER_MEMORY", 24, 0)
        @@ [vaddr |-> a, size |-> n, env |-> TinyEnvironment] :
            a \in {0, 1}, n \in {1, 2}} \cup
    {Header("UNREGISTER_MEMORY", 24, 0) @@ [vaddr |-> a, size |-> n] :
            a \in {0, 1}, n \in {1, 2}} \cup
    {Header("MAP_DMA", 32, 3) @@ [vaddr |-> a, iova |-> a, size |-> 1] :
            a \in {0, 1}} \cup
    {Header("UNMAP_DMA", 24, 0) @@ [iova |-> 0, size |-> n] : n \in {1, 2, 3}}

LabelledNext == \E cmd \in Command, r \in Result : Do(cmd, r)

(* A step of module Environment besides.                                    *)
FactsNext == LabelledNext \/ \E n \in {1} : LockedElsewhere(n)

Constrained == Cardinality(regions) < 2

Constants ==
    [Container |-> Container, PageSize |-> PageSize,
     AddressTop |-> AddressTop, InitialWindows |-> InitialWindows,
     InitialElsewhere |-> InitialElsewhere, Command |-> Command]
==============================================================================
