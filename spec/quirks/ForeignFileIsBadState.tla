------------------------ MODULE ForeignFileIsBadState -------------------------
(****************************************************************************)
(* SET_CONTAINER with a descriptor of something else than a container       *)
(* answers EBADFD, an error that the norm does not know.  Linux 6.2 and     *)
(* later; seen on a running 6.12.                                           *)
(****************************************************************************)
EXTENDS SpaprTce

ForeignFileResult == "EBADFD"
==============================================================================
