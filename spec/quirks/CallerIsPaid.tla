---------------------------- MODULE CallerIsPaid -----------------------------
(****************************************************************************)
(* What a container was charged is given back to the process that closes    *)
(* it, not to the one that was charged.  Up to Linux 4.9; in the source of  *)
(* 4.4.                                                                     *)
(****************************************************************************)
EXTENDS SpaprTce

CallerPays(cmd, c) == cmd.process
==============================================================================
