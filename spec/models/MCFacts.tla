-------------------------------- MODULE MCFacts -------------------------------
(****************************************************************************)
(* Calls between which others charge and give back pages of locked_vm: what *)
(* this interface charges stays exact, and counts into the same limit.      *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {1}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

MCInit ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> IF c = "c0" THEN Version2 ELSE Version1])
    /\ NoneYet

Limited == [Benign EXCEPT !.memlock = 10]

MCCommand ==
    {Register("p", "c0", 0, 2, Limited),
     Register("p", "c0", 2, 2, [Limited EXCEPT !.backing = 1])}
    \cup {Unregister("p", "c0", 0, 2), Create("p", "c0", 1, 2, 1, Limited),
          Remove("p", "c0", 0), Map("p", "c0", DmaRead, 0, 0, 2, Limited),
          Map("p", "c1", DmaRead, 2, 0, 2, [Limited EXCEPT !.pinned = 0]),
          OfGroup("CLOSE_GROUP", "q", "g0", Benign)}
    \cup (UNION {{Plain("ENABLE", p, "c1", Limited),
                 Plain("DISABLE", p, "c1", Limited)} : p \in Process})

MCNext ==
    \/ CallNext
    \/ \E p \in Process, n \in {0, 2, 5} :
          LockedElsewhere(p, n) /\ Called(NoCall, "OK")
==============================================================================
