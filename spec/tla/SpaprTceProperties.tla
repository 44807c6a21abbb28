-------------------------- MODULE SpaprTceProperties --------------------------
(****************************************************************************)
(* What only a model can say: properties of steps, and invariants that      *)
(* quantify over the commands that the model tries.                         *)
(****************************************************************************)
EXTENDS SpaprTceInvariants

Registrations == {cmd \in Command : cmd.op = "REGISTER_MEMORY"}
Unregistrations == {cmd \in Command : cmd.op = "UNREGISTER_MEMORY"}

(* What is charged is never more than the limit of some caller who could    *)
(* have charged it [ACC-2].  Comparison and sum are of exact integers; that *)
(* the pages charged elsewhere alone may exceed the limit is not our doing. *)
LimitInv ==
    regions # {} =>
        \E cmd \in Registrations :
            cmd.env.capIpcLock \/ lockedVm <= cmd.env.memlock \div PageSize

(* UNREGISTER_MEMORY succeeds only for the exact address and size of a      *)
(* block that this container registered [UNR-3].                            *)
ExactUnregisterInv ==
    \A cmd \in Unregistrations :
        "OK" \in Results(cmd) =>
            \E r \in regions : /\ r.ua = cmd.vaddr /\ r.size = cmd.size
                               /\ cmd.container \in r.holders

(* Every command has an answer, and only answers that exist.                *)
AnswerInv ==
    \A cmd \in Command :
        LET results == Results(cmd)
        IN  results # {} /\ results \subseteq Result

(* EPERM is for containers that may not yet do what they ask for [MAP-1],   *)
(* [UNM-1], [UNR-1], and those get no other answer.                         *)
PermissionInv ==
    \A cmd \in Command :
        LET early == \/ /\ cmd.op \in {"MAP_DMA", "UNMAP_DMA"}
                        /\ cmd.container \notin enabled
                     \/ /\ cmd.op = "UNREGISTER_MEMORY"
                        /\ cmd.container \notin bound
        IN  IF early THEN Results(cmd) = {"EPERM"}
                     ELSE "EPERM" \notin Results(cmd)

(* Nothing succeeds whose structure cannot be read, is too short or has     *)
(* flags that its command does not know [ABI-1], [ABI-2], [ABI-3].          *)
HeaderInv ==
    \A cmd \in Command :
        "OK" \in Results(cmd) =>
            /\ cmd.readable
            /\ cmd.argsz >= IF cmd.op = "MAP_DMA" THEN 32 ELSE 24
            /\ cmd.flags \in IF cmd.op = "MAP_DMA" THEN 1 .. 3 ELSE {0}

(* A container registers a block once [REG-4], and a new block only where   *)
(* it can be pinned [REG-6].                                                *)
RegisterSuccessInv ==
    \A cmd \in Registrations :
        "OK" \in Results(cmd) =>
            LET same == {r \in regions : r.ua = cmd.vaddr /\ r.size = cmd.size}
            IN  /\ \A r \in same : cmd.container \notin r.holders
                /\ same # {} \/ cmd.env.pinnable

(* UNMAP_DMA succeeds for whole pages inside one window [UNM-3], [UNM-4].   *)
UnmapSuccessInv ==
    \A cmd \in Command :
        (cmd.op = "UNMAP_DMA" /\ "OK" \in Results(cmd)) =>
            \E w \in windows :
                /\ w.container = cmd.container
                /\ Within(cmd.iova, cmd.size, w.start, w.size)
                /\ Aligned(cmd.iova, w.page) /\ Aligned(cmd.size, w.page)

(* Nothing bisects a block: a step keeps its address and size, or leaves    *)
(* nothing registered in its place.                                         *)
NoBisectProp ==
    [][\A r \in regions :
          \/ \E s \in regions' : s.ua = r.ua /\ s.size = r.size
          \/ \A s \in regions' : ~Overlap(r.ua, r.size, s.ua, s.size)]_vars

(* MAP_DMA and UNMAP_DMA neither pin nor charge: while TCEs change, the     *)
(* blocks and locked_vm stay as they are [MAP-10].                          *)
MapsChargeNothingProp ==
    [][mappings' # mappings =>
          /\ lockedVm' = lockedVm
          /\ {<<r.ua, r.size, r.holders>> : r \in regions'}
               = {<<r.ua, r.size, r.holders>> : r \in regions}]_vars
==============================================================================
