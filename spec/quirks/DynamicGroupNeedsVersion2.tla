---------------------- MODULE DynamicGroupNeedsVersion2 ----------------------
(****************************************************************************)
(* Version 1 refuses groups for which windows can be created.  Linux 4.12   *)
(* to 6.3; in the source.                                                   *)
(****************************************************************************)
EXTENDS SpaprTce

StrictAttachChecks(step, type, members, env) ==
    << Check(step, "GRP-6", "EBUSY",
             type = Version1 /\ Cardinality(members) > 1),
       Check(step, "GRP-7", "EPERM",
             \E g, h \in members :
                 TableGroup[g].family # TableGroup[h].family),
       Check(step + 1, "GRP-5", StaticGroupResult,
             \E g \in members : Static(g) # (type = Version1)),
       Check(step + 2, "GRP-8", env.platform, env.platform # "OK") >>
==============================================================================
