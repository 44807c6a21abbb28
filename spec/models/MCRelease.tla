------------------------------ MODULE MCRelease -------------------------------
(****************************************************************************)
(* Liveness: once the files of a program are closed one after the other, as *)
(* they are when it exits, everything that it had is given back, and stays  *)
(* so; with nothing left to close, closing ends [LIF-2].                    *)
(****************************************************************************)
EXTENDS MCCommands

VARIABLE exiting    \* whether the program is closing its files

MCTableGroup ==
    [g \in Group |-> [start |-> 0, size |-> 1, shifts |-> {0}, windows |-> 2,
                      levels |-> 1, family |-> "a"]]

Uses ==
    {Register("p", c, 0, 1, Benign) : c \in Container}
    \cup {Map("p", c, DmaWrite, 0, 0, 1, Benign) : c \in Container}
    \cup {Create("p", "c0", 0, 1, 1, Benign),
          OfGroup("OPEN_DEVICE", "p", "g0", Benign)}

Closes ==
    {OfGroup("CLOSE_GROUP", "p", g, Benign) : g \in Group}
    \cup {OfGroup("CLOSE_DEVICE", "p", "g0", Benign)}

MCCommand == Uses \cup Closes

MCInit ==
    /\ Prepared([c \in Container |-> IF c = "c0" THEN <<"g0">> ELSE <<"g1">>],
                [c \in Container |-> Version2])
    /\ exiting = FALSE

(* One device is enough.                                                    *)
Use ==
    /\ ~exiting /\ UNCHANGED exiting
    /\ \E cmd \in Uses :
          /\ cmd.op = "OPEN_DEVICE" => groups["g0"].devices = 0
          /\ \E r \in Results(cmd) : Do(cmd, r)

Exit == ~exiting /\ exiting' = TRUE /\ UNCHANGED vars

Close ==
    /\ exiting /\ UNCHANGED exiting
    /\ \E cmd \in Closes : Results(cmd) = {"OK"} /\ Do(cmd, "OK")

releaseVars == <<vars, exiting>>

MCNext == Use \/ Exit \/ Close

MCSpec == MCInit /\ [][MCNext]_releaseVars /\ WF_releaseVars(Close)

Free ==
    /\ regions = {} /\ windows = {} /\ mappings = {}
    /\ \A c \in Container : containers[c] = Blank
    /\ \A p \in Process : lockedVm[p] = elsewhere[p]

(* Who exits has nothing left in the end, for ever [LIF-2].                 *)
ReleaseFreesProp == exiting ~> []Free

(* Closing comes to an end: from some point on there is nothing to close.   *)
ReleaseEndsProp == exiting ~> []~ENABLED Close

------------------------------------------------------------------------------
(* Faults.  A device that is closed leaves its group where it is.           *)
BugCloseDeviceEffect(cmd) ==
    /\ groups' = [groups EXCEPT ![cmd.group].devices = @ - 1]
    /\ UNCHANGED <<lockedVm, elsewhere, containers, regions, windows,
                   mappings>>

(* A file is not closed by closing it.                                      *)
BugCloseGroupEffect(cmd) == UNCHANGED vars
==============================================================================
