------------------------------ MODULE MCPagewise ------------------------------
(****************************************************************************)
(* The TCE table once more, entry by entry, the way hardware keeps it: a    *)
(* history variable beside the norm's runs.  That both always say the same  *)
(* is what entitles the norm to speak of runs.  Ranges are overwritten, cut *)
(* and joined, blocks are smaller than the range, and levels of the table   *)
(* run out before the end.                                                  *)
(****************************************************************************)
EXTENDS MCSpaprTce

VARIABLE table      \* table[i]: user address and permission of the TCE at
                    \* bus address i, or None

pagewiseVars == <<vars, table>>

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 3, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

Entry == 0 .. 2

None == [ua |-> 0, perm |-> 0]

MCInit ==
    /\ Prepared([c \in Container |-> <<"g0">>],
                [c \in Container |-> Version2])
    /\ NoneYet
    /\ table = [i \in Entry |-> None]

Registers == {Register("p", "c0", a, n, Benign) : a \in {0, 2}, n \in {2}}

Unregisters == {Unregister("p", "c0", a, 2) : a \in {0, 2}}

Maps ==
    {Map("p", "c0", DmaWrite, a, i, n, Benign) :
        a \in 0 .. 2, i \in {0, 1}, n \in {1, 2, 3}}
    \cup {Map("p", "c0", DmaRead, 0, i, 1, Benign) : i \in {0, 1}}
    \cup {Map("p", "c0", DmaWrite, 1, i, 2, [Benign EXCEPT !.room = n]) :
            i \in {0, 1}, n \in {0, 1}}
    \cup {Map("p", "c0", DmaWrite, 1, 0, 3, [Benign EXCEPT !.room = 1]),
          Map("p", "c0", DmaWrite, 0, 0, 2, [Benign EXCEPT !.room = 2])}

Unmaps == {Unmap("p", "c0", i, n, Benign) : i \in {0, 1}, n \in 1 .. 2}

MCCommand == Registers \cup Unregisters \cup Maps \cup Unmaps

(* For the large suite.                                                     *)
LargeCommand ==
    MCCommand
    \cup {Register("p", "c0", a, n, Benign) : a \in 0 .. 2, n \in {1, 2}}
    \cup {Unregister("p", "c0", a, n) : a \in 0 .. 2, n \in {1, 2}}
    \cup {Map("p", "c0", f, a, i, n, [Benign EXCEPT !.room = room]) :
            f \in {DmaRead, DmaWrite}, a \in 0 .. 3, i \in 0 .. 2,
            n \in 1 .. 3, room \in {1, Enough}}
    \cup {Unmap("p", "c0", i, n, Benign) : i \in 0 .. 2, n \in 1 .. 3}

------------------------------------------------------------------------------
(* TCE i after a call, said of single entries: those of a failing MAP_DMA   *)
(* go one by one until there is no memory or no level for the next.         *)
Backing(a) ==
    \E r \in regions : r.ua <= a /\ a < r.ua + r.size

Writes(cmd) ==
    CHOOSE n \in 0 .. cmd.size :
        /\ \A k \in 0 .. (n - 1) : Backing(cmd.vaddr + k) /\ k < cmd.env.room
        /\ n < cmd.size => ~Backing(cmd.vaddr + n) \/ n >= cmd.env.room

Reached(cmd) ==
    /\ cmd.op \in {"MAP_DMA", "UNMAP_DMA"}
    /\ containers["c0"].enabled
    /\ cmd.iova + cmd.size <= 3

Written(cmd, i) ==
    IF ~Within(i, 1, cmd.iova, cmd.size) THEN table[i]
    ELSE IF cmd.op = "UNMAP_DMA" THEN None
    ELSE IF Writes(cmd) = cmd.size
    THEN [ua |-> cmd.vaddr + (i - cmd.iova),
          perm |-> IF cmd.flags = DmaRead THEN 1 ELSE 3]
    ELSE IF i - cmd.iova < Writes(cmd) THEN None ELSE table[i]

MCNext ==
    \E cmd \in Command : \E r \in Results(cmd) :
        /\ Do(cmd, r)
        /\ Called(cmd, r)
        /\ table' = IF Reached(cmd) THEN [i \in Entry |-> Written(cmd, i)]
                    ELSE table

(* The runs say what the entries say [MAP-8], [MAP-14], [UNM-5].            *)
TableIsRunsInv ==
    \A i \in Entry :
        LET runs == {m \in mappings : Within(i, 1, m.iova, m.size)}
        IN  table[i] =
              IF runs = {} THEN None
              ELSE LET m == CHOOSE x \in runs : TRUE
                   IN  [ua |-> m.ua + (i - m.iova), perm |-> m.perm]

(* The counts are those of the entries [ACC-3].                             *)
CountIsEntriesInv ==
    \A r \in regions :
        r.live = Cardinality({i \in Entry : table[i] # None
                                /\ Within(table[i].ua, 1, r.ua, r.size)})

(* Every entry lies inside one block [MAP-6].                               *)
OneBlockInv ==
    \A i \in Entry : table[i] # None =>
        \E r \in regions : Within(table[i].ua, 1, r.ua, r.size)

------------------------------------------------------------------------------
(* Faults.  Run m from bus address b on, as if its user addresses stood     *)
(* still.                                                                   *)
BugAfter(m, b) ==
    LET skip == Max(0, b - m.iova)
    IN  IF skip < m.size
        THEN {[m EXCEPT !.iova = @ + skip, !.size = @ - skip]} ELSE {}

(* A TCE that overwrites one of the same block is not counted.              *)
BugEntries(runs, r, page) ==
    IF \E m \in mappings : Overlap(m.ua, m.size, r.ua, r.size) THEN 0
    ELSE Sum([m \in runs |-> Shared(m.ua, m.size, r.ua, r.size)]) \div page

(* A gap behind a block counts as covered.                                  *)
BugCovered(blocks, ua, size) ==
    IF \E r \in blocks : Within(ua, 1, r.ua, r.size) THEN size ELSE 0
==============================================================================
