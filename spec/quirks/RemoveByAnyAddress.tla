-------------------------- MODULE RemoveByAnyAddress --------------------------
(****************************************************************************)
(* TCE_REMOVE takes any address in a window for the window's start.  The    *)
(* window that is owed must be named by its start.  All versions; seen on a *)
(* running 6.12.                                                            *)
(****************************************************************************)
EXTENDS SpaprTce

WindowAround(cmd) ==
    {w \in windows : /\ w.container = cmd.container
                     /\ Within(cmd.start, 1, w.start, w.size)}
==============================================================================
