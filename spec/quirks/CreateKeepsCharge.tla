-------------------------- MODULE CreateKeepsCharge --------------------------
(****************************************************************************)
(* A window whose table has been charged and then cannot be made leaves the *)
(* charge behind, for as long as the process lives.  Where only the         *)
(* platform refuses the finished table, the charge is given back.  Linux    *)
(* 4.10 and later; seen on a running 6.12.                                  *)
(****************************************************************************)
EXTENDS SpaprTce

(* The check that fails is one of those made while a table is made: of the  *)
(* default window at step 9, or in TCE_CREATE at step 8; of the new window  *)
(* at steps 13 and 14.                                                      *)
ChargeOfFailedTable(cmd) ==
    LET checks == CASE cmd.op = "TCE_CREATE" -> CreateChecks(cmd)
                    [] cmd.op = "MAP_DMA"    -> MapChecks(cmd)
                    [] cmd.op = "UNMAP_DMA"  -> UnmapChecks(cmd)
        first  == IF cmd.op = "TCE_CREATE" THEN 8 ELSE 9
    IN  IF Reaches(checks, first) /\ ~Reaches(checks, first + 1)
        THEN OwedPages(cmd.container)
        ELSE IF /\ cmd.op = "TCE_CREATE"
                /\ Reaches(checks, 13) /\ ~Reaches(checks, 15)
             THEN NewTablePages(cmd)
        ELSE 0
==============================================================================
