------------------------------- MODULE Version1 -------------------------------
(****************************************************************************)
(* ENABLE and DISABLE, which version 2 replaces by registration [VER-3]:    *)
(* ENABLE charges as much memory as the default window can map, once and    *)
(* for all, and MAP_DMA then pins what it maps.  DISABLE gives the charge   *)
(* back and forbids mapping; TCEs stay until the container is released.     *)
(****************************************************************************)
EXTENDS Mappings

WindowPages(c) == Pages(Capability(c).size)

EnableChecks(cmd) ==
    LET c == cmd.container
    IN  SessionChecks(cmd, {Version1}) \o
        << Check(4, "VER-4", "EBUSY", containers[c].enabled),
           Check(5, "VER-5", "EPERM", Capability(c).size = 0),
           Check(6, "VER-6", "ENOMEM", ~WithinLimit(WindowPages(c), cmd)) >>

EnableEffect(cmd) ==                                                \* [VER-7]
    LET c == cmd.container
    IN  /\ containers' = [BoundBy(cmd) EXCEPT ![c].enabled = TRUE,
                                              ![c].locked = WindowPages(c)]
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] = @ + WindowPages(c)]
        /\ UNCHANGED <<elsewhere, groups, regions, windows, mappings>>

DisableChecks(cmd) == SessionChecks(cmd, {Version1})

DisableEffect(cmd) ==                                               \* [VER-8]
    LET c == cmd.container
    IN  /\ containers' = [containers EXCEPT ![c].enabled = FALSE,
                                            ![c].locked = 0]
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ - containers[c].locked]
        /\ UNCHANGED <<elsewhere, groups, regions, windows, mappings>>
==============================================================================
