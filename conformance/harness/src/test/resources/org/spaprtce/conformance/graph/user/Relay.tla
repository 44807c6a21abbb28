-------------------------------- MODULE Relay ---------------------------------
(* A relay that adds up what it is sent, between two channels. *)
EXTENDS Naturals, FiniteSets

CONSTANTS Number, Limit
VARIABLES in, out, total

In == INSTANCE Channel WITH Message <- Number, Size <- 2, queue <- in
Out(limit) == INSTANCE Channel WITH Message <- 0..limit, Size <- 1, queue <- out

sum[S \in SUBSET Number] ==
    IF S = {} THEN 0 ELSE LET n == CHOOSE n \in S : \A m \in S : n <= m
                          IN  n + sum[S \ {n}]
ASSUME sum[Number] <= Limit

Init == in = <<>> /\ out = <<>> /\ total = 0
Come(n) == In!Send(n) /\ UNCHANGED <<out, total>>
Pass == \E n \in Number :
            /\ In!Receive(n)
            /\ total' = (total + n) % (Limit + 1)
            /\ Out(Limit)!Send(total')
Leave == \E n \in 0..Limit : Out(Limit)!Receive(n) /\ UNCHANGED <<in, total>>
Drop == In!Lose /\ UNCHANGED <<out, total>>
Next == (\E n \in Number : Come(n)) \/ Pass \/ Leave \/ Drop
TotalInv == total \in 0..Limit
===============================================================================
