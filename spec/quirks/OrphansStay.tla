----------------------------- MODULE OrphansStay -----------------------------
(****************************************************************************)
(* A block that loses its last holder while TCEs refer to it keeps a        *)
(* reference that nobody owns: it stays registered, pinned and charged      *)
(* after the TCEs are gone, and whoever registers and unregisters it later  *)
(* does not free it.  Linux 4.10 and later, when a container is released    *)
(* whose block another one maps; from 5.0 on with UnregisterForgets, too.   *)
(* Seen on a running 6.12.                                                  *)
(****************************************************************************)
EXTENDS SpaprTce

HeldByNobody(r) == [r EXCEPT !.holders = {NoContainer}]
==============================================================================
