------------------------------- MODULE Mappings -------------------------------
(****************************************************************************)
(* TCEs: MAP_DMA writes entries of a DMA window's table and UNMAP_DMA       *)
(* clears them.  Neither pins or charges anything [MAP-10]; they check that *)
(* the memory is pre-registered and keep the count of live TCEs per block.  *)
(*                                                                          *)
(* A table is a set of runs: TCEs whose bus and user addresses ascend       *)
(* together.  Runs that continue each other are always joined, so equal     *)
(* tables are equal sets.                                                   *)
(*                                                                          *)
(* Not modelled: ENOMEM when a level of the table cannot be allocated; the  *)
(* permission that a platform stores beyond the one asked for.              *)
(****************************************************************************)
EXTENDS Prereg

WindowAt(c, iova) ==
    {w \in windows : /\ w.container = c
                     /\ w.start <= iova /\ iova < w.start + w.size}

LeavesWindow(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) :
        ~Within(cmd.iova, cmd.size, w.start, w.size)

(* Whether blocks cover the user range without a gap.  They are disjoint,   *)
(* so the bytes that they share with it add up.                             *)
Covers(blocks, ua, size) ==
    LET met == {r \in blocks : Overlap(ua, size, r.ua, r.size)}
    IN  Sum([r \in met |-> Shared(ua, size, r.ua, r.size)]) = size

(* A block may be mapped in pages that its own bounds and the pages that    *)
(* back it are multiples of.                                                *)
MappableBy(page, r) ==
    page <= r.backing /\ Aligned(r.ua, page) /\ Aligned(r.size, page)

Registered(cmd) == Covers(regions, cmd.vaddr, cmd.size)

(* All of the range is registered, and some of it not in blocks that the    *)
(* window's pages fit.                                                      *)
PageTooLarge(cmd) ==
    /\ Registered(cmd)
    /\ \E w \in WindowAt(cmd.container, cmd.iova) :
          ~Covers({r \in regions : MappableBy(w.page, r)},
                  cmd.vaddr, cmd.size)

------------------------------------------------------------------------------
(* Runs                                                                     *)

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

(* The blocks after the TCEs of some runs came and those of others went.    *)
Recounted(came, went, page) ==
    LET touched == {r \in regions :
                      \E m \in came \cup went :
                          Overlap(m.ua, m.size, r.ua, r.size)}
    IN  (regions \ touched) \cup
        {[r EXCEPT !.live = @ + Entries(came, r, page)
                              - Entries(went, r, page)] : r \in touched}

------------------------------------------------------------------------------
(* MAP_DMA                                                                  *)

MisalignedMap(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) :
        \/ ~Aligned(cmd.vaddr, w.page)
        \/ ~Aligned(cmd.iova, w.page)
        \/ ~Aligned(cmd.size, w.page)

MapChecks(cmd) ==
    << Check(1, "MAP-1", "EPERM", cmd.container \notin enabled) >> \o
    HeaderChecks(2, cmd, MapArgsz, DmaRead + DmaWrite) \o
    << Check(5, "MAP-2", "ENXIO", WindowAt(cmd.container, cmd.iova) = {}),
       Check(6, "MAP-3", "EINVAL", MisalignedMap(cmd)),
       Check(6, "MAP-4", "EINVAL", cmd.flags = 0),
       Check(6, "MAP-5", "EINVAL", LeavesWindow(cmd)),
       Check(6, "MAP-6", "EINVAL", ~Registered(cmd)),
       Check(6, "MAP-7", "EINVAL", PageTooLarge(cmd)) >>

MapResults(cmd) == Verdict(MapChecks(cmd))

MapEffect(cmd) ==
    LET w    == CHOOSE x \in WindowAt(cmd.container, cmd.iova) : TRUE
        new  == [container |-> cmd.container, window |-> w.start,
                 iova |-> cmd.iova, ua |-> cmd.vaddr, size |-> cmd.size,
                 perm |-> cmd.flags]
        went == Cleared(cmd.container, cmd.iova, cmd.size)
        left == Remaining(cmd.container, cmd.iova, cmd.size)
    IN  /\ mappings' = IF cmd.size = 0 THEN mappings                \* [MAP-9]
                       ELSE Joined(left, new)                       \* [MAP-8]
        /\ regions' = IF cmd.size = 0 THEN regions
                      ELSE Recounted({new}, went, w.page)
        /\ UNCHANGED <<lockedVm, elsewhere, windows, bound, enabled>>

------------------------------------------------------------------------------
(* UNMAP_DMA                                                                *)

MisalignedUnmap(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) :
        ~Aligned(cmd.iova, w.page) \/ ~Aligned(cmd.size, w.page)

UnmapChecks(cmd) ==
    << Check(1, "UNM-1", "EPERM", cmd.container \notin enabled) >> \o
    HeaderChecks(2, cmd, UnmapArgsz, 0) \o
    << Check(5, "UNM-2", "ENXIO", WindowAt(cmd.container, cmd.iova) = {}),
       Check(6, "UNM-3", "EINVAL", MisalignedUnmap(cmd)),
       Check(6, "UNM-4", "EINVAL", LeavesWindow(cmd)) >>

UnmapResults(cmd) == Verdict(UnmapChecks(cmd))

UnmapEffect(cmd) ==                                                 \* [UNM-5]
    LET w    == CHOOSE x \in WindowAt(cmd.container, cmd.iova) : TRUE
        went == Cleared(cmd.container, cmd.iova, cmd.size)
    IN  /\ mappings' = Remaining(cmd.container, cmd.iova, cmd.size)
        /\ regions' = Recounted({}, went, w.page)
        /\ UNCHANGED <<lockedVm, elsewhere, windows, bound, enabled>>
==============================================================================
