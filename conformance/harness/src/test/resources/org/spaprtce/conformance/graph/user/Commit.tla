-------------------------------- MODULE Commit --------------------------------
(* Two-phase commit: participants vote, a coordinator decides, all follow.     *)
EXTENDS FiniteSets, TLC

CONSTANTS Participant, Nobody
VARIABLES vote, decision, mail

vars == <<vote, decision, mail>>
Symmetry == Permutations(Participant)

TypeInv == /\ vote \in [Participant -> {"open", "yes", "no", "done", "undone"}]
           /\ decision \in {Nobody, "done", "undone"}
           /\ mail \subseteq [from : Participant, says : {"yes", "no"}]

Init == /\ vote = [p \in Participant |-> "open"]
        /\ decision = Nobody
        /\ mail = {}

Say(p, word) ==
    /\ vote[p] = "open"
    /\ vote' = [vote EXCEPT ![p] = word]
    /\ mail' = mail \cup {[from |-> p, says |-> word]}
    /\ UNCHANGED decision

Decide ==
    LET Those(word) == {m.from : m \in {n \in mail : n.says = word}}
    IN  /\ decision = Nobody
        /\ \/ Those("yes") = Participant /\ decision' = "done"
           \/ Those("no") # {} /\ decision' = "undone"
        /\ UNCHANGED <<vote, mail>>

Follow(p) ==
    /\ decision # Nobody
    /\ vote[p] \notin {"done", "undone"}
    /\ vote' = [vote EXCEPT ![p] = CASE @ = "no" -> "undone" [] OTHER -> decision]
    /\ UNCHANGED <<decision, mail>>

Next == \/ \E p \in Participant, word \in {"yes", "no"} : Say(p, word)
        \/ Decide
        \/ \E p \in Participant : Follow(p)

Spec == Init /\ [][Next]_vars /\ WF_vars(Next)

AgreeInv == \A p, q \in Participant : ~(vote[p] = "done" /\ vote[q] = "undone")
Settled == <>(decision # Nobody)
===============================================================================
