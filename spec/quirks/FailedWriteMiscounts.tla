------------------------ MODULE FailedWriteMiscounts -------------------------
(****************************************************************************)
(* When a TCE cannot be written because its part of the table cannot be     *)
(* had, MAP_DMA takes the new block for the old one: the block whose TCE    *)
(* was to come keeps a count for it, and the block whose TCE stays loses    *)
(* one.  All versions; a table of one level cannot fail so, and before      *)
(* Linux 4.19 every table was whole from the start.  Found by reading.      *)
(****************************************************************************)
EXTENDS SpaprTce

(* The TCE at the first place that cannot be written, as a run of one page. *)
FailedTce(cmd, w) ==
    [container |-> cmd.container, window |-> w.start,
     iova |-> cmd.iova + Writable(cmd), ua |-> cmd.vaddr + Writable(cmd),
     size |-> w.page, perm |-> Permission(cmd.flags)]

WriteFails(cmd) ==
    /\ Reaches(MapChecks(cmd), 15)
    /\ cmd.env.room < cmd.size /\ cmd.env.room <= Backed(cmd)

ClearAndMiscount(cmd, opened, bytes) ==
    LET c    == cmd.container
        w    == CHOOSE x \in WindowAt(c, cmd.iova) : TRUE
        went == Cleared(c, cmd.iova, bytes + w.page)
    IN  TcesBecome(cmd, opened, Remaining(c, cmd.iova, bytes),
                   Recounted(c, {FailedTce(cmd, w)}, went, w.page))

MiscountingRefusal(cmd) ==
    LET checks == MapChecks(cmd)
        opened == Owed(cmd.container) # {} /\ Reaches(checks, 11)
        bytes  == IF Reaches(checks, 15) THEN Writable(cmd) ELSE 0
    IN  IF WriteFails(cmd) THEN ClearAndMiscount(cmd, opened, bytes)
        ELSE Clear(cmd, opened, bytes)
==============================================================================
