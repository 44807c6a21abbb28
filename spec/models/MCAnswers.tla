------------------------------ MODULE MCAnswers ------------------------------
(****************************************************************************)
(* The last answer as a history variable, for what a step's result promises *)
(* about the step.                                                          *)
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
==============================================================================
