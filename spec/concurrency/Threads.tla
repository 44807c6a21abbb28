------------------------------- MODULE Threads --------------------------------
(****************************************************************************)
(* Threads of one process that run the steps of commands, and what they     *)
(* share: locks, the index of registered blocks, the tables.                *)
(*                                                                          *)
(* A command is a path through labels.  At a label a thread needs a set of  *)
(* locks: it takes those that it does not have one by one, makes the step   *)
(* of the label, and gives back what the next label does not need.          *)
(* Which label comes next, and which locks it needs, are operators of their *)
(* own; another algorithm is other operators in their place.                *)
(*                                                                          *)
(* One step is one access to what other threads can see.  What only the     *)
(* holder of a lock can see (the holders of a block, the number of pages    *)
(* charged) changes in one step with what is read or written next to it.    *)
(*                                                                          *)
(* The page of the host, the IOMMU page and the byte are the same here.     *)
(* Commands are well formed: checks that look at no state are left out.     *)
(****************************************************************************)
EXTENDS Pages, Sequences

CONSTANTS
    Process, Container, Group, PageSize, AddressTop, TableGroup, SecondStart,
    EntryBytes, LeastTable, TableAddressBits, DefaultPageShift, EehAvailable,
    Command,        \* as in TceInterface
    Thread,
    BlockId,        \* names of block objects: addresses of memory; not 0
    WindowSize,     \* entries of each container's window, which starts at 0
    TableCost,      \* pages that its table is charged
    InitiallyOwed   \* containers that are owed their window at first, and are
                    \* not bound; all others are bound and have it

(* Containers are numbers, from which their locks are numbered.             *)
ASSUME ContainerAssumption == Container = 0 .. Cardinality(Container) - 1
ASSUME PageAssumption == PageSize = 1 /\ DefaultPageShift = 0

VARIABLES
    lockedVm,   \* pages charged to the process
    index,      \* the published snapshot: names of registered blocks
    block,      \* of each name [ua, size, holders, live]
                \*   live  number of TCEs that refer to it, or Dead
    typed,      \* containers that have a group, and so a type
    enabled,    \* containers that may map
    windows,    \* how many windows each container has
    owed,       \* containers that still are to get the default window
    tces,       \* of each container, of each entry [ua, block] or NoTce
    pins,       \* pages that are pinned
    work        \* of each thread, what it is about: see Rest

(* What a container is: one volatile reference, read without a lock.        *)
session == <<typed, enabled, windows, owed>>

fineVars == <<lockedVm, index, block, session, tces, pins, work>>

NoBlock == 0
NoTce == [ua |-> -1, block |-> NoBlock]
Dead == -1
Gone == [ua |-> 0, size |-> 0, holders |-> {}, live |-> Dead]

(* A thread that has not called.                                            *)
Rest ==
    [cmd      |-> [op |-> "NONE"],
     at       |-> "idle",    \* the label
     held     |-> {},        \* the locks that it has
     result   |-> "",        \* set by the step at which the call takes effect
     seen     |-> {},        \* the snapshot of the index that it works with
     first    |-> FALSE,     \* it enables its container
     whole    |-> FALSE,     \* it needs all locks, or is to need them
     pinned   |-> 0,         \* pages that it pinned, or is to unpin
     charged  |-> 0,         \* pages that it charged, or is to uncharge
     clearing |-> FALSE,     \* it clears entries, and does not write them
     i        |-> 0,         \* the entry it is at, from 0
     n        |-> 0,         \* the number of entries
     block    |-> NoBlock,   \* the block it is about to use
     old      |-> NoBlock]   \* the block of the TCE that it replaced

FineInit ==
    /\ lockedVm = TableCost * Cardinality(Container \ InitiallyOwed)
    /\ index = {}
    /\ block = [b \in BlockId |-> Gone]
    /\ typed = Container
    /\ enabled = {}
    /\ windows = [c \in Container |-> IF c \in InitiallyOwed THEN 0 ELSE 1]
    /\ owed = InitiallyOwed
    /\ tces = [c \in Container |-> [k \in 0 .. WindowSize - 1 |-> NoTce]]
    /\ pins = 0
    /\ work = [t \in Thread |-> Rest]

------------------------------------------------------------------------------
(* Locks are numbers and are taken in ascending order.  The lock of memory  *)
(* is not ours: the port that pins takes it, and the caller may have it.    *)
Memory == 0
Registration == 1                   \* of blocks, holders and charges
Table(c) == 2 + c                   \* of a container's table

Tables == {Table(c) : c \in Container}

RegisterLocks(w) ==
    LET c == w.cmd.container
    IN  CASE w.at \in {"look", "again", "charge"} -> {Registration}
          [] w.at = "pin" -> {Memory}
          [] w.at = "share" ->
                {Registration} \cup
                (IF c \in enabled THEN {} ELSE {Table(c)})
          [] w.at = "enable" -> {Registration, Table(c)}
          [] w.at = "publish" ->
                {Registration} \cup (IF w.first THEN {Table(c)} ELSE {})
          [] OTHER -> {}

UnregisterLocks(w) ==
    CASE w.at \in {"look", "uncharge"} -> {Registration}
      [] w.at \in {"retire", "withdraw"} -> {Registration} \cup Tables
      [] OTHER -> {}

TableLocks(w) ==
    CASE w.at = "unpin" -> {}
      [] w.at = "look" ->
            IF w.cmd.op = "TCE_REMOVE" THEN {Registration} ELSE {}
      [] w.at = "whole" -> {Registration}
      [] OTHER -> IF w.whole THEN {Registration} \cup Tables
                  ELSE {Table(w.cmd.container)}

ReleaseLocks(w) ==
    CASE w.at = "unpin" -> {}
      [] w.at = "look" -> {Registration}
      [] OTHER -> {Registration} \cup Tables

Registers(w) == w.cmd.op = "REGISTER_MEMORY"

(* What a thread needs at the label where it is.                            *)
Needed(w) ==
    LET c   == w.cmd.container
        own == IF Registers(w) /\ w.cmd.inside THEN {Memory} ELSE {}
    IN  CASE w.at \in {"idle", "return"} -> {}
          [] w.cmd.op = "REGISTER_MEMORY" -> own \cup RegisterLocks(w)
          [] w.cmd.op = "UNREGISTER_MEMORY" -> UnregisterLocks(w)
          [] w.cmd.op = "UNSET_CONTAINER" -> ReleaseLocks(w)
          [] OTHER -> TableLocks(w)

Locks(w) == Needed(w)

First(locks) == Least(locks)

Free(lock) == \A t \in Thread : lock \notin work[t].held

------------------------------------------------------------------------------
Missing(t) == Locks(work[t]) \ work[t].held

(* Thread t takes the next lock that it needs.  The last is taken in the    *)
(* step that it is needed for.                                              *)
Acquire(t) ==
    /\ Cardinality(Missing(t)) > 1
    /\ Free(First(Missing(t)))
    /\ work' = [work EXCEPT ![t].held = @ \cup {First(Missing(t))}]
    /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Ready(t) ==
    /\ work[t].at # "idle"
    /\ Cardinality(Missing(t)) <= 1
    /\ \A lock \in Missing(t) : Free(lock)

(* Thread t goes on as w says, without the locks that are needed no more.   *)
Goes(t, w) ==
    LET held == work[t].held \cup Missing(t)
    IN  work' = [work EXCEPT ![t] = [w EXCEPT !.held = held \cap Locks(w)]]

(* The thread gives back what it has, since R comes before what it may have,*)
(* and begins anew.                                                         *)
BeginsAnew(t) ==
    work' = [work EXCEPT ![t] = [Rest EXCEPT !.cmd = work[t].cmd,
                                             !.at = "whole", !.whole = TRUE]]

(* Threads that have called do not wait for each other in a circle.         *)
ProgressInv ==
    (\E t \in Thread : work[t].at # "idle") =>
        \E t \in Thread :
            /\ work[t].at # "idle"
            /\ Missing(t) # {} => Free(First(Missing(t)))

(* The call is over but for the return; i is kept of what was done whole.   *)
Ended(w, r) ==
    [Rest EXCEPT !.cmd = w.cmd, !.at = "return", !.result = r,
                 !.i = IF r = "OK" THEN w.i ELSE 0]

FirstLabel(cmd) == "look"

Call(t) ==
    /\ work[t].at = "idle"
    /\ \E cmd \in Command :
          work' = [work EXCEPT ![t] = [Rest EXCEPT !.cmd = cmd,
                                                   !.at = FirstLabel(cmd)]]
    /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

Return(t) ==
    /\ work[t].at = "return"
    /\ work' = [work EXCEPT ![t] = Rest]
    /\ UNCHANGED <<lockedVm, index, block, session, tces, pins>>

------------------------------------------------------------------------------
(* Blocks                                                                   *)

Holds(b, ua) == Within(ua, 1, block[b].ua, block[b].size)

(* The published block that the command names, as a set of at most one.     *)
Same(cmd) ==
    {b \in index : block[b].ua = cmd.vaddr /\ block[b].size = cmd.size}

Overlapped(cmd) ==
    {b \in index : Overlap(cmd.vaddr, cmd.size, block[b].ua, block[b].size)}

(* So many pages more are too many.                                         *)
Exceeds(cmd, pages) == lockedVm + pages > cmd.env.memlock

(* The container is bound to the process: by its window or its first block. *)
Bound(c) == c \notin owed \/ c \in enabled

(* Blocks without holders: TCEs alone keep them.                            *)
Orphaned == {b \in index : block[b].holders = {}}

(* Memory of blocks is reused once no thread can reach it.                  *)
Reachable == UNION {work[t].seen \cup {work[t].block} : t \in Thread}

Reusable == BlockId \ (index \cup Reachable)
==============================================================================
