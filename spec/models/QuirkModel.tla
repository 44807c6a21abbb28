------------------------------ MODULE QuirkModel ------------------------------
(****************************************************************************)
(* The model in which every quirk shows what it breaks: small sets of       *)
(* commands for Next to try, one for each part of the interface.  Each      *)
(* Quirk*.cfg beside this file turns on one quirk, with a part in which it  *)
(* matters and one property that it must violate; each QuirkNorm_*.cfg is   *)
(* the same part without a quirk, and everything must hold.  To run one     *)
(* with any build of the TLA+ tools, in this folder:                        *)
(*   java -DTLA-Library=../tla:../quirks -cp tla2tools.jar tlc2.TLC         *)
(*        -deadlock -config QuirkUnregisterForgets.cfg QuirkModel.tla       *)
(****************************************************************************)
EXTENDS SpaprTceProperties, Quirks

CONSTANTS c0, c1, g0, g1

UsualGroup == [start |-> 0, size |-> 4, shifts |-> {0, 1, 2},
               windows |-> 2, levels |-> 2, family |-> "usual"]

UsualGroups == [g \in Group |-> UsualGroup]
OneStaticGroup ==
    [g \in Group |-> IF g = g0 THEN UsualGroup
                     ELSE [UsualGroup EXCEPT !.windows = 0]]

------------------------------------------------------------------------------
(* One command of each kind.                                                *)

Plenty == [memlock |-> 100, capIpcLock |-> FALSE, pinned |-> 100,
           backing |-> PageSize, frames |-> 0, records |-> 100,
           contiguous |-> 100, room |-> 100, platform |-> "OK", state |-> 0]

OnGroup(op, p, g) ==
    [op |-> op, process |-> p, group |-> g, env |-> Plenty]

Attach(p, g, c) ==
    [op |-> "SET_CONTAINER", process |-> p, group |-> g, container |-> c,
     file |-> "container", readable |-> TRUE, env |-> Plenty]

SetType(p, c, type) ==
    [op |-> "SET_IOMMU", process |-> p, container |-> c, type |-> type,
     env |-> Plenty]

Enable(p, c) == [op |-> "ENABLE", process |-> p, container |-> c,
                 env |-> Plenty]

GetInfo(p, c) ==
    [op |-> "GET_INFO", process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> FullInfoArgsz, flags |-> 0]

Block(op, p, c, ua, size) ==
    [op |-> op, process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> RegisterArgsz, flags |-> 0, env |-> Plenty,
     vaddr |-> ua, size |-> size]

Register(p, c, ua, size) == Block("REGISTER_MEMORY", p, c, ua, size)
Unregister(p, c, ua, size) == Block("UNREGISTER_MEMORY", p, c, ua, size)

Map(p, c, ua, iova, size) ==
    [op |-> "MAP_DMA", process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> MapArgsz, flags |-> DmaRead, env |-> Plenty,
     vaddr |-> ua, iova |-> iova, size |-> size]

Unmap(p, c, iova, size) ==
    [op |-> "UNMAP_DMA", process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> UnmapArgsz, flags |-> 0, env |-> Plenty,
     iova |-> iova, size |-> size]

Create(p, c, shift, size, levels) ==
    [op |-> "TCE_CREATE", process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> CreateArgsz, flags |-> 0, env |-> Plenty,
     pageShift |-> shift, size |-> size, levels |-> levels]

Remove(p, c, start) ==
    [op |-> "TCE_REMOVE", process |-> p, container |-> c, readable |-> TRUE,
     argsz |-> RemoveArgsz, flags |-> 0, env |-> Plenty, start |-> start]

------------------------------------------------------------------------------
(* Parts                                                                    *)

Begin(p, g, c, type) ==
    {OnGroup("OPEN_GROUP", p, g), Attach(p, g, c), SetType(p, c, type)}

(* Blocks and TCEs of one container.                                        *)
MemoryCommand ==
    LET register == Register("p0", c0, 0, 4)
        map      == Map("p0", c0, 0, 0, 2)
    IN  Begin("p0", g0, c0, Version2) \cup
        {register, Register("p0", c0, 2, 4), Register("p0", c0, 2, 2),
         Register("p0", c0, 0, 0),
         [register EXCEPT !.env.pinned = 2],
         [register EXCEPT !.env.records = 0],
         [register EXCEPT !.env.memlock = 2],
         Unregister("p0", c0, 0, 4), Unregister("p0", c0, 0, 2),
         map, Map("p0", c0, 1, 3, 2), Map("p0", c0, 2, 0, 1),
         [map EXCEPT !.env.room = 1],
         Unmap("p0", c0, 0, 2), Unmap("p0", c0, 1, 3), Unmap("p0", c0, 3, 2)}

(* A block that two containers of a process share.                          *)
SharingCommand ==
    UNION {{Register("p0", c, 0, 2), Unregister("p0", c, 0, 2),
            Map("p0", c, 0, 0, 1), Unmap("p0", c, 0, 1)} : c \in {c0, c1}}
    \cup Begin("p0", g0, c0, Version2) \cup Begin("p0", g1, c1, Version2)
    \cup {OnGroup("UNSET_CONTAINER", "p0", g) : g \in {g0, g1}}

(* Windows, their pages and tables.                                         *)
WindowCommand ==
    LET create == Create("p0", c0, 1, 4, 2)
    IN  Begin("p0", g0, c0, Version2) \cup
        {create, Create("p0", c0, 0, 1, 1), Create("p0", c0, 2, 8, 1),
         Create("p0", c0, 1, 2, 2),
         [create EXCEPT !.env.contiguous = 0],
         [create EXCEPT !.env.memlock = 13],
         Remove("p0", c0, 0), Remove("p0", c0, 2), Remove("p0", c0, 8),
         Register("p0", c0, 0, 4),
         [Register("p0", c0, 2, 6) EXCEPT !.env.backing = 4],
         Map("p0", c0, 0, 0, 2), Map("p0", c0, 0, 8, 4),
         Map("p0", c0, 4, 8, 4), Map("p0", c0, 0, 9, 2),
         Unmap("p0", c0, 8, 2)}

(* One container and two processes.                                         *)
ProcessCommand ==
    {OnGroup("OPEN_GROUP", "p0", g0), Attach("p0", g0, c0)} \cup
    UNION {{SetType(p, c0, Version2), Register(p, c0, 0, 2),
            Register(p, c0, 1, 2), Unregister(p, c0, 0, 2),
            Map(p, c0, 0, 0, 1), Remove(p, c0, 0), Remove(p, c0, 1),
            OnGroup("CLOSE_GROUP", p, g0)} : p \in {"p0", "p1"}}

(* Two groups and one container.                                            *)
GroupCommand ==
    Begin("p0", g0, c0, Version2) \cup Begin("p0", g1, c0, Version1) \cup
    {[Attach("p0", g0, c0) EXCEPT !.file = "other"],
     OnGroup("UNSET_CONTAINER", "p0", g0),
     OnGroup("UNSET_CONTAINER", "p0", g1),
     OnGroup("CLOSE_GROUP", "p0", g1),
     Register("p0", c0, 0, 2), Map("p0", c0, 0, 0, 1),
     Enable("p0", c0), GetInfo("p0", c0)}

(* A window in the upper half of the address space, or one that begins in   *)
(* the lower; and commands that say how long they are with a high bit.      *)
HighCommand ==
    Begin("p0", g0, c0, Version2) \cup
    {Create("p0", c0, 0, 4, 1), Register("p0", c0, 0, 2)} \cup
    {Unmap("p0", c0, i, 1) : i \in {0, 6, 9, 12, 15}} \cup
    {[Unmap("p0", c0, 0, 1) EXCEPT !.argsz = 31],
     [Unmap("p0", c0, 0, 1) EXCEPT !.argsz = 32]}

------------------------------------------------------------------------------
(* Smaller than they are, so that small numbers reach them.                 *)
TwoTces == 2
SmallWord == 32
OneWord == 8
==============================================================================
