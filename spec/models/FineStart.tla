------------------------------- MODULE FineStart -------------------------------
(****************************************************************************)
(* Model: the state from which the concurrent models start is one that the  *)
(* norm reaches, by the commands that set up containers of version 2.       *)
(****************************************************************************)
EXTENDS SpaprTce

CONSTANTS WindowSize, TableCost, InitiallyOwed

Concurrent == INSTANCE SpaprTceConcurrent WITH
    Thread <- {}, BlockId <- {}, index <- {}, block <- << >>, typed <- {},
    enabled <- {}, owed <- {}, tces <- << >>, pins <- 0, work <- << >>

StartEnvironment ==
    [memlock |-> 64, capIpcLock |-> FALSE, pinned |-> 64, backing |-> 1,
     frames |-> "", records |-> 64, contiguous |-> 64, room |-> 64,
     platform |-> "OK"]

OfContainer(op, c, argsz) ==
    [op |-> op, process |-> "p", container |-> c, readable |-> TRUE,
     argsz |-> argsz, flags |-> 0, env |-> StartEnvironment, type |-> 7,
     start |-> 0, pageShift |-> 0, size |-> WindowSize, levels |-> 1]

OfGroup(op, g) ==
    [op |-> op, process |-> "p", group |-> g, container |-> g,
     readable |-> TRUE, file |-> "container", env |-> StartEnvironment]

(* The default window is given up, and one like it created.                 *)
StartCommands ==
    {OfGroup(op, g) : op \in {"OPEN_GROUP", "SET_CONTAINER"}, g \in Group}
    \cup
    {OfContainer(op, c, 64) : op \in {"SET_IOMMU", "TCE_REMOVE", "TCE_CREATE"},
                             c \in Container}

FineTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> WindowSize, shifts |-> {0},
                      windows |-> 1, levels |-> 1, family |-> "f"]]

BaitStart ==
    [lockedVm |-> lockedVm, elsewhere |-> elsewhere,
     containers |-> containers, groups |-> groups, regions |-> regions,
     windows |-> windows, mappings |-> mappings] # Concurrent!Start
==============================================================================
