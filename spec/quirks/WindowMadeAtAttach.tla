------------------------- MODULE WindowMadeAtAttach --------------------------
(****************************************************************************)
(* The default window is made when a container gets its type, and its table *)
(* is charged to the process that gave it that, not to the one that uses    *)
(* it.  Up to Linux 4.9; in the source of 4.4.  That the limit of locked_vm *)
(* may refuse it is left out here.                                          *)
(****************************************************************************)
EXTENDS SpaprTce

AttachedWindow(cmd) ==
    LET k == Capability(cmd.container)
    IN  [container |-> cmd.container, start |-> k.start,
         size |-> WindowBytes(DefaultPageShift, k.size),
         page |-> 2 ^ DefaultPageShift,
         table |-> IF cmd.type = Version2
                   THEN TablePages(DefaultPageShift, k.size, 1) ELSE 0,
         groups |-> GroupsOf(cmd.container)]

SetIommuMakesWindow(cmd) ==
    LET w == AttachedWindow(cmd)
    IN  /\ containers' = [containers EXCEPT ![cmd.container].type = cmd.type]
        /\ windows' = windows \cup {w}
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] = @ + w.table]
        /\ UNCHANGED <<elsewhere, groups, regions, mappings>>
==============================================================================
