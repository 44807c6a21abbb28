------------------------------ MODULE MCPagewise ------------------------------
(****************************************************************************)
(* The tables once more, entry by entry, the way hardware keeps them: a     *)
(* history variable beside the norm's runs.  That both always say the same  *)
(* is what entitles the norm to speak of runs.                              *)
(****************************************************************************)
EXTENDS MCSpaprTce

VARIABLE table      \* table[c][i]: user address and permission of the TCE at
                    \* bus address i of container c, or None

Entry == {i \in WindowStart .. (WindowStart + WindowSize - 1) :
            Aligned(i, WindowPage)}

None == [ua |-> 0, perm |-> 0]

(* TCE i after the command has succeeded.                                   *)
Written(cmd, i) ==
    IF ~Within(i, WindowPage, cmd.iova, cmd.size)
    THEN table[cmd.container][i]
    ELSE IF cmd.op = "MAP_DMA"
    THEN [ua |-> cmd.vaddr + (i - cmd.iova), perm |-> cmd.flags]
    ELSE None

PagewiseInit ==
    /\ Init
    /\ table = [c \in Container |-> [i \in Entry |-> None]]

PagewiseNext ==
    \E cmd \in Command : \E r \in Results(cmd) :
        /\ Do(cmd, r)
        /\ table' = IF r = "OK" /\ cmd.op \in {"MAP_DMA", "UNMAP_DMA"}
                    THEN [table EXCEPT ![cmd.container] =
                            [i \in Entry |-> Written(cmd, i)]]
                    ELSE table

(* The runs say what the entries say.                                       *)
TableInv ==
    \A c \in Container, i \in Entry :
        LET runs == {m \in mappings : m.container = c
                                      /\ Within(i, 1, m.iova, m.size)}
        IN  table[c][i] =
              IF runs = {} THEN None
              ELSE LET m == CHOOSE x \in runs : TRUE
                   IN  [ua |-> m.ua + (i - m.iova), perm |-> m.perm]

EntriesOf(r) ==
    {<<c, i>> \in Container \X Entry :
        table[c][i] # None /\ Within(table[c][i].ua, WindowPage, r.ua, r.size)}

(* The counts are those of the entries.                                     *)
CountInv == \A r \in regions : r.live = Cardinality(EntriesOf(r))

(* Every entry lies inside one block.                                       *)
OneBlockInv ==
    \A c \in Container, i \in Entry :
        table[c][i] # None =>
            \E r \in regions :
                Within(table[c][i].ua, WindowPage, r.ua, r.size)

(* Run m from bus address b on, as if its user addresses stood still.       *)
BugAfter(m, b) ==
    LET skip == Max(0, b - m.iova)
    IN  IF skip < m.size
        THEN {[m EXCEPT !.iova = @ + skip, !.size = @ - skip]} ELSE {}

(* A TCE that overwrites one of the same block is not counted.              *)
BugEntries(runs, r, page) ==
    IF \E m \in mappings : Overlap(m.ua, m.size, r.ua, r.size) THEN 0
    ELSE Sum([m \in runs |-> Shared(m.ua, m.size, r.ua, r.size)]) \div page

(* A gap between blocks counts as covered.                                  *)
BugCovers(blocks, ua, size) ==
    /\ \E r \in blocks : Within(ua, 1, r.ua, r.size)
    /\ \E r \in blocks : Within(ua + size - 1, 1, r.ua, r.size)
==============================================================================
