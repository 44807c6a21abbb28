-------------------------------- MODULE MCBaits -------------------------------
(****************************************************************************)
(* Interesting states that must be reachable; TLC finds each "violated".    *)
(****************************************************************************)
EXTENDS MCFaults

BaitShared == \A r \in regions : r.holders # Container

(* A container maps a block that only another one registered [MAP-6].       *)
BaitForeign ==
    \A m \in mappings : \A r \in regions :
        Overlap(m.ua, m.size, r.ua, r.size) => m.container \in r.holders

(* One run of TCEs refers to two adjacent blocks.                           *)
BaitSpanning ==
    \A m \in mappings : \E r \in regions : Within(m.ua, m.size, r.ua, r.size)

(* A block that nobody holds any more, kept by a TCE [LIF-4].               *)
BaitOrphan == \A r \in regions : r.holders # {}

(* A container has both of its windows.                                     *)
BaitBothWindows ==
    \A v, w \in windows : v.container = w.container => v = w

OrphanCommand ==
    MemoryCommand \cup {OfGroup("CLOSE_GROUP", "q", "g1", Benign)}

LifeAndWindowCommand == LifeCommand \cup {Create("p", "c0", 0, 1, 1, Benign)}

(* Two groups in one container, and a window in both.                       *)
BaitTwoGroups == \A w \in windows : Cardinality(w.groups) < 2
==============================================================================
