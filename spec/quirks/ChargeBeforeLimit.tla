-------------------------- MODULE ChargeBeforeLimit --------------------------
(****************************************************************************)
(* The limit is compared with what is charged already, not with what will   *)
(* be: the last charge may pass it.  A class of defects of the type1        *)
(* driver, which charged in the background.                                 *)
(****************************************************************************)
EXTENDS SpaprTce

WithinLimitSoFar(n, cmd) ==
    \/ cmd.env.capIpcLock
    \/ lockedVm[cmd.process] <= cmd.env.memlock \div PageSize
==============================================================================
