------------------------------- MODULE MCFaults -------------------------------
(****************************************************************************)
(* Seeded faults.  Each Bug operator stands in for one operator of the norm *)
(* in the .cfg of its name, and TLC must answer with the one property that  *)
(* the configuration names.  A fault that is not found means that the model *)
(* is too small or that the property says too little.                       *)
(****************************************************************************)
EXTENDS MCSpaprTce

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

(* Three places to begin: containers of version 2, of version 1, nothing.   *)
Homed(type) ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> type])
    /\ NoneYet

Version2Init == Homed(Version2)
Version1Init == Homed(Version1)

Memory ==
    {Register("p", "c0", a, n, Benign) : a \in 0 .. 1, n \in 0 .. 2}
    \cup {Register("p", "c1", 0, 1, Benign), Unregister("p", "c0", 0, 1),
          Unregister("p", "c0", 0, 2)}
    \cup {Map("p", "c0", DmaWrite, 0, i, n, Benign) :
            i \in 0 .. 1, n \in 1 .. 2}
    \cup {Map("p", "c0", DmaWrite, 1, 1, 1, Benign)}
    \cup {Unmap("p", "c0", i, 1, Benign) : i \in 0 .. 1}

Rest ==
    {Create("p", c, 0, n, 1, Benign) : c \in Container, n \in {1, 16}}
    \cup {Remove("p", c, 0) : c \in Container}
    \cup {Map("p", "c0", DmaRead, 0, 0, 2, [Benign EXCEPT !.room = 1]),
          Register("p", "c0", 0, 2,
                   [Benign EXCEPT !.memlock = 0, !.pinned = 1]),
          [Register("p", "c0", 0, 1, Benign) EXCEPT !.flags = 1]}
    \cup {Plain(op, "p", "c0", Benign) :
            op \in {"ENABLE", "DISABLE", "UNKNOWN"}}
    \cup {OfGroup("CLOSE_GROUP", "q", "g0", Benign)}

MemoryCommand == Memory \cup Rest

LifeCommand ==
    {Register("p", "c0", 0, 1, Benign), SetIommu("p", "c0", Version2, Benign),
     SetIommu("p", "c0", Version1, Benign)}
    \cup UNION {{OfGroup(op, "p", g, Benign) :
                   op \in {"OPEN_GROUP", "CLOSE_GROUP", "OPEN_DEVICE",
                           "CLOSE_DEVICE", "UNSET_CONTAINER"}} : g \in Group}
    \cup {SetContainer("p", g, c, "container", Benign) :
            g \in Group, c \in Container}
    \cup {Status("p", "g0", StatusArgsz)}

------------------------------------------------------------------------------
(* Registration                                                             *)

BugBoundBy(cmd) == containers

BugClashing(cmd) ==
    {r \in regions : r.process = cmd.process /\ r.ua = cmd.vaddr}

BugEmptyResult == "EPERM"

BugRelinquished(c, blocks) == {[r EXCEPT !.size = 1] : r \in blocks}

(* A further container holds a block, and an unbound one with it.           *)
BugNewBlock(cmd) ==
    [process |-> cmd.process, ua |-> cmd.vaddr, size |-> cmd.size,
     backing |-> cmd.env.backing, frames |-> cmd.env.frames,
     holders |-> Container, live |-> 0]

BugAfterRefusal(cmd) == BoundBy(cmd)

BugHeaderChecks(step, cmd, argsz, flags) == << >>

(* Only the versions are not compared.                                      *)
BugSessionChecks(cmd, versions) ==
    << Check(1, "SES-1", "EINVAL", containers[cmd.container].type = 0),
       Check(2, "SES-2", "EPERM", ForeignCaller(cmd)) >>

(* Where two checks of one step fail there is no answer.                    *)
BugVerdict(checks) ==
    LET failing == {i \in DOMAIN checks : checks[i].fails}
    IN  IF failing = {} THEN {"OK"}
        ELSE {checks[i].result :
                i \in {j \in failing : \A k \in failing \ {j} :
                         checks[j].step < checks[k].step}}

------------------------------------------------------------------------------
(* Windows and TCEs                                                         *)

BugDefaultMade(cmd, known) ==
    [known EXCEPT ![cmd.container].process = cmd.process]

BugFreeStarts(c) == {4}

BugTooWide(shift, size, levels) == FALSE

BugNamedWindow(cmd) == {w \in windows : w.start = cmd.start}

BugWindow(c, start, shift, size, levels) ==
    [container |-> c, start |-> start, size |-> size, page |-> 1,
     table |-> ChargedPages(c, shift, size, levels), groups |-> {}]

BugMappable(cmd) == cmd.size

BugHit(c, start, size) ==
    {m \in mappings : m.container = c /\ m.iova = start}

BugJoined(runs, n) == runs \cup {n}

(* What fails clears all of its range.                                      *)
BugWritable(cmd) == cmd.size

BugRemaining(c, start, size) == mappings

BugPermission(flags) == flags

(* MAP_DMA registers what it maps, as if the container had done so.         *)
BugRecounted(c, came, went, page) ==
    {IF \E m \in came : Overlap(m.ua, m.size, r.ua, r.size)
     THEN [r EXCEPT !.holders = Container, !.live = @ + 1] ELSE r :
       r \in regions}

------------------------------------------------------------------------------
(* Version 1, groups and release                                            *)

BugWindowPages(c) == Pages(Capability(c).size) + 1

BugDisableEffect(cmd) ==
    /\ containers' = [containers EXCEPT ![cmd.container].enabled = FALSE]
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>

BugDisableChangesType(cmd) ==
    /\ containers' = [containers EXCEPT ![cmd.container].type = Version2]
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>

BugPayer(cmd, c) == cmd.process

BugRelease(cmd, c) ==
    /\ containers' = [containers EXCEPT ![c].groups = << >>]
    /\ UNCHANGED <<lockedVm, regions, windows, mappings>>

BugInUse(g) == FALSE

(* A group that is in a container already is put into another.              *)
BugSetContainerChecks(cmd) == GroupFileChecks(cmd)

BugSetContainerEffect(cmd) ==
    /\ containers' = [containers EXCEPT ![cmd.container].groups =
                         @ \o <<cmd.group>>]
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>

BugCloseGroupEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].open = FALSE]
    /\ UNCHANGED <<lockedVm, elsewhere, containers, regions, windows,
                   mappings>>

BugCloseGroupNot(cmd) == UNCHANGED vars

BugOpenDeviceChecks(cmd) == GroupFileChecks(cmd)

BugCloseDeviceEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].devices = 0]
    /\ UNCHANGED <<lockedVm, elsewhere, containers, regions, windows,
                   mappings>>

BugUnsetContainerChecks(cmd) ==
    GroupFileChecks(cmd) \o
    << Check(1, "GRP-11", "EINVAL", Homes(cmd.group) = {}) >>

BugSetIommuEffect(cmd) ==
    /\ containers' = [containers EXCEPT ![cmd.container].type = cmd.type]
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>

BugStatusOutput(cmd) == [value |-> 0, flags |-> 1]
==============================================================================
