-------------------------------- MODULE Buffer --------------------------------
(* A bounded buffer; who finds it full or empty sleeps until somebody wakes it. *)
EXTENDS Naturals, Sequences

CONSTANTS Producer, Consumer, Capacity
VARIABLES buffer, asleep

ASSUME Capacity \in Nat \ {0}

Thread == Producer \cup Consumer
Runs(t) == t \notin asleep

Sleep(t) == asleep' = asleep \cup {t} /\ UNCHANGED buffer
Wake == IF asleep = {} THEN UNCHANGED asleep
        ELSE \E t \in asleep : asleep' = asleep \ {t}

(* Does something to the buffer, or sleeps. *)
Try(t, Possible(_), After(_)) ==
    IF Possible(buffer) THEN buffer' = After(buffer) /\ Wake ELSE Sleep(t)

Put(t) == /\ Runs(t)
          /\ Try(t, LAMBDA b : Len(b) < Capacity, LAMBDA b : Append(b, t))
Get(t) == Runs(t) /\ Try(t, LAMBDA b : b # <<>>, Tail)

Init == buffer = <<>> /\ asleep = {}
Next == (\E t \in Producer : Put(t)) \/ (\E t \in Consumer : Get(t))
Spec == Init /\ [][Next]_<<buffer, asleep>>

SizeInv == Len(buffer) <= Capacity /\ buffer \in Seq(Producer)
AwakeInv == asleep # Thread
===============================================================================
