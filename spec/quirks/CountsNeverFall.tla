--------------------------- MODULE CountsNeverFall ---------------------------
(****************************************************************************)
(* The permissions of a TCE that is replaced or cleared are read with their *)
(* bytes in the wrong order, so it seems never to have been there, and the  *)
(* count of its block does not fall.  Linux 4.4 on little-endian machines;  *)
(* in the source.                                                           *)
(****************************************************************************)
EXTENDS SpaprTce

NothingCleared(c, start, size) == {}

NothingRecounted(c, closing) == regions
==============================================================================
