-------------------------- MODULE SpaprTceInvariants --------------------------
(****************************************************************************)
(* What is true in every reachable state, each in a sentence.  These are    *)
(* checked by TLC in the models and by the compiled oracle after each step. *)
(****************************************************************************)
EXTENDS SpaprTce

(* Every variable has the shape that TceState gives it, and no block ends   *)
(* at or past the top of the address space.                                 *)
TypeInv ==
    /\ lockedVm \in Nat /\ elsewhere \in Nat
    /\ \A r \in regions :
          /\ r.ua \in Nat /\ r.size \in Nat \ {0}
          /\ Aligned(r.ua, PageSize) /\ Aligned(r.size, PageSize)
          /\ r.ua + r.size < AddressTop
          /\ r.backing \in Nat /\ r.live \in Nat
          /\ r.holders \subseteq Container
    /\ \A m \in mappings :
          /\ m.container \in Container
          /\ m.size \in Nat \ {0}
          /\ m.perm \in DmaRead .. (DmaRead + DmaWrite)
    /\ bound \subseteq Container /\ enabled \subseteq Container

(* No two blocks of the process overlap.                                    *)
DisjointInv ==
    \A r, s \in regions : r # s => ~Overlap(r.ua, r.size, s.ua, s.size)

(* Every block is held by a container.                                      *)
HeldInv == \A r \in regions : r.holders # {}

(* locked_vm is what is registered, what the tables cost, and what others   *)
(* charged [ACC-1].                                                         *)
ChargeInv ==
    lockedVm = elsewhere + Sum([w \in windows |-> w.table])
                         + Pages(Sum([r \in regions |-> r.size]))

(* A container that holds a block is bound and enabled.                     *)
EnabledInv ==
    /\ \A r \in regions : r.holders \subseteq enabled
    /\ enabled \subseteq bound

(* Every TCE refers to registered memory [MAP-6].                           *)
InsideRegionsInv == \A m \in mappings : Covers(regions, m.ua, m.size)

(* Every TCE lies whole in a window of its container [MAP-5], at bus and    *)
(* user addresses that are multiples of the window's page [MAP-3].          *)
InsideWindowInv ==
    \A m \in mappings :
        \E w \in windows :
            /\ w.container = m.container /\ w.start = m.window
            /\ Within(m.iova, m.size, w.start, w.size)
            /\ Aligned(m.iova, w.page) /\ Aligned(m.size, w.page)
            /\ Aligned(m.ua, w.page)

(* No TCE spans pages that may lie apart in memory: a window's page never   *)
(* exceeds what the block allows [MAP-7].                                   *)
PageInv ==
    \A m \in mappings : \A w \in windows :
        (w.container = m.container /\ w.start = m.window)
            => Covers({r \in regions : MappableBy(w.page, r)}, m.ua, m.size)

(* A bus address of a container has one TCE at most.                        *)
OneEntryInv ==
    \A m, n \in mappings :
        (m # n /\ m.container = n.container)
            => ~Overlap(m.iova, m.size, n.iova, n.size)

(* Runs that continue each other are joined.                                *)
JoinedInv == \A m, n \in mappings : ~Continues(m, n)

(* The count of live TCEs of each block is exact [ACC-3].                   *)
LiveInv ==
    \A r \in regions :
        r.live = Sum([w \in windows |->
                        Entries({m \in mappings : m.container = w.container
                                                  /\ m.window = w.start},
                                r, w.page)])
==============================================================================
