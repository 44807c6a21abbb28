----------------------------- MODULE QuirkHistory -----------------------------
(****************************************************************************)
(* What the norm and each kernel answer in short histories, and how many    *)
(* pages the first process is charged then.  The answers are those that     *)
(* were seen when the functions of these kernels were run as programs, on a *)
(* running kernel, or in their sources; sizes are smaller.  A profile that  *)
(* is put together wrongly answers otherwise.                               *)
(****************************************************************************)
EXTENDS QuirkModel

CONSTANTS g2,       \* a group without windows that can be created
          Expected  \* the answers of one kernel: see below

VARIABLES history, step

HistoryGroups == [g \in Group |-> IF g = g2
                                  THEN [UsualGroup EXCEPT !.windows = 0]
                                  ELSE UsualGroup]

OpenAll == << OnGroup("OPEN_GROUP", "p0", g0), OnGroup("OPEN_GROUP", "p0", g1),
              OnGroup("OPEN_GROUP", "p0", g2) >>
Two == OpenAll \o << Attach("p0", g0, c0), SetType("p0", c0, Version2) >>
One == OpenAll \o << Attach("p0", g0, c0), SetType("p0", c0, Version1) >>
Both == OpenAll \o << Attach("p0", g0, c0), Attach("p0", g1, c0),
                      SetType("p0", c0, Version2) >>

Reg == Register("p0", c0, 0, 4)
Unreg == Unregister("p0", c0, 0, 4)
MapOne == Map("p0", c0, 0, 0, 2)
Unknown(p) == [op |-> "UNKNOWN", process |-> p, container |-> c0]

Histories ==
    [unregisterMapped |-> Two \o << Reg, MapOne, Unreg >>,
     closeMapped |-> Two \o << Reg, MapOne, Unreg,
                               OnGroup("CLOSE_GROUP", "p0", g0) >>,
     shortPin |-> Two \o << [Reg EXCEPT !.env.pinned = 2] >>,
     misaligned |-> Two \o << Create("p0", c0, 1, 4, 1), Reg,
                              Map("p0", c0, 0, 9, 2) >>,
     mapPastEnd |-> Two \o << Reg, Map("p0", c0, 0, 3, 2) >>,
     unmapPastEnd |-> Two \o << Reg, Unmap("p0", c0, 3, 2) >>,
     registerTwice |-> Two \o << Reg, Reg >>,
     unregisterOnce |-> Two \o << Reg, Reg, Unreg >>,
     failingCreate |-> Two \o << Remove("p0", c0, 0),
                                 [Create("p0", c0, 1, 4, 2) EXCEPT
                                    !.env.contiguous = 0] >>,
     unregisterUnbound |-> Two \o << Unreg >>,
     unknownForeign |-> Two \o << Reg, Unknown("p1") >>,
     detachOne |-> Both \o << Reg, MapOne,
                              OnGroup("UNSET_CONTAINER", "p0", g1), Unreg >>,
     overlapOverLimit |-> Two \o << Reg, [Register("p0", c0, 2, 4) EXCEPT
                                            !.env.memlock = 4] >>,
     empty |-> Two \o << Register("p0", c0, 0, 0) >>,
     static |-> OpenAll \o << Attach("p0", g2, c0),
                              SetType("p0", c0, Version2) >>,
     version1 |-> One,
     version1Map |-> One \o << Enable("p0", c0), MapOne >>,
     otherFile |-> << OnGroup("OPEN_GROUP", "p0", g0),
                      [Attach("p0", g0, c0) EXCEPT !.file = "other"] >>,
     smallWindow |-> Two \o << Remove("p0", c0, 0), Create("p0", c0, 0, 1, 1),
                               Reg, Map("p0", c0, 0, 1, 1) >>,
     removeInside |-> Two \o << Create("p0", c0, 1, 4, 1),
                                Remove("p0", c0, 9) >>,
     refusedBinds |-> Two \o << Register("p0", c0, 1, 2),
                                Register("p1", c0, 0, 2) >>]

------------------------------------------------------------------------------
(* The possible last answers, and the pages charged to process p0.          *)

OfNorm ==
    [unregisterMapped |-> <<{"EBUSY"}, 6>>, closeMapped |-> <<{"OK"}, 0>>,
     shortPin |-> <<{"EFAULT"}, 0>>, misaligned |-> <<{"EINVAL"}, 8>>,
     mapPastEnd |-> <<{"EINVAL"}, 6>>, unmapPastEnd |-> <<{"EINVAL"}, 6>>,
     registerTwice |-> <<{"EBUSY"}, 2>>, unregisterOnce |-> <<{"OK"}, 0>>,
     failingCreate |-> <<{"ENOMEM"}, 0>>,
     unregisterUnbound |-> <<{"EPERM"}, 0>>,
     unknownForeign |-> <<{"EPERM"}, 2>>, detachOne |-> <<{"EBUSY"}, 6>>,
     overlapOverLimit |-> <<{"EINVAL", "ENOMEM"}, 2>>,
     empty |-> <<{"EINVAL"}, 0>>, static |-> <<{"EPERM"}, 0>>,
     version1 |-> <<{"OK"}, 0>>, version1Map |-> <<{"OK"}, 2>>,
     otherFile |-> <<{"EINVAL"}, 0>>, smallWindow |-> <<{"ENXIO"}, 4>>,
     removeInside |-> <<{"EINVAL"}, 6>>, refusedBinds |-> <<{"OK"}, 0>>]

(* What these kernels have in common.                                       *)
OfKernel ==
    [OfNorm EXCEPT !.mapPastEnd[1] = {"OK"}, !.empty[1] = {"ENOMEM"},
                   !.smallWindow[1] = {"OK"},
                   !.removeInside = <<{"OK"}, 4>>]

(* Here the default window is charged from the start.                       *)
Of44 ==
    [OfKernel EXCEPT !.closeMapped[2] = 2, !.shortPin[2] = 4,
                     !.registerTwice = <<{"OK"}, 6>>,
                     !.unregisterOnce = <<{"OK"}, 6>>,
                     !.unregisterUnbound = <<{"ENOENT"}, 4>>,
                     !.unknownForeign = <<{"ENOTTY"}, 6>>,
                     !.overlapOverLimit = <<{"EINVAL"}, 6>>,
                     !.empty[2] = 4, !.static = <<{"OK"}, 4>>,
                     !.refusedBinds[2] = 4]

Of415 ==
    [OfKernel EXCEPT !.misaligned[1] = {"POSITIVE"},
                     !.unmapPastEnd[1] = {"OK"}, !.failingCreate[2] = 4,
                     !.overlapOverLimit[1] = {"EINVAL"},
                     !.version1[1] = {"EPERM"},
                     !.version1Map = <<{"EINVAL"}, 0>>,
                     !.refusedBinds[1] = {"EPERM"}]

Of510 ==
    [Of415 EXCEPT !.unregisterMapped[1] = {"OK"}, !.closeMapped[2] = 2,
                  !.shortPin[1] = {"POSITIVE"}, !.detachOne[1] = {"OK"},
                  !.overlapOverLimit[1] = {"ENOMEM"}]

Of612 ==
    [Of510 EXCEPT !.detachOne[2] = 4, !.static[1] = {"EINVAL"},
                  !.version1[1] = {"OK"}, !.version1Map = <<{"OK"}, 6>>,
                  !.otherFile[1] = {"EBADFD"}]

------------------------------------------------------------------------------
HistoryInit == CallInit /\ history \in DOMAIN Histories /\ step = 0

HistoryNext ==
    /\ step < Len(Histories[history])
    /\ LET cmd == Histories[history][step + 1]
       IN  \E r \in Results(cmd) : Do(cmd, r) /\ Called(cmd, r)
    /\ step' = step + 1
    /\ UNCHANGED history

HistoryInv ==
    step = Len(Histories[history]) =>
        /\ call.result \in Expected[history][1]
        /\ lockedVm["p0"] = Expected[history][2]
==============================================================================
