-------------------------- MODULE SpaprTceConcurrent --------------------------
(****************************************************************************)
(* The algorithm of the implementation, one action for each atomic step,    *)
(* and how it refines the norm: each call takes effect at one of its steps, *)
(* marked TAKES EFFECT, at which its result is one that the norm allows.    *)
(* The other steps change nothing that the norm knows.                      *)
(****************************************************************************)
EXTENDS TableSteps

Look(t, w) ==
    CASE w.cmd.op = "REGISTER_MEMORY" -> RegisterLook(t, w)
      [] w.cmd.op = "UNREGISTER_MEMORY" -> UnregisterLook(t, w)
      [] w.cmd.op = "MAP_DMA" -> MapLook(t, w)
      [] w.cmd.op = "UNMAP_DMA" -> UnmapLook(t, w)
      [] w.cmd.op = "TCE_REMOVE" -> RemoveLook(t, w)

(* Labels that this algorithm does not have.                                *)
OtherStep(t, w) == FALSE

(* The step of the label at which thread t is.                              *)
Step(t) ==
    /\ Ready(t)
    /\ LET w == work[t]
       IN  CASE w.at = "look"     -> Look(t, w)
             [] w.at = "pin"      -> Pin(t, w)
             [] w.at = "again"    -> Again(t, w)
             [] w.at = "share"    -> Share(t, w)
             [] w.at = "charge"   -> Charge(t, w)
             [] w.at = "enable"   -> Enable(t, w)
             [] w.at = "publish"  -> Publish(t, w)
             [] w.at = "unpin"    -> Unpin(t, w)
             [] w.at = "uncharge" -> Uncharge(t, w)
             [] w.at = "retire"   -> Retire(t, w)
             [] w.at = "withdraw" -> Withdraw(t, w)
             [] w.at = "take"     -> Take(t, w)
             [] w.at = "swap"     -> Swap(t, w)
             [] w.at = "drop"     -> Drop(t, w)
             [] w.at = "close"    -> Close(t, w)
             [] w.at = "return"   -> Return(t)
             [] OTHER             -> OtherStep(t, w)

FineNext == \E t \in Thread : Call(t) \/ Acquire(t) \/ Step(t)

FineSpec == FineInit /\ [][FineNext]_fineVars

------------------------------------------------------------------------------
(* The mapping: the norm's variables as functions of these.                 *)

(* Thread t is about to write entry k of container c.                       *)
WillWrite(t, c, k) ==
    LET w    == work[t]
        done == IF w.at = "drop" THEN w.i + 1 ELSE w.i
        from == IF w.cmd.op = "TCE_REMOVE" THEN 0 ELSE w.cmd.iova
    IN  /\ w.at \in {"take", "swap", "drop"}
        /\ w.cmd.container = c
        /\ from + done <= k /\ k < from + w.n

(* User address of an entry, or that of NoTce.  What a thread that has the  *)
(* table still has to write counts as written.                              *)
Ua(c, k) ==
    IF \E t \in Thread : WillWrite(t, c, k)
    THEN LET w == work[CHOOSE t \in Thread : WillWrite(t, c, k)]
         IN  IF w.clearing THEN NoTce.ua ELSE w.cmd.vaddr + (k - w.cmd.iova)
    ELSE tces[c][k].ua

(* All tables, with an absent entry on either side.                         *)
UaNow == [c \in Container |-> [k \in -1 .. WindowSize |->
             IF k \in Window(c) THEN Ua(c, k) ELSE NoTce.ua]]

(* The n entries of a table from k on are a run that nothing continues.     *)
IsRun(table, k, n) ==
    /\ table[k] # NoTce.ua
    /\ \A j \in 1 .. n - 1 : table[k + j] = table[k] + j
    /\ ~(table[k - 1] # NoTce.ua /\ table[k - 1] = table[k] - 1)
    /\ table[k + n] # table[k] + n

RunsOf(c, table) ==
    {[container |-> c, window |-> 0, iova |-> k, ua |-> table[k],
      size |-> n, perm |-> 3] :
        <<k, n>> \in {x \in Window(c) \X (1 .. WindowSize) :
                        x[1] + x[2] <= WindowSize
                        /\ IsRun(table, x[1], x[2])}}

MappingsNow ==
    LET ua == UaNow IN UNION {RunsOf(c, ua[c]) : c \in Container}

(* The window is gone for everybody but the thread that closes it.          *)
Closing(c) ==
    \E t \in Thread : work[t].cmd.op = "TCE_REMOVE" /\ work[t].result = "OK"
                      /\ work[t].at # "return" /\ work[t].cmd.container = c

(* The container's first block is about to be published.                    *)
NotYet(c) ==
    \E t \in Thread : work[t].first /\ work[t].cmd.container = c

Caller == CHOOSE p \in Process : TRUE

ContainerNow(c) ==
    [type |-> 7, process |-> Caller,
     enabled |-> c \in enabled /\ ~NotYet(c),
     pending |-> c \in owed, locked |-> 0, groups |-> <<c>>]

BlockNow(b, ua) ==
    [process |-> Caller, ua |-> block[b].ua, size |-> block[b].size,
     backing |-> 1, frames |-> "", holders |-> block[b].holders,
     live |-> Cardinality({x \in Container \X Window(0) :
                             ua[x[1]][x[2]] # NoTce.ua
                             /\ Holds(b, ua[x[1]][x[2]])})]

BlocksNow == LET ua == UaNow IN {BlockNow(b, ua) : b \in index}

WindowNow(c) ==
    [container |-> c, start |-> 0, size |-> WindowSize, page |-> 1,
     table |-> TableCost, groups |-> {c}]

(* A charge for no block or window belongs to nobody.                       *)
ChargedNow == lockedVm - Sum([t \in Thread |-> work[t].charged])

CallNow(t) ==
    LET w == work[t]
    IN  [phase |-> IF w.at = "idle" THEN "idle"
                   ELSE IF w.result = "" THEN "called" ELSE "done",
         cmd |-> w.cmd, result |-> w.result]

Constant(value) == [p \in Process |-> value]

(* The state after containers of version 2 each have made their window, and *)
(* nothing else.                                                            *)
Start ==
    [lockedVm |-> Constant(TableCost * Cardinality(Container)),
     elsewhere |-> Constant(0),
     containers |-> [c \in Container |->
                       [type |-> 7, process |-> Caller, enabled |-> FALSE,
                        pending |-> FALSE, locked |-> 0, groups |-> <<c>>]],
     groups |-> [g \in Group |-> [open |-> TRUE, devices |-> 0]],
     regions |-> {},
     windows |-> {WindowNow(c) : c \in Container},
     mappings |-> {}]

Norm == INSTANCE LastingCalls WITH
    Begun      <- Start,
    lockedVm   <- Constant(ChargedNow),
    elsewhere  <- Constant(0),
    containers <- [c \in Container |-> ContainerNow(c)],
    groups     <- Start.groups,
    regions    <- BlocksNow,
    windows    <- {WindowNow(c) :
                    c \in {d \in Container : windows[d] > 0 /\ ~Closing(d)}},
    mappings   <- MappingsNow,
    calls      <- [t \in Thread |-> CallNow(t)]

(* Calls are linearizable: every step is one of the norm, or changes        *)
(* nothing that the norm knows.                                             *)
NormBeginsProp == Norm!CallInit
NormProp == [][Norm!CallNext]_(Norm!callVars)

THEOREM FineSpec => Norm!CallSpec

------------------------------------------------------------------------------
(* What holds between the steps, each in a sentence.                        *)

(* The count of a block is the number of TCEs that refer to it, of those    *)
(* that are about to, and of those that just ceased to.                     *)
LiveInv ==
    \A b \in index :
        block[b].live # Dead =>
            block[b].live =
                Cardinality({x \in Container \X Window(0) :
                               tces[x[1]][x[2]].block = b})
                + Cardinality({t \in Thread : work[t].at = "swap"
                                              /\ work[t].block = b})
                + Cardinality({t \in Thread : work[t].at = "drop"
                                              /\ work[t].old = b})

(* No call is between its first step and its return.                        *)
Resting == \A t \in Thread : work[t].at \in {"idle", "return"}

(* While no call is under way the count of a block is the number of TCEs    *)
(* whose address it holds.                                                  *)
RestingInv ==
    Resting =>
        \A b \in index :
            block[b].live =
                Cardinality({x \in Container \X Window(0) :
                               tces[x[1]][x[2]] # NoTce
                               /\ Holds(b, tces[x[1]][x[2]].ua)})

(* A TCE refers to memory that is registered, by a block that is not dead.  *)
RegisteredInv ==
    \A c \in Container : \A k \in Window(c) :
        LET e == tces[c][k]
        IN  e # NoTce => /\ e.block \in index
                         /\ block[e.block].live # Dead
                         /\ Holds(e.block, e.ua)

(* A TCE lies in a window that is there.                                    *)
WindowInv ==
    \A c \in Container : \A k \in Window(c) :
        tces[c][k] # NoTce => windows[c] > 0

(* A container has no more windows than it was given: the default window is *)
(* made once.                                                               *)
OneWindowInv == \A c \in Container : windows[c] <= 1

(* A MAP_DMA that answers OK wrote all its entries.                         *)
AllWrittenInv ==
    \A t \in Thread :
        (/\ work[t].cmd.op = "MAP_DMA"
         /\ work[t].at = "return" /\ work[t].result = "OK")
            => work[t].i = work[t].cmd.size

(* Pinned are the pages of blocks, and those that a thread has to give away *)
(* or to give back.                                                         *)
PinsInv ==
    pins = Sum([b \in index |-> block[b].size])
           + Sum([t \in Thread |-> work[t].pinned])

(* Threads that have not called, or have only to return, hold no lock.      *)
IdleInv == \A t \in Thread : work[t].at \in {"idle", "return"}
                                => work[t].held = {}
==============================================================================
