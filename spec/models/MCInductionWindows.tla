-------------------------- MODULE MCInductionWindows --------------------------
(****************************************************************************)
(* Bounded induction over windows and charges: every set of windows of one  *)
(* container, a second one of version 1, and pages charged elsewhere.       *)
(****************************************************************************)
EXTENDS MCInduction

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0, 1},
                      windows |-> 2, levels |-> 2, family |-> "a"]]

Two ==
    {k \in [type : {Version2}, process : {NoProcess, "p"}, enabled : BOOLEAN,
            pending : BOOLEAN, locked : {0}, groups : {<<"g0">>}] :
       k.enabled => k.process # NoProcess}

One ==
    {k \in [type : {Version1}, process : {NoProcess, "p"}, enabled : BOOLEAN,
            pending : {TRUE}, locked : {0, 2}, groups : {<<"g1">>}] :
       /\ k.enabled => k.process # NoProcess
       /\ k.locked = IF k.enabled THEN 2 ELSE 0}

AnyWindow ==
    {[container |-> "c0", start |-> s, size |-> n, page |-> 2 ^ shift,
      table |-> TablePages(shift, n, l), groups |-> {"g0"}] :
        s \in {0, SecondStart}, n \in {4}, shift \in 0 .. 1, l \in 1 .. 2}

MCInit ==
    /\ elsewhere \in [Process -> {0, 3}]
    /\ groups = [g \in Group |-> [open |-> TRUE, devices |-> 0]]
    /\ containers \in {[c \in Container |-> IF c = "c0" THEN k ELSE m] :
                         k \in Two, m \in One}
    /\ windows \in {s \in SUBSET AnyWindow : Cardinality(s) <= 2}
    /\ BoundInv /\ PendingInv /\ StartInv
    /\ mappings = {}
    /\ regions = {}
    /\ lockedVm = [p \in Process |-> Due(p)]
    /\ Invariants
    /\ Begun

Limits == {Benign, [Benign EXCEPT !.memlock = 12],
           [Benign EXCEPT !.platform = "EIO"]}

MCCommand ==
    {Create("p", "c0", s, n, l, e) :
        s \in 0 .. 1, n \in {4}, l \in 1 .. 2, e \in Limits}
    \cup {Remove("p", "c0", start) : start \in {0, SecondStart}}
    \cup {Plain(op, "p", "c1", e) : op \in {"ENABLE", "DISABLE"}, e \in Limits}
    \cup {Unmap("p", "c0", 0, 2, e) : e \in Limits}
    \cup {Map("p", "c1", DmaWrite, 0, 0, 1, Benign),
          Register("p", "c0", 0, 1, Benign)}
    \cup {OfGroup("CLOSE_GROUP", "q", g, Benign) : g \in Group}
==============================================================================
