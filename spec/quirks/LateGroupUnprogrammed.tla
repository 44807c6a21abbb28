------------------------ MODULE LateGroupUnprogrammed ------------------------
(****************************************************************************)
(* A group that joins a container with windows is not given them: its       *)
(* devices reach nothing.  Up to Linux 4.10.                                *)
(****************************************************************************)
EXTENDS SpaprTce

NotProgrammed(w, g) == w
==============================================================================
