------------------------------- MODULE SpaprTce -------------------------------
(****************************************************************************)
(* The interface as a whole: what each command may answer and what it then  *)
(* does.  Every call is atomic [ABI-8].  The result is a parameter of the   *)
(* step, so this text generates, judges and explains with the same          *)
(* operators.                                                               *)
(****************************************************************************)
EXTENDS Environment

(* The checks that a command makes, in order, with the clause of each.      *)
(* Commands that a container does not know have the op UNKNOWN, those that  *)
(* a group does not know UNKNOWN_OF_GROUP.                                  *)
Checks(cmd) ==
    CASE cmd.op = "GET_API_VERSION"   -> << >>
      [] cmd.op = "CHECK_EXTENSION"   -> << >>
      [] cmd.op = "SET_IOMMU"         -> SetIommuChecks(cmd)
      [] cmd.op = "GET_INFO"          -> InfoChecks(cmd)
      [] cmd.op = "MAP_DMA"           -> MapChecks(cmd)
      [] cmd.op = "UNMAP_DMA"         -> UnmapChecks(cmd)
      [] cmd.op = "ENABLE"            -> EnableChecks(cmd)
      [] cmd.op = "DISABLE"           -> DisableChecks(cmd)
      [] cmd.op = "REGISTER_MEMORY"   -> RegisterChecks(cmd)
      [] cmd.op = "UNREGISTER_MEMORY" -> UnregisterChecks(cmd)
      [] cmd.op = "TCE_CREATE"        -> CreateChecks(cmd)
      [] cmd.op = "TCE_REMOVE"        -> RemoveChecks(cmd)
      [] cmd.op = "EEH_PE_OP"         -> EehChecks(cmd)
      [] cmd.op = "UNKNOWN"           -> SessionChecks(cmd, {})
      [] cmd.op = "OPEN_GROUP"        -> OpenGroupChecks(cmd)
      [] cmd.op = "CLOSE_GROUP"       -> GroupFileChecks(cmd)
      [] cmd.op = "OPEN_DEVICE"       -> OpenDeviceChecks(cmd)
      [] cmd.op = "CLOSE_DEVICE"      -> DeviceFileChecks(cmd)
      [] cmd.op = "GET_STATUS"        -> StatusChecks(cmd)
      [] cmd.op = "SET_CONTAINER"     -> SetContainerChecks(cmd)
      [] cmd.op = "UNSET_CONTAINER"   -> UnsetContainerChecks(cmd)
      [] cmd.op = "UNKNOWN_OF_GROUP"  ->
            GroupFileChecks(cmd) \o << Check(1, "SES-3", "ENOTTY", TRUE) >>

(* The results that the norm allows.                                        *)
Results(cmd) == Verdict(Checks(cmd))

(* What success does.  It cannot fail.                                      *)
Effect(cmd) ==
    CASE cmd.op = "SET_IOMMU"         -> SetIommuEffect(cmd)
      [] cmd.op = "MAP_DMA"           -> MapEffect(cmd)
      [] cmd.op = "UNMAP_DMA"         -> UnmapEffect(cmd)
      [] cmd.op = "ENABLE"            -> EnableEffect(cmd)
      [] cmd.op = "DISABLE"           -> DisableEffect(cmd)
      [] cmd.op = "REGISTER_MEMORY"   -> RegisterEffect(cmd)
      [] cmd.op = "UNREGISTER_MEMORY" -> UnregisterEffect(cmd)
      [] cmd.op = "TCE_CREATE"        -> CreateEffect(cmd)
      [] cmd.op = "TCE_REMOVE"        -> RemoveEffect(cmd)
      [] cmd.op = "OPEN_GROUP"        -> OpenGroupEffect(cmd)
      [] cmd.op = "CLOSE_GROUP"       -> CloseGroupEffect(cmd)
      [] cmd.op = "OPEN_DEVICE"       -> OpenDeviceEffect(cmd)
      [] cmd.op = "CLOSE_DEVICE"      -> CloseDeviceEffect(cmd)
      [] cmd.op = "SET_CONTAINER"     -> SetContainerEffect(cmd)
      [] cmd.op = "UNSET_CONTAINER"   -> UnsetContainerEffect(cmd)
      [] OTHER                        -> UNCHANGED vars

(* What a refused command leaves behind: nothing, but for the default       *)
(* window, and the entries that a failing MAP_DMA cleared [ABI-4].          *)
Refusal(cmd) ==
    CASE cmd.op = "MAP_DMA"         -> MapRefusal(cmd)
      [] cmd.op = "UNMAP_DMA"       -> UnmapRefusal(cmd)
      [] cmd.op = "REGISTER_MEMORY" -> RegisterRefusal(cmd)
      [] cmd.op = "TCE_CREATE"      -> CreateRefusal(cmd)
      [] OTHER -> /\ containers' = AfterRefusal(cmd)
                  /\ UNCHANGED <<lockedVm, elsewhere, groups, regions,
                                 windows, mappings>>

(* The command returns r.                                                   *)
Do(cmd, r) ==
    /\ r \in Results(cmd)
    /\ IF r = "OK" THEN Effect(cmd) ELSE Refusal(cmd)

Next == \E cmd \in Command : \E r \in Results(cmd) : Do(cmd, r)

Spec == Init /\ [][Next]_vars
==============================================================================
