--------------------------------- MODULE Graph --------------------------------
(****************************************************************************)
(* For the comparison of TLC's state graph with the compiled oracle's: the  *)
(* norm without history, its commands and results chosen from constant      *)
(* sets, so that TLC labels each transition with them.  Each .cfg of this   *)
(* module is a domain; together they have every command.                    *)
(****************************************************************************)
EXTENDS MCCommands

LabelledNext == \E cmd \in Command, r \in Result : Do(cmd, r)

LabelledFactsNext ==
    LabelledNext \/ \E n \in 0 .. 1 : LockedElsewhere("p", n)

(* The constants of the norm as this model sets them.                       *)
Constants ==
    [Process |-> Process, Container |-> Container, Group |-> Group,
     PageSize |-> PageSize, AddressTop |-> AddressTop,
     TableGroup |-> TableGroup, SecondStart |-> SecondStart,
     EntryBytes |-> EntryBytes, LeastTable |-> LeastTable,
     TableAddressBits |-> TableAddressBits,
     DefaultPageShift |-> DefaultPageShift, EehAvailable |-> EehAvailable,
     Command |-> Command]

GraphTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 2, shifts |-> {0, 1},
                      windows |-> 2, levels |-> 2, family |-> "a"]]

------------------------------------------------------------------------------
(* Blocks and TCEs, on pages of two bytes with a window's page of one.      *)

Version2Init ==
    Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
             [c \in Container |-> Version2])

MemoryCommand ==
    {Register("p", c, 0, 2, [Benign EXCEPT !.memlock = 13]) : c \in Container}
    \cup {Register("p", "c0", a, n, Benign) :
            a \in {2, 3}, n \in {0, 2}}
    \cup {Register("p", "c0", 0, 4, [Benign EXCEPT !.pinned = 3])}
    \cup {Unregister("p", c, 0, 2) : c \in Container}
    \cup {Map("p", "c0", DmaWrite, a, i, n, Benign) :
            a \in {0, 1}, i \in 0 .. 1, n \in 1 .. 2}
    \cup {Map("p", "c0", DmaRead, 0, 0, 1, Benign),
          Map("p", "c0", DmaWrite, 1, 0, 2, [Benign EXCEPT !.room = 1]),
          Map("p", "c1", DmaWrite, 1, 0, 1, Benign),
          Unmap("p", "c0", 1, 1, Benign), Unmap("p", "c1", 0, 2, Benign)}

------------------------------------------------------------------------------
(* Windows, limits and questions, and what others charge.                   *)

WindowCommand ==
    {Create("p", "c0", s, n, l, Benign) :
        s \in 0 .. 1, n \in {2, 16}, l \in 1 .. 2}
    \cup {Create("p", "c0", 0, 4, 1, e) :
            e \in {[Benign EXCEPT !.memlock = 10],
                   [Benign EXCEPT !.memlock = 0, !.capIpcLock = TRUE],
                   [Benign EXCEPT !.contiguous = 1],
                   [Benign EXCEPT !.platform = "EIO"]}}
    \cup {Remove("p", "c0", start) : start \in {0, 1, SecondStart}}
    \cup {Register("p", "c0", 0, 2, Benign),
          Map("p", "c0", DmaRead, 0, SecondStart, 2, Benign),
          Unmap("p", "c0", 0, 1, Benign)}
    \cup {Info("p", "c0", n) : n \in {InfoArgsz - 1, InfoArgsz, FullInfoArgsz}}
    \cup {Plain("UNKNOWN", "q", "c0", Benign)}
    \cup {Extension("p", "c0", x) : x \in {Version2, EehExtension, 9}}
    \cup {Eeh("p", "c0", n, EehArgsz, Benign) : n \in {0, EehInject, 10}}

------------------------------------------------------------------------------
(* Groups, both versions, release.  Devices, which are counted without end, *)
(* are only closed here where there is none.                                *)

LifeCommand ==
    UNION {{OfGroup(op, "p", g, Benign) :
              op \in {"OPEN_GROUP", "CLOSE_GROUP", "UNSET_CONTAINER",
                      "CLOSE_DEVICE", "UNKNOWN_OF_GROUP"}} : g \in Group}
    \cup {SetContainer("p", g, "c0", "container", Benign) : g \in Group}
    \cup {SetContainer("p", "g0", NoContainer, file, Benign) :
            file \in {"closed", "other"}}
    \cup {SetIommu("p", "c0", type, Benign) : type \in {0, Version1, Version2}}
    \cup {Status("p", "g0", StatusArgsz),
          Plain("GET_API_VERSION", "p", "c0", Benign)}
    \cup {Plain("ENABLE", q, "c0", Benign) : q \in Process}
    \cup {Plain("DISABLE", "p", "c0", Benign),
          Register("p", "c0", 0, 2, Benign), Unregister("p", "c0", 0, 2),
          Map("p", "c0", DmaWrite, 0, 0, 2, Benign),
          Map("p", "c0", DmaWrite, 0, 0, 2, [Benign EXCEPT !.pinned = 1])}
==============================================================================
