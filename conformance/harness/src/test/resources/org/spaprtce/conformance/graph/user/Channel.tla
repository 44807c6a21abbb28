------------------------------- MODULE Channel --------------------------------
(* A channel that holds a few messages and may lose one. *)
EXTENDS Sequences, Naturals

CONSTANTS Message, Size
VARIABLE queue

LOCAL Room == Size - Len(queue)
Without(i) == SubSeq(queue, 1, i - 1) \o SubSeq(queue, i + 1, Len(queue))
Empty == queue = <<>>
Send(m) == m \in Message /\ Room > 0 /\ queue' = Append(queue, m)
Receive(m) == ~Empty /\ m = Head(queue) /\ queue' = Tail(queue)
Lose == \E i \in 1..Len(queue) : queue' = Without(i)
===============================================================================
