------------------------------- MODULE FineCalls -------------------------------
(****************************************************************************)
(* Models of the concurrent algorithm: few blocks and entries, so that      *)
(* threads meet.  Any thread may call any command at any time.              *)
(****************************************************************************)
EXTENDS Slips, TLC

FineEnvironment(memlock, pinned) ==
    [memlock |-> memlock, capIpcLock |-> FALSE, pinned |-> pinned,
     backing |-> 1, frames |-> "", records |-> 64, contiguous |-> 64,
     room |-> 64, platform |-> "OK"]

Sent(op, c, argsz, flags) ==
    [op |-> op, process |-> Caller, container |-> c, readable |-> TRUE,
     argsz |-> argsz, flags |-> flags, env |-> FineEnvironment(64, 64)]

RegisterOf(c, ua, size, memlock, pinned) ==
    [op |-> "REGISTER_MEMORY", process |-> Caller, container |-> c,
     readable |-> TRUE, argsz |-> 24, flags |-> 0, vaddr |-> ua,
     size |-> size, env |-> FineEnvironment(memlock, pinned),
     inside |-> FALSE]

UnregisterOf(c, ua, size) ==
    [op |-> "UNREGISTER_MEMORY", process |-> Caller, container |-> c,
     readable |-> TRUE, argsz |-> 24, flags |-> 0, vaddr |-> ua,
     size |-> size]

MapOf(c, iova, ua, size) ==
    [op |-> "MAP_DMA", process |-> Caller, container |-> c,
     readable |-> TRUE, argsz |-> 32, flags |-> 3, vaddr |-> ua,
     iova |-> iova, size |-> size, env |-> FineEnvironment(64, 64)]

UnmapOf(c, iova, size) ==
    [op |-> "UNMAP_DMA", process |-> Caller, container |-> c,
     readable |-> TRUE, argsz |-> 24, flags |-> 0, iova |-> iova,
     size |-> size, env |-> FineEnvironment(64, 64)]

RemoveOf(c) ==
    [op |-> "TCE_REMOVE", process |-> Caller, container |-> c,
     readable |-> TRUE, argsz |-> 16, flags |-> 0, start |-> 0]

ReleaseOf(c) ==
    [op |-> "UNSET_CONTAINER", process |-> Caller, group |-> c,
     container |-> c]

Roomy == TableCost * Cardinality(Container) + 64
Tight == TableCost * Cardinality(Container) + 2

------------------------------------------------------------------------------
(* Two containers share a block.                                            *)
SharingCommands ==
    {RegisterOf(c, 0, 1, Roomy, 64) : c \in Container} \cup
    {UnregisterOf(c, 0, 1) : c \in Container} \cup
    {MapOf(1, 0, 0, 1)}

(* Blocks that overlap, the limit, memory that cannot be pinned.            *)
RefusalCommands ==
    {RegisterOf(0, 0, 1, Tight, 64), RegisterOf(1, 0, 2, Tight, 64),
     RegisterOf(0, 2, 1, Tight, 64), RegisterOf(0, 3, 1, Tight, 0),
     UnregisterOf(0, 0, 1), UnregisterOf(1, 0, 2)}

(* Little enough for three threads.                                         *)
FewSharingCommands ==
    {RegisterOf(c, 0, 1, Roomy, 64) : c \in Container} \cup
    {UnregisterOf(0, 0, 1)}

(* Two blocks that a MAP_DMA spans, one of which comes and goes.            *)
SpanningCommands ==
    {RegisterOf(0, ua, 1, Roomy, 64) : ua \in 0 .. 1} \cup
    {UnregisterOf(0, 1, 1),
     MapOf(0, 0, 0, 2), MapOf(0, 1, 0, 1), UnmapOf(0, 0, 2)}

(* A block that two tables refer to.                                        *)
TablesCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), RegisterOf(1, 1, 1, Roomy, 64),
     UnregisterOf(0, 0, 1),
     MapOf(0, 0, 0, 1), MapOf(1, 0, 0, 1), UnmapOf(0, 0, 1), UnmapOf(1, 0, 1)}

(* A window that is removed while others map and register.                  *)
RemovalCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), UnregisterOf(0, 0, 1),
     RegisterOf(1, 1, 1, Tight - 2, 64),
     MapOf(0, 0, 0, 1), MapOf(0, 1, 0, 2), UnmapOf(0, 0, 2), RemoveOf(0)}

(* A container is released while another one uses the block that it holds.  *)
OrphanCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), RegisterOf(1, 1, 1, Roomy, 64),
     MapOf(1, 0, 0, 1), UnmapOf(1, 0, 1), ReleaseOf(0)}

(* The same, where the other one holds the block as well or takes it over.  *)
HeirCommands ==
    {RegisterOf(c, 0, 1, Roomy, 64) : c \in Container} \cup
    {UnregisterOf(1, 0, 1), MapOf(1, 0, 0, 1), UnmapOf(1, 0, 1), ReleaseOf(0)}

(* A block without holders goes with its last TCE: replaced, or lost with   *)
(* its window or its container.                                             *)
ExpiringCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), RegisterOf(1, 1, 1, Roomy, 64),
     MapOf(1, 0, 0, 1), MapOf(1, 0, 1, 1), RemoveOf(1),
     ReleaseOf(0), ReleaseOf(1)}

(* A container is released while it is used itself.                         *)
LeavingCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), UnregisterOf(0, 0, 1),
     MapOf(0, 0, 0, 1), UnmapOf(0, 0, 1), RemoveOf(0), ReleaseOf(0)}

(* Little enough for three threads.                                         *)
FewOrphanCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), RegisterOf(1, 1, 1, Roomy, 64),
     MapOf(1, 0, 0, 1), ReleaseOf(0)}

(* A window that is owed is made, by a MAP_DMA that is refused as well, or  *)
(* renounced, or has no room in the limit.                                  *)
OwedCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), MapOf(0, 0, 0, 1), MapOf(0, 1, 0, 2),
     [MapOf(0, 0, 0, 1) EXCEPT !.env.memlock = 2 * TableCost],
     RemoveOf(0)}

(* Owed windows of containers that come and go.                             *)
OwingCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), UnregisterOf(0, 0, 1),
     RegisterOf(1, 0, 1, Roomy, 64), MapOf(0, 0, 0, 1), UnmapOf(0, 0, 1),
     ReleaseOf(0), ReleaseOf(1)}

------------------------------------------------------------------------------
(* For races: no more commands than each needs.                             *)

SameBlockCommands == {RegisterOf(c, 0, 1, Roomy, 64) : c \in Container}

(* The limit has room for one page; the first block cannot be pinned.       *)
OnePageCommands ==
    {RegisterOf(0, 0, 1, Tight - 1, 0), RegisterOf(1, 1, 1, Tight - 1, 64)}

(* The second caller has the lock of memory already.                        *)
InsideCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64),
     [RegisterOf(1, 1, 1, Roomy, 64) EXCEPT !.inside = TRUE]}

OneBlockCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), UnregisterOf(0, 0, 1),
     MapOf(0, 0, 0, 1)}

(* A container is enabled while it is asked to clear.                       *)
EnablingCommands == {RegisterOf(0, 0, 1, Roomy, 64), UnmapOf(0, 0, 1)}

TwiceMappedCommands == OneBlockCommands \cup {MapOf(0, 1, 0, 1)}

ReuseCommands == OneBlockCommands \cup {RegisterOf(0, 1, 1, Roomy, 64)}

RemovingCommands == OneBlockCommands \cup {RemoveOf(0)}

ReplacedCommands ==
    {RegisterOf(0, ua, 1, Roomy, 64) : ua \in 0 .. 1} \cup
    {MapOf(0, 0, ua, 1) : ua \in 0 .. 1}

(* A MAP_DMA that never can succeed: nobody registers its second page.      *)
HopelessCommands ==
    {RegisterOf(0, 0, 1, Roomy, 64), UnregisterOf(0, 0, 1),
     MapOf(0, 0, 0, 2)}

(* Where nothing is ever mapped no block is in use [UNR-4].                 *)
NeverBusyInv == \A t \in Thread : work[t].result # "EBUSY" \/
                                   work[t].cmd.op # "UNREGISTER_MEMORY"

WholeCommands ==
    {RegisterOf(0, 0, 2, Roomy, 64), MapOf(0, 0, 0, 2), UnmapOf(0, 0, 2)}

(* Where both entries are always asked for together, they are there both or *)
(* are both absent while no call is under way [MAP-8], [UNM-5].             *)
WholeInv ==
    Resting => (tces[0][0] = NoTce <=> tces[0][1] = NoTce)

------------------------------------------------------------------------------
(* Threads are alike: no command, step or property tells them apart, and    *)
(* all properties are of states and steps.                                  *)
FineSymmetry == Permutations(Thread)

FineTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> WindowSize, shifts |-> {0},
                      windows |-> 1, levels |-> 1, family |-> "f"]]
==============================================================================
