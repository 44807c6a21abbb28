-------------------------- MODULE SpaprTceConcurrent --------------------------
(****************************************************************************)
(* The algorithm of the implementation, one action for each atomic step,    *)
(* and how it refines the norm: each call takes effect at one of its steps, *)
(* marked TAKES EFFECT, at which its result is one that the norm allows.    *)
(* The other steps change nothing that the norm knows.                      *)
(****************************************************************************)
EXTENDS Releases

Look(t, w) ==
    CASE w.cmd.op = "REGISTER_MEMORY" -> RegisterLook(t, w)
      [] w.cmd.op = "UNREGISTER_MEMORY" -> UnregisterLook(t, w)
      [] w.cmd.op \in {"MAP_DMA", "UNMAP_DMA"} -> TableLook(t, w)
      [] w.cmd.op = "TCE_REMOVE" -> RemoveLook(t, w)
      [] w.cmd.op = "UNSET_CONTAINER" -> ReleaseLook(t, w)

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
             [] w.at = "fast"     -> Fast(t, w)
             [] w.at = "whole"    -> Whole(t, w)
             [] w.at = "judge"    -> Judge(t, w)
             [] w.at = "make"     -> Make(t, w)
             [] w.at = "take"     -> Take(t, w)
             [] w.at = "swap"     -> Swap(t, w)
             [] w.at = "drop"     -> Drop(t, w)
             [] w.at = "close"    -> Close(t, w)
             [] w.at = "expire"   -> Expire(t, w)
             [] w.at = "leave"    -> Leave(t, w)
             [] w.at = "letgo"    -> LetGo(t, w)
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
    IN  /\ w.at \in {"letgo", "take", "swap", "drop"}
        /\ w.cmd.container = c
        /\ From(w) + done <= k /\ k < From(w) + w.n

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

(* A call of this kind took effect for the container, and is not done.      *)
Under(op, c) ==
    \E t \in Thread : work[t].cmd.op = op /\ work[t].result = "OK"
                      /\ work[t].at # "return" /\ work[t].cmd.container = c

(* The window is gone for everybody but the thread that closes it.          *)
Closing(c) == Under("TCE_REMOVE", c) \/ Under("UNSET_CONTAINER", c)

(* The container's first block is about to be published.                    *)
NotYet(c) ==
    \E t \in Thread : work[t].first /\ work[t].cmd.container = c

Caller == CHOOSE p \in Process : TRUE
NoProcess == "no process"

ContainerNow(c) ==
    LET may == c \in enabled /\ ~NotYet(c)
    IN  [type    |-> IF c \in typed THEN 7 ELSE 0,
         process |-> IF c \in typed /\ (c \notin owed \/ may) THEN Caller
                     ELSE NoProcess,
         enabled |-> may, pending |-> c \in owed, locked |-> 0,
         groups  |-> IF c \in typed THEN <<c>> ELSE << >>]

BlockNow(b, ua) ==
    [process |-> Caller, ua |-> block[b].ua, size |-> block[b].size,
     backing |-> 1, frames |-> "",
     holders |-> {c \in block[b].holders : ~Under("UNSET_CONTAINER", c)},
     live |-> Cardinality({x \in Container \X Window(0) :
                             ua[x[1]][x[2]] # NoTce.ua
                             /\ Holds(b, ua[x[1]][x[2]])})]

(* A thread that is alone with all locks took effect, and is not done.      *)
Completing == \E t \in Thread : work[t].whole /\ work[t].result # ""

(* What such a thread will take out is gone for everybody else.             *)
GoneNow ==
    LET ua == UaNow
    IN  {b \in IF Completing THEN index ELSE {} :
           BlockNow(b, ua).holders = {} /\ BlockNow(b, ua).live = 0}

BlocksNow == LET ua == UaNow IN {BlockNow(b, ua) : b \in index \ GoneNow}

WindowNow(c) ==
    [container |-> c, start |-> 0, size |-> WindowSize, page |-> 1,
     table |-> TableCost, groups |-> {c}]

(* A charge for no block or window belongs to nobody.                       *)
ChargedNow == lockedVm - Sum([t \in Thread |-> work[t].charged])
                       - Sum([b \in GoneNow |-> block[b].size])

CallNow(t) ==
    LET w == work[t]
    IN  [phase |-> IF w.at = "idle" THEN "idle"
                   ELSE IF w.result = "" THEN "called" ELSE "done",
         cmd |-> w.cmd, result |-> w.result]

Constant(value) == [p \in Process |-> value]

(* The state after containers of version 2 each have got a window, but for  *)
(* those that are owed it, and nothing else.                                *)
Start ==
    LET made == Container \ InitiallyOwed
    IN  [lockedVm |-> Constant(TableCost * Cardinality(made)),
         elsewhere |-> Constant(0),
         containers |-> [c \in Container |->
             [type |-> 7,
              process |-> IF c \in made THEN Caller ELSE NoProcess,
              enabled |-> FALSE, pending |-> c \notin made, locked |-> 0,
              groups |-> <<c>>]],
         groups |-> [g \in Group |-> [open |-> TRUE, devices |-> 0]],
         regions |-> {},
         windows |-> {WindowNow(c) : c \in made},
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
==============================================================================
