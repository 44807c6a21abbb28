----------------------------- MODULE MCCommands ------------------------------
(****************************************************************************)
(* Words for the models: one operator for each command, environments, and a *)
(* prepared state.  Nothing here is normative.                              *)
(****************************************************************************)
EXTENDS SpaprTceInvariants

(* An environment in which nothing fails; numbers that no model reaches.    *)
Enough == 1000

Benign ==
    [memlock |-> Enough, capIpcLock |-> FALSE, pinned |-> Enough,
     backing |-> PageSize, frames |-> "frames", records |-> Enough,
     contiguous |-> Enough, room |-> Enough, platform |-> "OK", state |-> 0]

(* Commands without an argument structure: op of process p, of a container  *)
(* or of a group.                                                           *)
Plain(op, p, c, e) ==
    [op |-> op, process |-> p, container |-> c, env |-> e]

OfGroup(op, p, g, e) ==
    [op |-> op, process |-> p, group |-> g, env |-> e]

SetIommu(p, c, type, e) ==
    [op |-> "SET_IOMMU", process |-> p, container |-> c, type |-> type,
     env |-> e]

Extension(p, c, x) ==
    [op |-> "CHECK_EXTENSION", process |-> p, container |-> c,
     extension |-> x, env |-> Benign]

(* Commands with an argument structure, well-formed.                        *)
Register(p, c, a, n, e) ==
    [op |-> "REGISTER_MEMORY", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> RegisterArgsz, flags |-> 0,
     vaddr |-> a, size |-> n, env |-> e]

Unregister(p, c, a, n) ==
    [op |-> "UNREGISTER_MEMORY", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> UnregisterArgsz, flags |-> 0,
     vaddr |-> a, size |-> n, env |-> Benign]

Map(p, c, f, a, i, n, e) ==
    [op |-> "MAP_DMA", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> MapArgsz, flags |-> f,
     vaddr |-> a, iova |-> i, size |-> n, env |-> e]

Unmap(p, c, i, n, e) ==
    [op |-> "UNMAP_DMA", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> UnmapArgsz, flags |-> 0,
     iova |-> i, size |-> n, env |-> e]

Create(p, c, shift, n, levels, e) ==
    [op |-> "TCE_CREATE", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> CreateArgsz, flags |-> 0,
     pageShift |-> shift, size |-> n, levels |-> levels, env |-> e]

Remove(p, c, start) ==
    [op |-> "TCE_REMOVE", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> RemoveArgsz, flags |-> 0,
     start |-> start, env |-> Benign]

Info(p, c, argsz) ==
    [op |-> "GET_INFO", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> argsz, flags |-> 0, env |-> Benign]

Eeh(p, c, operation, argsz, e) ==
    [op |-> "EEH_PE_OP", process |-> p, container |-> c,
     readable |-> TRUE, argsz |-> argsz, flags |-> 0,
     operation |-> operation, env |-> e]

Status(p, g, argsz) ==
    [op |-> "GET_STATUS", process |-> p, group |-> g,
     readable |-> TRUE, argsz |-> argsz, flags |-> 0, env |-> Benign]

SetContainer(p, g, c, file, e) ==
    [op |-> "SET_CONTAINER", process |-> p, group |-> g, container |-> c,
     readable |-> TRUE, file |-> file, env |-> e]

(* The commands damaged in each field of their header.                      *)
Damaged(cmds) ==
    {[cmd EXCEPT !.readable = FALSE] : cmd \in cmds} \cup
    {[cmd EXCEPT !.argsz = @ - 1] : cmd \in cmds} \cup
    {[cmd EXCEPT !.flags = DmaRead + DmaWrite + 1] : cmd \in cmds}

------------------------------------------------------------------------------
(* The state in which each container c has the groups of homes[c], in that  *)
(* order, the type types[c], and is still owed its default window.          *)
Prepared(homes, types) ==
    /\ lockedVm = [p \in Process |-> 0]
    /\ elsewhere = [p \in Process |-> 0]
    /\ containers = [c \in Container |->
                       [Blank EXCEPT !.type = types[c], !.pending = TRUE,
                                     !.groups = homes[c]]]
    /\ groups = [g \in Group |-> [open |-> TRUE, devices |-> 0]]
    /\ regions = {}
    /\ windows = {}
    /\ mappings = {}
==============================================================================
