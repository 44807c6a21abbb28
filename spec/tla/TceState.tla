------------------------------- MODULE TceState -------------------------------
(****************************************************************************)
(* What the interface remembers about one process and its containers.       *)
(****************************************************************************)
EXTENDS TceInterface

VARIABLES
    lockedVm,   \* pages charged to locked_vm of the process
    elsewhere,  \* those of them that something outside this spec charged
    regions,    \* pre-registered blocks: set of
                \*   [ua, size, backing, holders, live]
                \*   ua, size   the block, bytes
                \*   backing    the smallest page that backs it, bytes
                \*   holders    the containers that registered it
                \*   live       number of TCEs that refer to it
    windows,    \* DMA windows: set of
                \*   [container, start, size, page, table]
                \*   start, size   its range of bus addresses, bytes
                \*   page          its IOMMU page, bytes
                \*   table         pages charged for its TCE table
    mappings,   \* live TCEs as runs: set of
                \*   [container, window, iova, ua, size, perm]
                \*   window        start of the window it lies in
                \*   iova, ua      first bus address and its user address
                \*   size          bytes, one TCE for each IOMMU page
                \*   perm          DmaRead, DmaWrite or their sum
    bound,      \* containers bound to the process
    enabled     \* containers that have registered memory at least once

vars == <<lockedVm, elsewhere, regions, windows, mappings, bound, enabled>>

Init ==
    /\ elsewhere = InitialElsewhere
    /\ lockedVm = InitialElsewhere
                    + Sum([w \in InitialWindows |-> w.table])
    /\ regions = {}
    /\ windows = InitialWindows
    /\ mappings = {}
    /\ bound = {}
    /\ enabled = {}
==============================================================================
