----------------------------- MODULE LastingCalls -----------------------------
(****************************************************************************)
(* The norm with calls that last: a thread calls, at one moment between     *)
(* call and return its command takes effect with a result that the norm     *)
(* allows at that moment, and then it returns this result [ABI-8].  What    *)
(* refines this is linearizable.                                            *)
(****************************************************************************)
EXTENDS SpaprTce

CONSTANTS
    Thread,     \* callers, all of one process
    Begun       \* the state at first, as a record: see Now

VARIABLE
    calls       \* of each thread [phase, cmd, result]
                \*   phase   "idle", "called" or "done"
                \*   cmd     its command, NoCommand if idle
                \*   result  what it will return, "" until it took effect

NoCommand == [op |-> "NONE"]

Idle == [phase |-> "idle", cmd |-> NoCommand, result |-> ""]
Called(cmd) == [phase |-> "called", cmd |-> cmd, result |-> ""]
Done(cmd, r) == [phase |-> "done", cmd |-> cmd, result |-> r]

callVars == <<vars, calls>>

(* The values of all variables of the norm, as one record.                  *)
Now ==
    [lockedVm |-> lockedVm, elsewhere |-> elsewhere,
     containers |-> containers, groups |-> groups, regions |-> regions,
     windows |-> windows, mappings |-> mappings]

CallInit ==
    /\ Now = Begun
    /\ calls = [t \in Thread |-> Idle]

Call(t) ==
    /\ calls[t] = Idle
    /\ \E cmd \in Command : calls' = [calls EXCEPT ![t] = Called(cmd)]
    /\ UNCHANGED vars

TakeEffect(t) ==
    /\ calls[t].phase = "called"
    /\ \E r \in Result :
          /\ calls' = [calls EXCEPT ![t] = Done(@.cmd, r)]
          /\ Do(calls[t].cmd, r)

Return(t) ==
    /\ calls[t].phase = "done"
    /\ calls' = [calls EXCEPT ![t] = Idle]
    /\ UNCHANGED vars

CallNext == \E t \in Thread : Call(t) \/ TakeEffect(t) \/ Return(t)

CallSpec == CallInit /\ [][CallNext]_callVars
==============================================================================
