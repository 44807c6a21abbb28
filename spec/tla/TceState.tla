------------------------------- MODULE TceState -------------------------------
(****************************************************************************)
(* What the interface remembers about processes, containers and groups.     *)
(****************************************************************************)
EXTENDS TceInterface

VARIABLES
    lockedVm,   \* pages charged to locked_vm of each process
    elsewhere,  \* those of them that something outside this spec charged
    containers, \* of each container
                \*   [type, process, enabled, pending, locked, groups]
                \*   type      0, Version1 or Version2
                \*   process   the one it is bound to, or NoProcess
                \*   enabled   whether MAP_DMA and UNMAP_DMA are allowed
                \*   pending   whether it is owed the default window
                \*   locked    pages that ENABLE charged
                \*   groups    its groups, the last that came first
    groups,     \* of each group [open, devices]
                \*   open      whether its file is open
                \*   devices   number of open device files
    regions,    \* pre-registered blocks: set of
                \*   [process, ua, size, backing, frames, holders, live]
                \*   ua, size   the block, bytes
                \*   backing    the smallest page that backs it, bytes
                \*   frames     names the physical pages that were pinned
                \*   holders    the containers that registered it
                \*   live       number of TCEs that refer to it
    windows,    \* DMA windows: set of
                \*   [container, start, size, page, table, groups]
                \*   start, size   its range of bus addresses, bytes
                \*   page          its IOMMU page, bytes
                \*   table         pages charged for its TCE table
                \*   groups        the groups it is programmed into
    mappings    \* live TCEs as runs: set of
                \*   [container, window, iova, ua, size, perm]
                \*   window        start of the window it lies in
                \*   iova, ua      first bus address and its user address
                \*   size          bytes, one TCE for each IOMMU page
                \*   perm          what a device may do: DmaRead, or both

vars == <<lockedVm, elsewhere, containers, groups, regions, windows, mappings>>

(* A container that has no type, and nothing.                               *)
Blank ==
    [type |-> 0, process |-> NoProcess, enabled |-> FALSE, pending |-> FALSE,
     locked |-> 0, groups |-> << >>]

Init ==
    /\ lockedVm = [p \in Process |-> 0]
    /\ elsewhere = [p \in Process |-> 0]
    /\ containers = [c \in Container |-> Blank]
    /\ groups = [g \in Group |-> [open |-> FALSE, devices |-> 0]]
    /\ regions = {}
    /\ windows = {}
    /\ mappings = {}

------------------------------------------------------------------------------
Elements(sequence) == {sequence[i] : i \in DOMAIN sequence}

GroupsOf(c) == Elements(containers[c].groups)

(* The container that a group is in, as a set of at most one.               *)
Homes(g) == {c \in Container : g \in GroupsOf(c)}

InVersion2(c) == containers[c].type = Version2

(* The blocks of the process that a container is bound to.                  *)
Blocks(c) == {r \in regions : r.process = containers[c].process}

Pages(size) == size \div PageSize

(* Whether n more pages may be charged to the caller [ACC-2].               *)
WithinLimit(n, cmd) ==
    \/ cmd.env.capIpcLock
    \/ lockedVm[cmd.process] + n <= cmd.env.memlock \div PageSize

------------------------------------------------------------------------------
(* The container is bound to another process than the caller's.             *)
ForeignCaller(cmd) ==
    containers[cmd.container].process \notin {NoProcess, cmd.process}

(* The checks that all commands of a container make first.  versions are    *)
(* the types of container that have the command [VER-2].                    *)
SessionChecks(cmd, versions) ==
    LET k == containers[cmd.container]
    IN  << Check(1, "SES-1", "EINVAL", k.type = 0),
           Check(2, "SES-2", "EPERM", ForeignCaller(cmd)),
           Check(3, "SES-3", "ENOTTY", k.type \notin versions) >>

(* The containers after a command that binds has succeeded [SES-7].         *)
BoundBy(cmd) == [containers EXCEPT ![cmd.container].process = cmd.process]

(* The containers after a command was refused [ABI-4].                      *)
AfterRefusal(cmd) == containers
==============================================================================
