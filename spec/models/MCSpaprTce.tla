----------------------------- MODULE MCSpaprTce -----------------------------
(****************************************************************************)
(* What all models share: the commands' words, the properties, and a record *)
(* of the answers that a model reaches.  Nothing here is normative.         *)
(*                                                                          *)
(* A .cfg names its module and its purpose in its first lines, and the      *)
(* command that runs it with any build of the TLA+ tools, in this folder.   *)
(* Deadlock is not checked: a model whose every command is refused is fine. *)
(* VIEW is vars: the last call only serves the properties.                  *)
(****************************************************************************)
EXTENDS MCCommands, SpaprTceProperties, TLC

(* Before the first call.                                                   *)
NoneYet == call = [cmd |-> NoCall, result |-> "OK", turn |-> 0]

------------------------------------------------------------------------------
(* Which check decided each answer of the model, and which checks there     *)
(* were: the first time that one is met it is printed as                    *)
(*   <<"answer", op, clause, result>>  and  <<"check", op, clause>>.        *)
(* How many calls each decided is printed while no state waits any more, as *)
(*   <<"census", {<<<<op, clause, result>>, calls>>, ...}>>                 *)
(* of which the last is that of the whole model: it differs for a norm that *)
(* gives one other answer in one state.  To be used as ACTION_CONSTRAINT;   *)
(* one worker.                                                              *)
ASSUME TLCSet(1, {}) /\ TLCSet(2, << >>)

Note(entries) ==
    IF entries \subseteq TLCGet(1) THEN TRUE
    ELSE /\ \A entry \in entries \ TLCGet(1) : PrintT(entry)
         /\ TLCSet(1, TLCGet(1) \cup entries)

Count(deciding) ==
    \A known \in {TLCGet(2)} :
        \A now \in {[e \in DOMAIN known \cup deciding |->
                       (IF e \in DOMAIN known THEN known[e] ELSE 0)
                         + IF e \in deciding THEN 1 ELSE 0]} :
            /\ TLCSet(2, now)
            /\ TLCGet("queue") # 0
                 \/ PrintT(<<"census", {<<e, now[e]>> : e \in DOMAIN now}>>)

Deciding(op, checks) ==
    LET failing == {k \in checks : k.fails}
    IN  IF failing = {} THEN {<<op, "", "OK">>}
        ELSE {<<op, k.clause, k.result>> :
                k \in {f \in failing :
                         \A other \in failing : f.step <= other.step}}

(* Quantifiers bind what TLC would evaluate again at each use otherwise.    *)
Recorded ==
    \A cmd \in {Now} : cmd.op = "none" \/
        \A checks \in {Elements(Checks(cmd))} :
            \A deciding \in {Deciding(cmd.op, checks)} :
                /\ Note({<<"check", cmd.op, k.clause>> : k \in checks} \cup
                        {<<"answer">> \o e : e \in deciding})
                /\ Count(deciding)
==============================================================================
