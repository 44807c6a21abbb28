------------------------------ MODULE MCAnswers ------------------------------
(****************************************************************************)
(* What an answer promises: the last one is kept as a history variable, for *)
(* what it says about its step, and the invariants that quantify over the   *)
(* commands say which answers a state may give.                             *)
(****************************************************************************)
EXTENDS MCSpaprTce

VARIABLE answer     \* <<op, result>> of the last command

AnswersInit == Init /\ answer = <<"", "OK">>

AnswersNext ==
    \E cmd \in Command : \E r \in Results(cmd) :
        Do(cmd, r) /\ answer' = <<cmd.op, r>>

(* A rejection changes nothing [ABI-4].                                     *)
RejectionProp ==
    [][answer'[2] # "OK" => UNCHANGED vars]_<<vars, answer>>

(* A registration that is refused binds the container all the same.         *)
BugDo(cmd, r) ==
    /\ r \in Results(cmd)
    /\ IF r = "OK" THEN Effect(cmd)
       ELSE /\ bound' = IF cmd.op = "REGISTER_MEMORY"
                        THEN bound \cup {cmd.container} ELSE bound
            /\ UNCHANGED <<lockedVm, elsewhere, regions, windows, mappings,
                           enabled>>
(* The structure of the arguments is not looked at.                         *)
BugHeaderChecks(step, cmd, argsz, flags) == << >>

(* A container may map before it has registered anything.                   *)
BugMapChecks(cmd) ==
    HeaderChecks(2, cmd, MapArgsz, DmaRead + DmaWrite) \o
    << Check(5, "MAP-2", "ENXIO", WindowAt(cmd.container, cmd.iova) = {}),
       Check(6, "MAP-4", "EINVAL", cmd.flags = 0),
       Check(6, "MAP-6", "EINVAL", ~Registered(cmd)) >>

(* What a container holds is forgotten when it registers again.             *)
BugHeldBy(c, blocks) == {}

(* Only the start of a range is compared with the window.                   *)
BugLeavesWindow(cmd) == FALSE
==============================================================================
