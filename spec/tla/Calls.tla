-------------------------------- MODULE Calls ---------------------------------
(****************************************************************************)
(* The last call as a history variable, and the words in which properties   *)
(* of calls are put.  A model whose VIEW is vars has no more states for     *)
(* this variable, and TLC checks these properties on every transition all   *)
(* the same.  The words do not use the operators of the norm that they are  *)
(* used to judge: TCEs are looked at one by one, and sums are formed anew.  *)
(****************************************************************************)
EXTENDS SpaprTceInvariants

VARIABLE call   \* [cmd, result, turn]: the last call, its answer, and a bit
                \* that changes so that no call is a stuttering step

allVars == <<vars, call>>

NoCall == [op |-> "none", process |-> NoProcess]

CallInit ==
    /\ Init
    /\ call = [cmd |-> NoCall, result |-> "OK", turn |-> 0]

Called(cmd, r) ==
    call' = [cmd |-> cmd, result |-> r, turn |-> 1 - call.turn]

CallNext == \E cmd \in Command : \E r \in Results(cmd) :
                Do(cmd, r) /\ Called(cmd, r)

CallSpec == CallInit /\ [][CallNext]_allVars

------------------------------------------------------------------------------
(* Words for the properties: Now is the call that the step is.              *)

Now == call'.cmd
Answer == call'.result

Succeeds(op) == Now.op = op /\ Answer = "OK"

OnContainer == "container" \in DOMAIN Now /\ "group" \notin DOMAIN Now

(* The containers that the call is about.                                   *)
Subjects == IF "group" \in DOMAIN Now
            THEN Homes(Now.group) \cup
                 IF Now.op = "SET_CONTAINER" THEN {Now.container} ELSE {}
            ELSE IF "container" \in DOMAIN Now THEN {Now.container} ELSE {}

(* What a container translates a bus address to, as a set.                  *)
At(runs, c, i) ==
    {<<m.ua + (i - m.iova), m.perm>> :
        m \in {n \in runs : n.container = c /\ Within(i, 1, n.iova, n.size)}}

(* The bus addresses that the runs of a container translate.                *)
Mapped(runs, c) ==
    UNION {m.iova .. (m.iova + m.size - 1) :
             m \in {n \in runs : n.container = c}}

Range == Now.iova .. (Now.iova + Now.size - 1)

(* Outside the range of the call nothing is translated otherwise.           *)
OutsideUnchanged ==
    \A i \in (Mapped(mappings, Now.container)
                \cup Mapped(mappings', Now.container)) \ Range :
        At(mappings', Now.container, i) = At(mappings, Now.container, i)

(* What identifies a block, and who holds it.                               *)
Key(r) == <<r.process, r.ua, r.size, r.backing, r.frames>>
Holds(blocks) == {<<Key(r), r.holders>> : r \in blocks}

(* Blocks that only TCEs kept, of which the last went in this step.         *)
Expired == {r \in regions : /\ r.holders = {}
                          /\ Key(r) \notin {Key(s) : s \in regions'}}

PagesOf(blocks, p) ==
    Sum([r \in {b \in blocks : b.process = p} |-> r.size]) \div PageSize

TablesOf(some) == Sum([w \in some |-> w.table])

(* What this interface charges a process, before and after the call.        *)
Charge(p) == lockedVm[p] - elsewhere[p]
ChargeAfter(p) == lockedVm'[p] - elsewhere'[p]

(* The step makes the default window that was owed.                         *)
MakesDefault ==
    /\ OnContainer
    /\ containers[Now.container].pending
    /\ ~containers'[Now.container].pending
    /\ Now.op \in {"MAP_DMA", "UNMAP_DMA", "TCE_CREATE"}

==============================================================================
