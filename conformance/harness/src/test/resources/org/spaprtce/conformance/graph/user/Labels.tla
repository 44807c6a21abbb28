-------------------------------- MODULE Labels --------------------------------
(* Transitions below everything that gives them a name, or does not. *)
EXTENDS Integers
VARIABLE x

I == INSTANCE Stepper WITH Size <- 1, at <- x
By(size) == INSTANCE Stepper WITH Size <- size, at <- x

Below(d) == IF x < 9 THEN I!Step(d) ELSE UNCHANGED x
Init == x = 0
Next == \/ x < 5 /\ I!Either
        \/ I!Stay
        \/ By(2)!Stay
        \/ LET Jump(d) == x < 9 /\ x' = x + d IN Jump(4) \/ Jump(7)
        \/ \E d \in {1, 2} : Below(d)
        \/ \E d \in 1..2 : \E <<a, b>> \in {<<1, 2>>} : x' = a /\ d = b
Spec == Init /\ [][Next]_x
===============================================================================
