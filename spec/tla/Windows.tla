------------------------------- MODULE Windows --------------------------------
(****************************************************************************)
(* DMA windows: ranges of bus addresses that devices may use, each with a   *)
(* TCE table that is charged to the process.  A container has two at most.  *)
(* The first is the default window, which it is owed from the moment it     *)
(* gets its type and which is made when it is first needed; a failure of    *)
(* the command that needed it does not undo it [WIN-1].                     *)
(*                                                                          *)
(* Not modelled: ENXIO and ENODEV of a container without groups, which has  *)
(* no type and answers EINVAL; a result that cannot be written back.        *)
(****************************************************************************)
EXTENDS Runs

(* What the group that came last into a container is capable of.            *)
Incapable ==
    [start |-> 0, size |-> 0, shifts |-> {}, windows |-> 0, levels |-> 0,
     family |-> ""]

Capability(c) ==
    IF containers[c].groups = << >> THEN Incapable
    ELSE TableGroup[Head(containers[c].groups)]

(* The bus addresses that a window of so many bytes has [WIN-18].           *)
WindowBytes(shift, size) == size

(* The smallest window.                                                     *)
LeastWindow(shift) == 2 ^ shift

(* The table of the default window of version 1 is the group's own, made    *)
(* when the system started, and is not charged [WIN-3].                     *)
ChargedPages(c, shift, size, levels) ==
    IF InVersion2(c) THEN TablePages(shift, size, levels) ELSE 0

(* A window is programmed into every group of its container [WIN-19].       *)
Window(c, start, shift, size, levels) ==
    [container |-> c, start |-> start, size |-> WindowBytes(shift, size),
     page |-> 2 ^ shift, table |-> ChargedPages(c, shift, size, levels),
     groups |-> GroupsOf(c)]

DefaultWindow(c) ==
    Window(c, Capability(c).start, DefaultPageShift, Capability(c).size, 1)

(* The default window that is owed, as a set of at most one.                *)
Owed(c) == IF containers[c].pending THEN {DefaultWindow(c)} ELSE {}

OwedPages(c) == Sum([w \in Owed(c) |-> w.table])

(* The windows of a container, the one that it is owed included.            *)
WindowsOf(c) == {w \in windows : w.container = c} \cup Owed(c)

(* The checks of a command that needs the default window.                   *)
DefaultWindowChecks(step, cmd) ==
    LET c == cmd.container
        k == Capability(c)
    IN  << Check(step, "WIN-2", "ENOMEM",
                 Owed(c) # {} /\ ~WithinLimit(OwedPages(c), cmd)),
           Check(step + 1, "WIN-4", "ENOMEM",
                 /\ Owed(c) # {}
                 /\ LevelBytes(DefaultPageShift, k.size, 1)
                        > cmd.env.contiguous),
           Check(step + 2, "WIN-5", cmd.env.platform,
                 Owed(c) # {} /\ cmd.env.platform # "OK") >>

(* The owed window is made, and the container bound to the process that it  *)
(* is charged to.                                                           *)
DefaultMade(cmd, known) ==
    [known EXCEPT ![cmd.container].pending = FALSE,
                  ![cmd.container].process = cmd.process]

------------------------------------------------------------------------------
(* TCE_CREATE                                                               *)

(* The starts lie so far apart that windows never overlap [WIN-20].         *)
Starts(c) == {Capability(c).start, SecondStart}

FreeStarts(c) == Starts(c) \ {w.start : w \in WindowsOf(c)}

KnownShift(cmd) == cmd.pageShift \in Capability(cmd.container).shifts

WrongSize(cmd) ==
    /\ KnownShift(cmd)
    /\ ~PowerOfTwo(cmd.size) \/ cmd.size < LeastWindow(cmd.pageShift)

WrongLevels(cmd) == cmd.levels \notin 1 .. Capability(cmd.container).levels

(* The table that is asked for can be thought of.                           *)
WellFormed(cmd) == KnownShift(cmd) /\ ~WrongSize(cmd) /\ ~WrongLevels(cmd)

NewTablePages(cmd) ==
    ChargedPages(cmd.container, cmd.pageShift, cmd.size, cmd.levels)

CreateChecks(cmd) ==
    LET c == cmd.container
    IN  SessionChecks(cmd, {Version2}) \o
        HeaderChecks(4, cmd, CreateArgsz, 0) \o
        DefaultWindowChecks(7, cmd) \o
        << Check(10, "WIN-6", "ENOSPC", FreeStarts(c) = {}),
           Check(11, "WIN-7", "EINVAL", ~KnownShift(cmd)),
           Check(11, "WIN-8", "EINVAL", WrongSize(cmd)),
           Check(11, "WIN-9", "EINVAL", WrongLevels(cmd)),
           Check(12, "WIN-10", "ENOMEM",
                 /\ WellFormed(cmd)
                 /\ ~WithinLimit(OwedPages(c) + NewTablePages(cmd), cmd)),
           Check(13, "WIN-11", "EINVAL",
                 /\ WellFormed(cmd)
                 /\ TooWide(cmd.pageShift, cmd.size, cmd.levels)),
           Check(14, "WIN-12", "ENOMEM",
                 /\ WellFormed(cmd)
                 /\ LevelBytes(cmd.pageShift, cmd.size, cmd.levels)
                        > cmd.env.contiguous),
           Check(15, "WIN-5", cmd.env.platform, cmd.env.platform # "OK") >>

(* The lowest start that is free [WIN-13].                                  *)
CreateEffect(cmd) ==
    LET c   == cmd.container
        new == Window(c, Least(FreeStarts(c)), cmd.pageShift, cmd.size,
                      cmd.levels)
    IN  /\ windows' = windows \cup Owed(c) \cup {new}
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ + OwedPages(c) + NewTablePages(cmd)]
        /\ containers' = DefaultMade(cmd, containers)
        /\ UNCHANGED <<elsewhere, groups, regions, mappings>>

(* Pages that a refused command leaves charged [WIN-14].                    *)
LeftCharged(cmd) == 0

CreateRefusal(cmd) ==
    LET c    == cmd.container
        made == Owed(c) # {} /\ Reaches(CreateChecks(cmd), 10)
    IN  /\ windows' = IF made THEN windows \cup Owed(c) ELSE windows
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ + LeftCharged(cmd)
                              + IF made THEN OwedPages(c) ELSE 0]
        /\ containers' = IF made THEN DefaultMade(cmd, AfterRefusal(cmd))
                         ELSE AfterRefusal(cmd)
        /\ UNCHANGED <<elsewhere, groups, regions, mappings>>

------------------------------------------------------------------------------
(* TCE_REMOVE                                                               *)

(* The window that the command names, as a set of at most one.              *)
NamedWindow(cmd) ==
    {w \in windows : w.container = cmd.container /\ w.start = cmd.start}

(* The command gives up the window that is owed [WIN-16].                   *)
Renounces(cmd) == \E w \in Owed(cmd.container) : w.start = cmd.start

RemoveChecks(cmd) ==
    SessionChecks(cmd, {Version2}) \o
    HeaderChecks(4, cmd, RemoveArgsz, 0) \o
    << Check(7, "WIN-15", "EINVAL",
             ~Renounces(cmd) /\ NamedWindow(cmd) = {}) >>

(* TCEs do not keep a window; they go with it [WIN-17].                     *)
RemoveEffect(cmd) ==
    LET gone    == IF Renounces(cmd) THEN {} ELSE NamedWindow(cmd)
        counted == RecountedWithout(cmd.container, gone)
    IN  /\ windows' = windows \ gone
        /\ mappings' = mappings \ UNION {RunsIn(w) : w \in gone}
        /\ regions' = Kept(counted)
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ - Sum([w \in gone |-> w.table])
                              - FreedPages(cmd.process, counted)]
        /\ containers' =
             IF Renounces(cmd)
             THEN [BoundBy(cmd) EXCEPT ![cmd.container].pending = FALSE]
             ELSE BoundBy(cmd)
        /\ UNCHANGED <<elsewhere, groups>>
==============================================================================
