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
