-------------------------- MODULE PageNotContained ---------------------------
(****************************************************************************)
(* MAP_DMA does not ask whether the page of the window lies whole in one    *)
(* page that backs the memory: a device that is given 16 MiB by a page of   *)
(* 64 KiB reaches what lies behind it.  Before Linux 4.2, and on another    *)
(* path before 4.18.                                                        *)
(****************************************************************************)
EXTENDS SpaprTce

MappableByBounds(page, r) == Aligned(r.ua, page) /\ Aligned(r.size, page)
==============================================================================
