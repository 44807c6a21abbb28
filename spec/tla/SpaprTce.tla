------------------------------- MODULE SpaprTce -------------------------------
(****************************************************************************)
(* The interface as a whole: what each command may answer and what it then  *)
(* does.  Every call is atomic.  The result is a parameter of the step, so  *)
(* this text generates, judges and explains with the same operators.        *)
(****************************************************************************)
EXTENDS Environment

(* The checks that a command makes, in order, with the clause of each.      *)
Checks(cmd) ==
    CASE cmd.op = "REGISTER_MEMORY"   -> RegisterChecks(cmd)
      [] cmd.op = "UNREGISTER_MEMORY" -> UnregisterChecks(cmd)
      [] cmd.op = "MAP_DMA"           -> MapChecks(cmd)
      [] cmd.op = "UNMAP_DMA"         -> UnmapChecks(cmd)

(* The results that the norm allows.                                        *)
Results(cmd) ==
    CASE cmd.op = "REGISTER_MEMORY"   -> RegisterResults(cmd)
      [] cmd.op = "UNREGISTER_MEMORY" -> UnregisterResults(cmd)
      [] cmd.op = "MAP_DMA"           -> MapResults(cmd)
      [] cmd.op = "UNMAP_DMA"         -> UnmapResults(cmd)

(* What success does.  It cannot fail.                                      *)
Effect(cmd) ==
    CASE cmd.op = "REGISTER_MEMORY"   -> RegisterEffect(cmd)
      [] cmd.op = "UNREGISTER_MEMORY" -> UnregisterEffect(cmd)
      [] cmd.op = "MAP_DMA"           -> MapEffect(cmd)
      [] cmd.op = "UNMAP_DMA"         -> UnmapEffect(cmd)

(* The command returns r.  A rejection changes nothing [ABI-4].             *)
Do(cmd, r) ==
    /\ r \in Results(cmd)
    /\ IF r = "OK" THEN Effect(cmd) ELSE UNCHANGED vars

Next == \E cmd \in Command : \E r \in Results(cmd) : Do(cmd, r)

Spec == Init /\ [][Next]_vars
==============================================================================
