--------------------------- MODULE RefusalEnables ----------------------------
(****************************************************************************)
(* REGISTER_MEMORY marks the container as ready before the block is there,  *)
(* and does not take it back when the block cannot be had.  The class of a  *)
(* defect of the type1 driver.                                              *)
(****************************************************************************)
EXTENDS SpaprTce

EnabledAfterRefusal(cmd) ==
    IF /\ cmd.op = "REGISTER_MEMORY"
       /\ Reaches(RegisterChecks(cmd), 10)
    THEN [BoundBy(cmd) EXCEPT ![cmd.container].enabled = TRUE]
    ELSE containers
==============================================================================
