------------------------------ MODULE Lifetime ------------------------------
(****************************************************************************)
(* What groups, the choice of a type and questions promise, and what is     *)
(* left when a group leaves its container, each in a sentence.              *)
(****************************************************************************)
EXTENDS Promises

(* The container of the group of the call, before and after it.             *)
Home == {c \in Container : Now.group \in GroupsOf(c)}

HasLeft(c, g) == g \in GroupsOf(c) /\ g \notin GroupsOf(c)'

(* SET_IOMMU succeeds once, for a container that has groups and no type,    *)
(* with a type that exists [SES-4], [SES-5], [VER-1], and the default       *)
(* window is owed from then on [SES-6].                                     *)
SetIommuProp ==
    [][Succeeds("SET_IOMMU") =>
          LET k == containers[Now.container]
          IN  /\ k.type = 0 /\ k.groups # << >>
              /\ Now.type \in {2, 7}
              /\ containers' = [containers EXCEPT
                                  ![Now.container].type = Now.type,
                                  ![Now.container].pending = TRUE]
              /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows,
                             mappings>>]_call

(* A container gets a type by SET_IOMMU and loses it by its release.        *)
TypeProp ==
    [][\A c \in Container :
          containers'[c].type # containers[c].type =>
              Succeeds("SET_IOMMU") \/ containers'[c] = Blank]_call

(* The file of a group is opened by one at a time [GRP-1].                  *)
OpenGroupProp ==
    [][Succeeds("OPEN_GROUP") =>
          /\ ~groups[Now.group].open /\ groups[Now.group].devices = 0
          /\ groups' = [groups EXCEPT ![Now.group].open = TRUE]]_call

(* A device is opened in a container that has a type [GRP-9], and counted   *)
(* until it is closed.                                                      *)
DeviceProp ==
    [][/\ Succeeds("OPEN_DEVICE") =>
             /\ \E c \in Home : containers[c].type # 0
             /\ groups' = [groups EXCEPT ![Now.group].devices = @ + 1]
             /\ UNCHANGED <<containers, windows, mappings, lockedVm>>
       /\ Succeeds("CLOSE_DEVICE") =>
             groups' = [groups EXCEPT ![Now.group].devices = @ - 1]]_call

(* SET_CONTAINER puts a group that is in no container [GRP-3] first into    *)
(* the one that the descriptor names [GRP-4], and programs the windows      *)
(* there into it [GRP-10]; nothing else changes.                            *)
AttachProp ==
    [][Succeeds("SET_CONTAINER") =>
          LET c == Now.container
          IN  /\ Home = {} /\ Now.file = "container"
              /\ containers' = [containers EXCEPT
                                  ![c].groups = <<Now.group>> \o @]
              /\ {[w EXCEPT !.groups = {}] : w \in windows'}
                   = {[w EXCEPT !.groups = {}] : w \in windows}
              /\ \A w \in windows' :
                    w.container = c => Now.group \in w.groups
              /\ UNCHANGED <<lockedVm, elsewhere, groups, regions,
                             mappings>>]_call

(* A group leaves by UNSET_CONTAINER, which its open devices forbid         *)
(* [GRP-12], or when the last of its files and devices is closed [LIF-5],   *)
(* and by nothing else.                                                     *)
LeavingProp ==
    [][\A c \in Container, g \in Group :
          LET closed == ~groups'[g].open /\ groups'[g].devices = 0
          IN  HasLeft(c, g) <=>
                /\ g \in GroupsOf(c) /\ Answer = "OK"
                /\ Now.op \in {"UNSET_CONTAINER", "CLOSE_GROUP",
                               "CLOSE_DEVICE"}
                /\ Now.group = g
                /\ Now.op = "UNSET_CONTAINER" => groups[g].devices = 0
                /\ Now.op # "UNSET_CONTAINER" => closed]_call

(* The last descriptor of a group's file is closed by CLOSE_GROUP, and      *)
(* nothing else closes it.                                                  *)
CloseGroupProp ==
    [][\A g \in Group :
          (groups[g].open /\ ~groups'[g].open)
              <=> (Succeeds("CLOSE_GROUP") /\ Now.group = g
                   /\ groups[g].open)]_call

(* While others stay, a group that leaves takes nothing with it: windows,   *)
(* TCEs, blocks and charges remain [LIF-1].                                 *)
OthersStayProp ==
    [][\A c \in Container :
          (GroupsOf(c)' # {} /\ GroupsOf(c) \ GroupsOf(c)' # {}) =>
              /\ UNCHANGED <<lockedVm, elsewhere, regions, mappings>>
              /\ {[w EXCEPT !.groups = {}] : w \in windows'}
                   = {[w EXCEPT !.groups = {}] : w \in windows}
              /\ \A d \in Container : containers'[d] =
                    IF d = c
                    THEN [containers[c] EXCEPT !.groups =
                            SelectSeq(@, LAMBDA g : g # Now.group)]
                    ELSE containers[d]]_call

(* When the last group leaves, all that the container had is gone: type,    *)
(* windows, TCEs, its holds, and what they were charged [LIF-2].  A block   *)
(* that another container holds or maps stays [LIF-4].                      *)
ReleaseProp ==
    [][\A c \in Container :
          (GroupsOf(c) # {} /\ GroupsOf(c)' = {}) =>
              LET k      == containers[c]
                  tables == {w \in windows : w.container = c}
                  stay   == {r \in regions :
                               \/ r.holders \ {c} # {}
                               \/ \E m \in mappings :
                                    /\ m.container # c
                                    /\ InVersion2(m.container)
                                    /\ containers[m.container].process
                                         = r.process
                                    /\ Overlap(m.ua, m.size, r.ua, r.size)}
              IN  /\ containers' = [containers EXCEPT ![c] = Blank]
                  /\ windows' = windows \ tables
                  /\ mappings' = {m \in mappings : m.container # c}
                  /\ {Key(r) : r \in regions'} = {Key(r) : r \in stay}
                  /\ \A r \in regions' : c \notin r.holders
                  /\ \A p \in Process : ChargeAfter(p) =
                       Charge(p) - PagesOf(regions \ stay, p)
                         - IF p = k.process
                           THEN TablesOf(tables) + k.locked ELSE 0]_call

(* GET_INFO tells where the default window lies, which is where it is if it *)
(* has been made [QRY-3], and of windows that can be created only what the  *)
(* caller has room for [QRY-4].                                             *)
InfoProp ==
    [][Succeeds("GET_INFO") =>
          LET out   == Output(Now, "OK")
              group == TableGroup[Head(containers[Now.container].groups)]
              more  == containers[Now.container].type = 7 /\ group.windows > 0
          IN  /\ out.dma32Start = group.start
              /\ out.dma32Size = group.size
              /\ out.flags = IF more THEN 1 ELSE 0
              /\ Now.argsz < 32 <=>
                    {"pageSizes", "maxWindows", "levels"} \cap DOMAIN out = {}
              /\ Now.argsz >= 32 =>
                    /\ out.maxWindows = IF more THEN group.windows ELSE 0
                    /\ out.levels = IF more THEN group.levels ELSE 0
                    /\ \A s \in group.shifts :
                          (out.pageSizes \div (2 ^ s)) % 2
                             = IF more THEN 1 ELSE 0]_call

(* GET_STATUS tells whether a group can be used and whether it is in a      *)
(* container [QRY-5], and CHECK_EXTENSION which types there are [QRY-1].    *)
StatusProp ==
    [][/\ Succeeds("GET_STATUS") =>
             Output(Now, "OK").flags = IF Home = {} THEN 1 ELSE 3
       /\ Succeeds("CHECK_EXTENSION") =>
             (Output(Now, "OK").value = 1 <=>
                \/ Now.extension \in {2, 7}
                \/ Now.extension = 5 /\ EehAvailable)]_call
==============================================================================
