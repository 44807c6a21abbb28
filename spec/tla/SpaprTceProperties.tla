-------------------------- MODULE SpaprTceProperties --------------------------
(****************************************************************************)
(* What only a model can say: what a call may change, whom it may concern   *)
(* and what it may charge, each in a sentence.  With modules Promises and   *)
(* Lifetime, which have what the answer to each command promises, these are *)
(* all properties of calls.                                                 *)
(****************************************************************************)
EXTENDS Lifetime

------------------------------------------------------------------------------
(* Errors                                                                   *)

(* A call that is refused changes nothing, with two exceptions: the default *)
(* window that it made, with its charge and the binding; and the entries in *)
(* its range that a failing MAP_DMA cleared [ABI-4], [WIN-14].              *)
NoEffectOnErrorProp ==
    [][Answer # "OK" =>
          /\ UNCHANGED <<elsewhere, groups>>
          /\ IF MakesDefault
             THEN LET made == windows' \ windows
                  IN  /\ windows \subseteq windows'
                      /\ made = {DefaultWindow(Now.container)}
                      /\ containers' =
                           [containers EXCEPT
                              ![Now.container].pending = FALSE,
                              ![Now.container].process = Now.process]
                      /\ ChargeAfter(Now.process) =
                           Charge(Now.process) + TablesOf(made)
                             - PagesOf(Expired, Now.process)
                      /\ \A p \in Process \ {Now.process} :
                            ChargeAfter(p) = Charge(p)
             ELSE /\ UNCHANGED <<windows, containers>>
                  /\ \A p \in Process :
                        ChargeAfter(p) = Charge(p) - PagesOf(Expired, p)
          /\ Now.op # "MAP_DMA" => UNCHANGED <<mappings, regions>>]_call

(* A MAP_DMA that fails has cleared a part of its range that begins at its  *)
(* start and is not all of it; the rest is as before [MAP-14].              *)
MapFailureProp ==
    [][(Now.op = "MAP_DMA" /\ Answer # "OK") =>
          /\ OutsideUnchanged
          /\ mappings' # mappings => Answer \in {"EINVAL", "EFAULT", "ENOMEM"}
          /\ \A c \in Container \ {Now.container} :
                {m \in mappings' : m.container = c}
                  = {m \in mappings : m.container = c}
          /\ mappings' = mappings \/
             \E bytes \in 1 .. (Now.size - 1) : \A i \in Range :
                At(mappings', Now.container, i) =
                  IF i < Now.iova + bytes THEN {}
                  ELSE At(mappings, Now.container, i)]_call

(* Nothing succeeds whose structure cannot be read, is too short or has     *)
(* flags that its command does not know [ABI-1], [ABI-2], [ABI-3].          *)
HeaderProp ==
    [][(Answer = "OK" /\ "readable" \in DOMAIN Now) =>
          /\ Now.readable
          /\ "argsz" \in DOMAIN Now =>
                Now.argsz >= CASE Now.op \in {"REGISTER_MEMORY",
                                              "UNREGISTER_MEMORY",
                                              "UNMAP_DMA"} -> 24
                               [] Now.op = "MAP_DMA" -> 32
                               [] Now.op = "TCE_CREATE" -> 40
                               [] Now.op \in {"TCE_REMOVE", "GET_INFO"} -> 16
                               [] Now.op = "GET_STATUS" -> 8
                               [] Now.op = "EEH_PE_OP" ->
                                    IF Now.operation = 9 THEN 40 ELSE 12
          /\ ("flags" \in DOMAIN Now
                /\ Now.op \notin {"GET_INFO", "GET_STATUS"}) =>
                Now.flags \in IF Now.op = "MAP_DMA" THEN 1 .. 3 ELSE {0}]_call

(* Every answer is zero or an error that exists, and a value is handed out  *)
(* only by the calls that have one [ABI-5], [QRY-2], [QRY-9].               *)
AnswerProp ==
    [][/\ Answer \in Result
       /\ LET value == Output(Now, Answer).value
          IN  IF Now.op \in {"CHECK_EXTENSION", "EEH_PE_OP"} /\ Answer = "OK"
              THEN value >= 0 ELSE value = 0]_call

(* Every call has an answer in every state.                                 *)
SomeAnswerInv == \A cmd \in Command : Results(cmd) # {}

------------------------------------------------------------------------------
(* Whose                                                                    *)

(* A container that is bound serves its process only: another one gets      *)
(* EPERM, and nothing changes [SES-2].                                      *)
OwnerProp ==
    [][(/\ OnContainer
        /\ Now.op \notin {"GET_API_VERSION", "CHECK_EXTENSION", "SET_IOMMU"}
        /\ containers[Now.container].process \notin {NoProcess, Now.process})
          => Answer = "EPERM" /\ UNCHANGED vars]_call

(* A container is bound once, to the caller, by the success of a command    *)
(* that binds or by the default window [SES-7], and unbound by its release. *)
BindingProp ==
    [][\A c \in Container :
          LET old == containers[c].process
              new == containers'[c].process
          IN  old # new =>
                \/ /\ old = NoProcess /\ new = Now.process
                   /\ OnContainer /\ c = Now.container
                   /\ \/ /\ Answer = "OK"
                         /\ Now.op \in {"REGISTER_MEMORY", "TCE_CREATE",
                                        "TCE_REMOVE", "ENABLE"}
                      \/ MakesDefault
                \/ new = NoProcess /\ containers'[c] = Blank]_call

(* A call changes nothing of containers that it is not about.               *)
OthersUntouchedProp ==
    [][\A c \in Container \ Subjects :
          /\ containers'[c] = containers[c]
          /\ {w \in windows' : w.container = c}
               = {w \in windows : w.container = c}
          /\ {m \in mappings' : m.container = c}
               = {m \in mappings : m.container = c}
          /\ {Key(r) : r \in {b \in regions' : c \in b.holders}}
               = {Key(r) : r \in {b \in regions : c \in b.holders}}]_call

(* EPERM is for those who do not own the container, for what is not yet     *)
(* enabled or bound, and for groups that cannot have what is asked; MAP_DMA *)
(* and UNMAP_DMA of a container that is not enabled get nothing else.       *)
PermissionProp ==
    [][OnContainer =>
          LET k     == containers[Now.container]
              early == \/ Now.op \in {"MAP_DMA", "UNMAP_DMA"} /\ ~k.enabled
                       \/ /\ Now.op = "UNREGISTER_MEMORY"
                          /\ InVersion2(Now.container)
                          /\ k.process = NoProcess
          IN  /\ (early /\ k.type # 0) => Answer = "EPERM"
              /\ Answer = "EPERM" =>
                    \/ early
                    \/ k.process \notin {NoProcess, Now.process}
                    \/ Now.op \in {"SET_IOMMU", "ENABLE"}
                    \/ "env" \in DOMAIN Now /\ Now.env.platform = "EPERM"
             ]_call

(* A command of one version succeeds in containers of that version only,    *)
(* and one of either only where there is a type [SES-1], [SES-3], [VER-2],  *)
(* [VER-3].                                                                 *)
VersionProp ==
    [][(OnContainer /\ Answer = "OK") =>
          LET type == containers[Now.container].type
          IN  /\ Now.op \in {"REGISTER_MEMORY", "UNREGISTER_MEMORY",
                             "TCE_CREATE", "TCE_REMOVE"} => type = 7
              /\ Now.op \in {"ENABLE", "DISABLE"} => type = 2
              /\ Now.op \in {"MAP_DMA", "UNMAP_DMA", "GET_INFO", "EEH_PE_OP"}
                   => type \in {2, 7}
              /\ Now.op # "UNKNOWN"]_call

(* Questions change nothing.                                                *)
QuestionsChangeNothingProp ==
    [][Now.op \in {"GET_API_VERSION", "CHECK_EXTENSION", "GET_INFO",
                   "GET_STATUS", "EEH_PE_OP", "UNKNOWN", "UNKNOWN_OF_GROUP"}
          => UNCHANGED vars]_call

------------------------------------------------------------------------------
(* Charges                                                                  *)

(* What a call charges stays within the limit of its caller, who alone is   *)
(* charged [ACC-2].  Bytes are compared, as exact integers.                 *)
LimitProp ==
    [][\A p \in Process :
          ChargeAfter(p) > Charge(p) =>
             /\ p = Now.process
             /\ Now.env.capIpcLock
                  \/ lockedVm'[p] * PageSize <= Now.env.memlock]_call

(* Who is given back a charge is the process that its container is bound    *)
(* to, whoever makes the call [LIF-3].                                      *)
PayerProp ==
    [][\A p \in Process :
          ChargeAfter(p) < Charge(p) =>
             \E c \in Subjects : containers[c].process = p]_call

(* MAP_DMA and UNMAP_DMA neither pin nor charge [MAP-10]: they leave blocks *)
(* and holds as they are, and locked_vm but for the default window and for  *)
(* blocks that only TCEs kept.  A block that another container holds may be *)
(* mapped and unmapped [UNM-6].                                             *)
MapsChargeNothingProp ==
    [][Now.op \in {"MAP_DMA", "UNMAP_DMA"} =>
          /\ Holds(regions') = Holds(regions \ Expired)
          /\ \A p \in Process :
                ChargeAfter(p) + PagesOf(Expired, p) = Charge(p) +
                  IF p = Now.process THEN TablesOf(windows' \ windows) ELSE 0
          /\ windows' # windows => MakesDefault]_call
==============================================================================
