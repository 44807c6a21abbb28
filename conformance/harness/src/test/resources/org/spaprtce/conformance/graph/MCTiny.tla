-------------------------------- MODULE MCTiny --------------------------------
(****************************************************************************)
(* The smallest model that opens a container, registers, maps, unmaps and   *)
(* unregisters.                                                             *)
(****************************************************************************)
EXTENDS Quirks, TLC

TinyGroup ==
    [g \in Group |->
        [start |-> 0, size |-> 2, shifts |-> {0}, windows |-> 1,
         levels |-> 1, family |-> ""]]

TinyEnvironment ==
    [memlock |-> 6, capIpcLock |-> FALSE, pinned |-> 4, backing |-> 1,
     frames |-> "f", records |-> 64, contiguous |-> 64, room |-> 4,
     platform |-> "OK"]

OnGroup(op) ==
    [op |-> op, process |-> "p", group |-> "g", env |-> TinyEnvironment]

OnContainer(op, argsz, flags) ==
    [op |-> op, process |-> "p", container |-> "c", readable |-> TRUE,
     argsz |-> argsz, flags |-> flags, env |-> TinyEnvironment]

TinyCommand ==
    {OnGroup("OPEN_GROUP"),
     OnGroup("SET_CONTAINER")
        @@ [readable |-> TRUE, file |-> "container", container |-> "c"],
     OnContainer("SET_IOMMU", 0, 0) @@ [type |-> Version2]} \cup
    {OnContainer("REGISTER_MEMORY", RegisterArgsz, 0)
        @@ [vaddr |-> a, size |-> n] : a \in {0, 1}, n \in {1, 2}} \cup
    {OnContainer("UNREGISTER_MEMORY", UnregisterArgsz, 0)
        @@ [vaddr |-> a, size |-> n] : a \in {0, 1}, n \in {1, 2}} \cup
    {OnContainer("MAP_DMA", MapArgsz, DmaRead)
        @@ [vaddr |-> a, iova |-> a, size |-> n] : a \in {0, 1}, n \in {1, 2}}
    \cup
    {OnContainer("UNMAP_DMA", UnmapArgsz, 0)
        @@ [iova |-> 0, size |-> n] : n \in {1, 2, 3}}

(* The file of the group is open already.                                   *)
OpenInit ==
    /\ lockedVm = [p \in Process |-> 0] /\ elsewhere = [p \in Process |-> 0]
    /\ containers = [c \in Container |-> Blank]
    /\ groups = [g \in Group |-> [open |-> TRUE, devices |-> 0]]
    /\ regions = {} /\ windows = {} /\ mappings = {}

LabelledNext == \E cmd \in Command, r \in Result : Do(cmd, r)

(* A step of module Environment besides.                                    *)
FactsNext == LabelledNext \/ \E n \in {1} : LockedElsewhere("p", n)

Constrained == Cardinality(regions) < 2

Constants ==
    [Process |-> Process, Container |-> Container, Group |-> Group,
     PageSize |-> PageSize, AddressTop |-> AddressTop,
     TableGroup |-> TableGroup, SecondStart |-> SecondStart,
     EntryBytes |-> EntryBytes, LeastTable |-> LeastTable,
     TableAddressBits |-> TableAddressBits,
     DefaultPageShift |-> DefaultPageShift, EehAvailable |-> EehAvailable,
     Command |-> Command]
==============================================================================
