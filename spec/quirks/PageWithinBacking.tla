-------------------------- MODULE PageWithinBacking --------------------------
(****************************************************************************)
(* MAP_DMA does not look at the bounds of a block but at each page: it must *)
(* lie whole in the block, else EINVAL, and in one page that backs it, else *)
(* EPERM.  Linux 4.4 to 4.17; in the source.                                *)
(****************************************************************************)
EXTENDS SpaprTce

(* The whole pages of a block, as a block.                                  *)
WholePages(page, r) ==
    LET start == RoundUp(r.ua, page)
        end   == ((r.ua + r.size) \div page) * page
    IN  [r EXCEPT !.ua = start, !.size = Max(0, end - start)]

InWholePages(cmd, blocks) ==
    Covered(UNION {{WholePages(w.page, r) : r \in blocks} :
                     w \in WindowAt(cmd.container, cmd.iova)},
            cmd.vaddr, cmd.size)

MappableByPages(cmd) ==
    LET large == {r \in LookedUp(cmd) :
                    \A w \in WindowAt(cmd.container, cmd.iova) :
                        w.page <= r.backing}
    IN  InWholePages(cmd, large)

TooSmallIsEperm(cmd) ==
    IF MappableByPages(cmd) < InWholePages(cmd, LookedUp(cmd)) THEN "EPERM"
    ELSE "EINVAL"
==============================================================================
