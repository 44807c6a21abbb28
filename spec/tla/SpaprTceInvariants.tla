------------------------- MODULE SpaprTceInvariants --------------------------
(****************************************************************************)
(* What is true in every reachable state, each in a sentence.  These are    *)
(* checked by TLC in the models and by the compiled oracle after each step. *)
(****************************************************************************)
EXTENDS SpaprTce

(* Every variable has the shape that TceState gives it, and no block ends   *)
(* at or past the top of the address space [REG-3].                         *)
TypeInv ==
    /\ \A p \in Process : lockedVm[p] \in Nat /\ elsewhere[p] \in Nat
    /\ \A c \in Container :
          LET k == containers[c]
          IN  /\ k.type \in {0, Version1, Version2}
              /\ k.process \in Process \cup {NoProcess}
              /\ k.enabled \in BOOLEAN /\ k.pending \in BOOLEAN
              /\ k.locked \in Nat
              /\ GroupsOf(c) \subseteq Group
              /\ Cardinality(GroupsOf(c)) = Len(k.groups)
    /\ \A g \in Group :
          groups[g].open \in BOOLEAN /\ groups[g].devices \in Nat
    /\ \A r \in regions :
          /\ r.process \in Process
          /\ r.ua \in Nat /\ r.size \in Nat \ {0}
          /\ Aligned(r.ua, PageSize) /\ Aligned(r.size, PageSize)
          /\ r.ua + r.size < AddressTop
          /\ r.backing \in Nat /\ r.live \in Nat
          /\ r.holders \subseteq Container
    /\ \A w \in windows :
          /\ w.container \in Container
          /\ w.start \in Nat /\ w.size \in Nat \ {0} /\ w.page \in Nat \ {0}
          /\ Aligned(w.size, w.page)
          /\ w.table \in Nat
    /\ \A m \in mappings :
          /\ m.container \in Container
          /\ m.iova \in Nat /\ m.ua \in Nat /\ m.size \in Nat \ {0}
          /\ m.perm \in {DmaRead, DmaRead + DmaWrite}

------------------------------------------------------------------------------
(* Containers and groups                                                    *)

(* A container has a type only while it has groups, and without one it is   *)
(* as it was when opened, but for its groups [LIF-2].                       *)
BlankInv ==
    \A c \in Container :
        LET k == containers[c]
        IN  IF k.type = 0 THEN k = [Blank EXCEPT !.groups = k.groups]
            ELSE k.groups # << >>

(* What is enabled, or has a window, is bound to a process [SES-2].         *)
BoundInv ==
    \A c \in Container :
        (containers[c].enabled \/ \E w \in windows : w.container = c)
            => containers[c].process \in Process

(* A group is in one container at most [GRP-3].                             *)
OneHomeInv == \A g \in Group : Cardinality(Homes(g)) <= 1

(* A group in a container has its file or a device open [LIF-5].            *)
InUseInv == \A g \in Group : Homes(g) # {} => InUse(g)

(* An open device keeps its group in a container that has a type [GRP-9],   *)
(* [GRP-12].                                                                *)
DeviceOpenInv ==
    \A g \in Group :
        groups[g].devices > 0 => \E c \in Homes(g) : containers[c].type # 0

(* The groups of a container are of one family [GRP-7]; all of them have    *)
(* windows that can be created if it is of version 2 [GRP-5], and there is  *)
(* one only if it is of version 1 [GRP-6].                                  *)
CompatibleInv ==
    \A c \in Container :
        containers[c].type # 0 =>
            /\ \A g, h \in GroupsOf(c) :
                  TableGroup[g].family = TableGroup[h].family
            /\ IF InVersion2(c)
               THEN \A g \in GroupsOf(c) : TableGroup[g].windows > 0
               ELSE Len(containers[c].groups) = 1

(* In version 1 what ENABLE charged is there exactly while the container is *)
(* enabled, and in version 2 never [VER-7], [VER-8].                        *)
LockedInv ==
    \A c \in Container :
        containers[c].locked = IF containers[c].type = Version1
                                  /\ containers[c].enabled
                               THEN WindowPages(c) ELSE 0

------------------------------------------------------------------------------
(* Blocks                                                                   *)

(* No two blocks of a process overlap [REG-7].                              *)
DisjointInv ==
    \A r, s \in regions :
        (r # s /\ r.process = s.process)
            => ~Overlap(r.ua, r.size, s.ua, s.size)

(* Every block is held by a container or mapped by a TCE [LIF-4].           *)
HeldOrMappedInv ==
    \A r \in regions : r.holders \cap Container # {} \/ r.live > 0

(* Who holds a block is a container of version 2, bound to the process of   *)
(* the block and enabled [REG-10].                                          *)
HolderInv ==
    \A r \in regions : \A c \in r.holders :
        /\ c \in Container
        /\ InVersion2(c)
        /\ containers[c].enabled /\ containers[c].process = r.process

(* locked_vm of a process is what others charged, its blocks, the tables of *)
(* the containers bound to it, and what ENABLE charged [ACC-1].             *)
ChargeInv ==
    \A p \in Process :
        LET mine   == {c \in Container : containers[c].process = p}
            blocks == {r \in regions : r.process = p}
            tables == {w \in windows : w.container \in mine}
        IN  lockedVm[p] = elsewhere[p] + Pages(Sum([r \in blocks |-> r.size]))
                                       + Sum([w \in tables |-> w.table])
                                       + Sum([c \in mine |->
                                                containers[c].locked])

------------------------------------------------------------------------------
(* Windows                                                                  *)

(* A container that is owed the default window has a type and no window     *)
(* [WIN-1].                                                                 *)
PendingInv ==
    \A c \in Container :
        containers[c].pending =>
            /\ containers[c].type # 0
            /\ \A w \in windows : w.container # c

(* Windows begin at the start of the default window or at the second start, *)
(* and no two of a container at the same: so there are two at most [WIN-6]. *)
(* Version 1 has the default window only [WIN-3].                           *)
StartInv ==
    /\ \A w \in windows :
          /\ w.start \in Starts(w.container)
          /\ \/ InVersion2(w.container)
             \/ w.start = Capability(w.container).start
    /\ \A v, w \in windows :
          (v # w /\ v.container = w.container) => v.start # w.start

(* Windows of a container do not overlap [WIN-20].                          *)
ApartInv ==
    \A v, w \in windows :
        (v # w /\ v.container = w.container)
            => ~Overlap(v.start, v.size, w.start, w.size)

(* Every window is programmed into all groups of its container and no other *)
(* [GRP-10], [WIN-19].                                                      *)
WindowsInAllGroupsInv == \A w \in windows : w.groups = GroupsOf(w.container)

(* A window of version 2 is charged the whole of a table with the levels    *)
(* that some group can have, one of version 1 nothing [WIN-10], [WIN-3].    *)
TableInv ==
    \A w \in windows :
        IF InVersion2(w.container)
        THEN \E g \in Group : \E n \in 1 .. TableGroup[g].levels :
                w.table = TablePages(Log2(w.page), w.size, n)
        ELSE w.table = 0

------------------------------------------------------------------------------
(* TCEs                                                                     *)

(* Every TCE lies whole in a window of its container [MAP-5], at bus and    *)
(* user addresses that are multiples of the window's page [MAP-3], [MAP-11].*)
InsideWindowInv ==
    \A m \in mappings :
        \E w \in windows :
            /\ w.container = m.container /\ w.start = m.window
            /\ Within(m.iova, m.size, w.start, w.size)
            /\ Aligned(m.iova - w.start, w.page) /\ Aligned(m.size, w.page)
            /\ Aligned(m.ua, w.page)

(* Every TCE of version 2 refers to registered memory of its process        *)
(* [MAP-6].                                                                 *)
InsideRegionsInv ==
    \A m \in mappings :
        InVersion2(m.container)
            => Covered(Blocks(m.container), m.ua, m.size) = m.size

(* No TCE spans pages that may lie apart in memory: a window's page never   *)
(* exceeds what the block allows [MAP-7].                                   *)
PageInv ==
    \A m \in mappings : \A w \in windows :
        (/\ InVersion2(m.container)
         /\ w.container = m.container /\ w.start = m.window)
            => Covered({r \in Blocks(m.container) :
                          /\ w.page <= r.backing
                          /\ Aligned(r.ua, w.page) /\ Aligned(r.size, w.page)},
                       m.ua, m.size) = m.size

(* A bus address of a container has one TCE at most [MAP-8].                *)
OneEntryInv ==
    \A m, n \in mappings :
        (m # n /\ m.container = n.container)
            => ~Overlap(m.iova, m.size, n.iova, n.size)

(* Runs that continue each other are joined.                                *)
JoinedInv == \A m, n \in mappings : ~Continues(m, n)

(* The count of live TCEs of each block is exact [ACC-3].                   *)
LiveInv ==
    \A r \in regions :
        r.live = Sum([w \in {x \in windows :
                               /\ InVersion2(x.container)
                               /\ containers[x.container].process = r.process}
                        |-> Entries(RunsIn(w), r, w.page)])

(* A group reaches a byte at most at a bus address, and where its own       *)
(* container has a TCE, no more [DEV-1], [DEV-2].  Of version 1 no pages    *)
(* are known.                                                               *)
DeviceInv ==
    \A m \in mappings : \A g \in Group :
        LET reached == DeviceView(g, m.iova)
            there   == {n \in mappings : /\ g \in GroupsOf(n.container)
                                        /\ Within(m.iova, 1, n.iova, n.size)}
        IN  /\ Cardinality(reached) <= 1
            /\ reached # {} => there # {}
            /\ (\E n \in there : InVersion2(n.container)) => reached # {}
==============================================================================
