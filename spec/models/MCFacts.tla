------------------------------- MODULE MCFacts -------------------------------
(****************************************************************************)
(* The commands together with the steps of module Environment, from a state *)
(* without windows: what a reader of recordings may do keeps every          *)
(* invariant.  LimitInv is not among them, for what others charge is not    *)
(* limited here.                                                            *)
(****************************************************************************)
EXTENDS MCSpaprTce

NoWindows == {}

FactsNext ==
    \/ Next
    \/ \E c \in Container : ContainerBound(c) \/ ContainerReleased(c)
    \/ \E n \in 0 .. 1 : LockedElsewhere(n)
    \/ \E w \in MCWindows : WindowOpened(w) \/ WindowClosed(w)

(* The same with constant-level choices, so that TLC labels each transition *)
(* with the step and its arguments.                                         *)
LabelledFactsNext ==
    \/ LabelledNext
    \/ \E c \in Container : ContainerBound(c)
    \/ \E c \in Container : ContainerReleased(c)
    \/ \E n \in 0 .. 1 : LockedElsewhere(n)
    \/ \E w \in MCWindows : WindowOpened(w)
    \/ \E w \in MCWindows : WindowClosed(w)

(* A window is closed and its TCEs are still counted.                       *)
BugRecounted(came, went, page) ==
    IF came = {} THEN regions
    ELSE LET touched == {r \in regions :
                           \E m \in came \cup went :
                               Overlap(m.ua, m.size, r.ua, r.size)}
         IN  (regions \ touched) \cup
             {[r EXCEPT !.live = @ + Entries(came, r, page)
                                   - Entries(went, r, page)] : r \in touched}
==============================================================================
