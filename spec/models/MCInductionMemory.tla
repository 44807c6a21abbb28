-------------------------- MODULE MCInductionMemory ---------------------------
(****************************************************************************)
(* Bounded induction over blocks, holds and TCEs: one container maps, the   *)
(* other holds, in every state of being bound and enabled.                  *)
(****************************************************************************)
EXTENDS MCInduction

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

States ==
    {k \in [type : {Version2}, process : {NoProcess, "p"}, enabled : BOOLEAN,
            pending : BOOLEAN, locked : {0}, groups : {<<"g0">>, <<"g1">>}] :
       k.enabled => k.process # NoProcess}

Runs ==
    {[container |-> "c0", window |-> 0, iova |-> i, ua |-> a, size |-> n,
      perm |-> DmaRead + DmaWrite] : i \in 0 .. 1, a \in 0 .. 1, n \in 1 .. 2}

Blocks0 ==
    {[process |-> "p", ua |-> b[1], size |-> b[2], holders |-> h] :
        b \in {<<0, 1>>, <<1, 1>>, <<0, 2>>}, h \in SUBSET Container}

MCInit ==
    /\ elsewhere = [p \in Process |-> 0]
    /\ groups = [g \in Group |-> [open |-> TRUE, devices |-> 0]]
    /\ containers \in [Container -> States]
    /\ containers["c0"].groups = <<"g0">> /\ containers["c1"].groups = <<"g1">>
    /\ windows \in {{}, {Window("c0", 0, 0, 2, 1)}}
    /\ BoundInv /\ PendingInv
    /\ mappings \in {s \in SUBSET Runs : Cardinality(s) <= 2}
    /\ OneEntryInv /\ JoinedInv /\ InsideWindowInv
    /\ \E blocks \in {s \in SUBSET Blocks0 : Cardinality(s) <= 2} :
          /\ \A r, s \in blocks : r # s => ~Overlap(r.ua, r.size, s.ua, s.size)
          /\ regions = Counted(blocks)
    /\ lockedVm = [p \in Process |-> Due(p)]
    /\ Invariants
    /\ Begun

MCCommand ==
    {Register("p", c, a, n, Benign) :
        c \in Container, a \in 0 .. 1, n \in 1 .. 2}
    \cup {Unregister("p", c, a, n) :
            c \in Container, a \in 0 .. 1, n \in 1 .. 2}
    \cup {Map("p", "c0", DmaWrite, a, i, n, Benign) :
            a \in 0 .. 1, i \in 0 .. 1, n \in 1 .. 2}
    \cup {Unmap("p", "c0", i, n, Benign) : i \in 0 .. 1, n \in 1 .. 2}
    \cup {Map("p", "c0", DmaWrite, 0, 0, 2, [Benign EXCEPT !.room = 1]),
          Remove("p", "c0", 0)}
    \cup {OfGroup("CLOSE_GROUP", "q", g, Benign) : g \in Group}
==============================================================================
