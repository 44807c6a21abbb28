-------------------------- MODULE UnregisterByPart ---------------------------
(****************************************************************************)
(* UNREGISTER_MEMORY takes a part of a block for the block.  Version 1 of   *)
(* the type1 driver unmaps more than it is asked to in this way.            *)
(****************************************************************************)
EXTENDS SpaprTce

BlockAround(cmd) ==
    {r \in regions :
        /\ r.process = cmd.process
        /\ IF cmd.op = "UNREGISTER_MEMORY"
           THEN Within(cmd.vaddr, cmd.size, r.ua, r.size)
           ELSE r.ua = cmd.vaddr /\ r.size = cmd.size}
==============================================================================
