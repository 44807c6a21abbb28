-------------------------------- MODULE Groups --------------------------------
(****************************************************************************)
(* IOMMU groups: a group's file is opened once, put into a container, and   *)
(* taken out of it by command or by closing.  The first SET_IOMMU gives a   *)
(* container its type.  When the last group leaves, the container is        *)
(* released: all that it had is gone, and it is as it was when opened.      *)
(*                                                                          *)
(* Closing the file of a container is no step of its own: it changes        *)
(* nothing, and without a file a container cannot be addressed [LIF-6].     *)
(****************************************************************************)
EXTENDS Version1

InUse(g) == groups[g].open \/ groups[g].devices > 0

(* The answer to a group without windows that can be created, and to a      *)
(* descriptor that names something else than a container.                   *)
StaticGroupResult == "EPERM"
NotContainerResult == "EINVAL"

(* Windows cannot be created for the group.                                 *)
Static(g) == TableGroup[g].windows = 0

(* May a container of this type have these groups?                          *)
AttachChecks(step, type, members, env) ==
    << Check(step, "GRP-5", StaticGroupResult,
             type = Version2 /\ \E g \in members : Static(g)),
       Check(step, "GRP-6", "EBUSY",
             type = Version1 /\ Cardinality(members) > 1),
       Check(step, "GRP-7", "EPERM",
             \E g, h \in members :
                 TableGroup[g].family # TableGroup[h].family),
       Check(step + 1, "GRP-8", env.platform, env.platform # "OK") >>

------------------------------------------------------------------------------
(* Leaving                                                                  *)

(* The TCEs that go when a group leaves and others stay [LIF-1].            *)
ClearedByLeaving(c) == {}

(* Who is given back what a container was charged [LIF-3].                  *)
Payer(cmd, c) == containers[c].process

OthersStay(g, c) ==
    LET closing == ClearedByLeaving(c)
        counted == RecountedWithout(c, closing)
        Without(w) == [w EXCEPT !.groups = @ \ {g}]
    IN  /\ containers' = [containers EXCEPT ![c].groups =
                             SelectSeq(@, LAMBDA h : h # g)]
        /\ windows' = {IF w.container = c THEN Without(w) ELSE w :
                         w \in windows}
        /\ mappings' = mappings \ UNION {RunsIn(w) : w \in closing}
        /\ regions' = Kept(counted)
        /\ lockedVm' = [p \in Process |->
                          lockedVm[p] - FreedPages(p, counted)]

(* Those of the blocks that container c gives up when it is released.       *)
LetGo(c, blocks) == HeldBy(c, blocks)

(* The container lets go of everything it has [LIF-2].                      *)
Release(cmd, c) ==
    LET mine    == {w \in windows : w.container = c}
        counted == RecountedWithout(c, mine)
        left    == (counted \ LetGo(c, counted))
                     \cup Relinquished(c, LetGo(c, counted))
        paid    == containers[c].locked + Sum([w \in mine |-> w.table])
    IN  /\ containers' = [containers EXCEPT ![c] = Blank]
        /\ windows' = windows \ mine
        /\ mappings' = {m \in mappings : m.container # c}
        /\ regions' = Kept(left)
        /\ lockedVm' = [p \in Process |->
                          lockedVm[p]
                            - IF p = Payer(cmd, c)
                              THEN paid + FreedPages(containers[c].process,
                                                     left)
                              ELSE 0]

(* Group g leaves the container that it is in, if any.                      *)
Leave(cmd, g) ==
    IF Homes(g) = {}
    THEN UNCHANGED <<lockedVm, containers, regions, windows, mappings>>
    ELSE \E c \in Homes(g) :
            IF GroupsOf(c) = {g} THEN Release(cmd, c) ELSE OthersStay(g, c)

------------------------------------------------------------------------------
(* The file of a group                                                      *)

(* A file that is not open is named by no descriptor [GRP-2].               *)
GroupFileChecks(cmd) ==
    << Check(0, "GRP-2", "EBADF", ~groups[cmd.group].open) >>

DeviceFileChecks(cmd) ==
    << Check(0, "GRP-2", "EBADF", groups[cmd.group].devices = 0) >>

OpenGroupChecks(cmd) == << Check(1, "GRP-1", "EBUSY", InUse(cmd.group)) >>

OpenGroupEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].open = TRUE]
    /\ UNCHANGED <<lockedVm, elsewhere, containers, regions, windows, mappings>>

(* The last descriptor is closed; open devices keep the group [LIF-5].      *)
CloseGroupEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].open = FALSE]
    /\ UNCHANGED elsewhere
    /\ IF groups[cmd.group].devices > 0
       THEN UNCHANGED <<lockedVm, containers, regions, windows, mappings>>
       ELSE Leave(cmd, cmd.group)

(* GROUP_GET_DEVICE_FD                                                      *)
OpenDeviceChecks(cmd) ==
    GroupFileChecks(cmd) \o
    << Check(1, "GRP-9", "EINVAL",
             \A c \in Homes(cmd.group) : containers[c].type = 0),
       Check(2, "GRP-8", cmd.env.platform, cmd.env.platform # "OK") >>

OpenDeviceEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].devices = @ + 1]
    /\ UNCHANGED <<lockedVm, elsewhere, containers, regions, windows, mappings>>

CloseDeviceEffect(cmd) ==
    LET last == groups[cmd.group].devices = 1 /\ ~groups[cmd.group].open
    IN  /\ groups' = [groups EXCEPT ![cmd.group].devices = @ - 1]
        /\ UNCHANGED elsewhere
        /\ IF last THEN Leave(cmd, cmd.group)
           ELSE UNCHANGED <<lockedVm, containers, regions, windows, mappings>>

------------------------------------------------------------------------------
(* GROUP_SET_CONTAINER, GROUP_UNSET_CONTAINER                               *)

SetContainerChecks(cmd) ==
    LET c == cmd.container
    IN  GroupFileChecks(cmd) \o
        << Check(1, "ABI-1", "EFAULT", ~cmd.readable),
           Check(2, "GRP-2", "EBADF", cmd.file = "closed"),
           Check(3, "GRP-3", "EINVAL", Homes(cmd.group) # {}),
           Check(4, "GRP-4", NotContainerResult, cmd.file = "other") >> \o
        IF cmd.file # "container" THEN << >>
        ELSE IF containers[c].type = 0 THEN << >>
        ELSE AttachChecks(5, containers[c].type,
                          GroupsOf(c) \cup {cmd.group}, cmd.env)

(* The windows that a group finds are programmed into it [GRP-10].          *)
ProgrammedInto(w, g) == [w EXCEPT !.groups = @ \cup {g}]

SetContainerEffect(cmd) ==
    LET c == cmd.container
    IN  /\ containers' = [containers EXCEPT ![c].groups = <<cmd.group>> \o @]
        /\ windows' = {IF w.container = c THEN ProgrammedInto(w, cmd.group)
                        ELSE w : w \in windows}
        /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, mappings>>

UnsetContainerChecks(cmd) ==
    GroupFileChecks(cmd) \o
    << Check(1, "GRP-11", "EINVAL", Homes(cmd.group) = {}),
       Check(2, "GRP-12", "EBUSY", groups[cmd.group].devices > 0) >>

UnsetContainerEffect(cmd) ==
    Leave(cmd, cmd.group) /\ UNCHANGED <<elsewhere, groups>>

------------------------------------------------------------------------------
(* SET_IOMMU                                                                *)

SetIommuChecks(cmd) ==
    LET c == cmd.container
    IN  << Check(1, "SES-4", "EINVAL",
                 containers[c].type # 0 \/ containers[c].groups = << >>),
           Check(2, "SES-5", "ENODEV", cmd.type \notin {Version1, Version2}) >>
        \o AttachChecks(3, cmd.type, GroupsOf(c), cmd.env)

(* The default window is owed from now on [WIN-1].                          *)
SetIommuEffect(cmd) ==                                              \* [SES-6]
    /\ containers' = [containers EXCEPT ![cmd.container].type = cmd.type,
                                        ![cmd.container].pending = TRUE]
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>
==============================================================================
