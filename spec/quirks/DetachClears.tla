----------------------------- MODULE DetachClears -----------------------------
(****************************************************************************)
(* When one of several groups leaves a container, the TCEs of all windows   *)
(* go, those that the other groups use included.  Linux 6.11 and later;     *)
(* seen on a running 6.12.                                                  *)
(****************************************************************************)
EXTENDS SpaprTce

AllWindowsOf(c) == {w \in windows : w.container = c}
==============================================================================
