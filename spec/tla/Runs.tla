--------------------------------- MODULE Runs ---------------------------------
(****************************************************************************)
(* TCE tables as sets of runs: TCEs whose bus and user addresses ascend     *)
(* together.  Runs that continue each other are always joined, so equal     *)
(* tables are equal sets.  Here, too, is the count of live TCEs that each   *)
(* block carries, and what becomes of a block without holders.              *)
(****************************************************************************)
EXTENDS TableSize

(* What remains of run m before bus address a, and from bus address b on.   *)
Before(m, a) ==
    IF m.iova < a THEN {[m EXCEPT !.size = Min(@, a - m.iova)]} ELSE {}

After(m, b) ==
    LET skip == Max(0, b - m.iova)
    IN  IF skip < m.size
        THEN {[m EXCEPT !.iova = @ + skip, !.ua = @ + skip, !.size = @ - skip]}
        ELSE {}

(* The part of run m that lies in [start, start + size).                    *)
Part(m, start, size) ==
    LET from == Max(m.iova, start)
    IN  [m EXCEPT !.iova = from,
                  !.ua   = @ + (from - m.iova),
                  !.size = Min(m.iova + m.size, start + size) - from]

Hit(c, start, size) ==
    {m \in mappings :
        m.container = c /\ Overlap(m.iova, m.size, start, size)}

Cleared(c, start, size) == {Part(m, start, size) : m \in Hit(c, start, size)}

Remaining(c, start, size) ==
    (mappings \ Hit(c, start, size)) \cup
    UNION {Before(m, start) \cup After(m, start + size) :
             m \in Hit(c, start, size)}

(* Run n continues run m.                                                   *)
Continues(m, n) ==
    /\ m.container = n.container /\ m.window = n.window
    /\ m.perm = n.perm
    /\ m.iova + m.size = n.iova
    /\ m.ua + m.size = n.ua

Extent(runs) == Sum([m \in runs |-> m.size])

(* The runs with run n added, joined to the runs that it continues and that *)
(* continue it: at most one each.                                           *)
Joined(runs, n) ==
    LET left  == {m \in runs : Continues(m, n)}
        right == {m \in runs : Continues(n, m)}
    IN  (runs \ (left \cup right)) \cup
        {[n EXCEPT !.iova = @ - Extent(left),
                   !.ua   = @ - Extent(left),
                   !.size = @ + Extent(left) + Extent(right)]}

(* The TCEs of the runs that refer to block r.                              *)
Entries(runs, r, page) ==
    Sum([m \in runs |-> Shared(m.ua, m.size, r.ua, r.size)]) \div page

(* The blocks after the TCEs of some runs of container c came and those of   *)
(* others went [ACC-3].  Version 1 knows no blocks.                         *)
Recounted(c, came, went, page) ==
    LET touched == {r \in Blocks(c) :
                      \E m \in came \cup went :
                          Overlap(m.ua, m.size, r.ua, r.size)}
    IN  IF ~InVersion2(c) THEN regions
        ELSE (regions \ touched) \cup
             {[r EXCEPT !.live = @ + Entries(came, r, page)
                                   - Entries(went, r, page)] : r \in touched}

RunsIn(w) ==
    {m \in mappings : m.container = w.container /\ m.window = w.start}

(* The blocks after all TCEs in some windows of container c went.           *)
RecountedWithout(c, closing) ==
    IF ~InVersion2(c) THEN regions
    ELSE (regions \ Blocks(c)) \cup
         {[r EXCEPT !.live = @ - Sum([w \in closing |->
                                        Entries(RunsIn(w), r, w.page)])] :
            r \in Blocks(c)}

------------------------------------------------------------------------------
(* A block stays as long as a container holds it or a TCE refers to it      *)
(* [LIF-4].  A block that has lost its last holder while TCEs refer to it   *)
(* is an orphan; nothing is done to it.                                     *)

Orphaned(r) == r

(* The holds that container c gives up on block r.                          *)
GivenUp(c, r) == {c}

(* Blocks after container c gave up its hold on them.                       *)
Relinquished(c, blocks) ==
    {LET left == [r EXCEPT !.holders = @ \ GivenUp(c, r)]
     IN  IF left.holders = {} /\ left.live > 0 THEN Orphaned(left) ELSE left :
       r \in blocks}

Kept(blocks) == {r \in blocks : r.holders # {} \/ r.live > 0}

(* Pages charged for those of process p that do not stay.                   *)
FreedPages(p, blocks) ==
    Pages(Sum([r \in {s \in blocks \ Kept(blocks) : s.process = p} |-> r.size]))
==============================================================================
