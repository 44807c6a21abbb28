------------------------------- MODULE Mappings -------------------------------
(****************************************************************************)
(* MAP_DMA writes entries of a DMA window's table and UNMAP_DMA clears      *)
(* them.  In version 2 neither pins nor charges user pages [MAP-10, UNM-6]; *)
(* MAP_DMA checks that the memory is pre-registered, and both keep the      *)
(* count of live TCEs per block.  Version 1 has no blocks: there MAP_DMA    *)
(* pins what it maps [VER-9].                                               *)
(*                                                                          *)
(* Entries are written one after the other.  Where one cannot be written,   *)
(* those before it are cleared, with what was mapped there, and the rest    *)
(* stays as it was [MAP-14].                                                *)
(****************************************************************************)
EXTENDS Prereg

WindowAt(c, iova) ==
    {w \in WindowsOf(c) : w.start <= iova /\ iova < w.start + w.size}

LeavesWindow(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) :
        ~Within(cmd.iova, cmd.size, w.start, w.size)

MapLeavesWindow(cmd) == LeavesWindow(cmd)
UnmapLeavesWindow(cmd) == LeavesWindow(cmd)

MisalignedSize(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) : ~Aligned(cmd.size, w.page)

MisalignedIova(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) : ~Aligned(cmd.iova, w.page)

MisalignedIovaResult == "EINVAL"

------------------------------------------------------------------------------
(* How far a range can be mapped                                            *)

(* Bytes from ua on, size at most, that blocks cover without a gap.  Blocks *)
(* are disjoint; the first address that none covers is ua or the end of one.*)
Covered(blocks, ua, size) ==
    LET met  == {r \in blocks : Overlap(ua, size, r.ua, r.size)}
        gaps == {x \in {ua} \cup {r.ua + r.size : r \in met} :
                   \A r \in met : ~(r.ua <= x /\ x < r.ua + r.size)}
    IN  IF gaps = {} THEN size ELSE Min(size, Least(gaps) - ua)

(* A block may be mapped in pages that its own bounds and the pages that    *)
(* back it are multiples of.                                                *)
MappableBy(page, r) ==
    page <= r.backing /\ Aligned(r.ua, page) /\ Aligned(r.size, page)

(* The blocks that a range is looked up in.                                 *)
LookedUp(cmd) == Blocks(cmd.container)

Registered(cmd) == Covered(LookedUp(cmd), cmd.vaddr, cmd.size)

Mappable(cmd) ==
    LET here == WindowAt(cmd.container, cmd.iova)
        fit  == {r \in LookedUp(cmd) :
                   \A w \in here : MappableBy(w.page, r)}
    IN  Covered(fit, cmd.vaddr, cmd.size)

(* Bytes before the first entry that has no page to refer to.               *)
Backed(cmd) ==
    IF InVersion2(cmd.container) THEN Mappable(cmd)
    ELSE Min(cmd.env.pinned, cmd.size)

(* Bytes before the first entry that cannot be written.                     *)
Writable(cmd) == Min(Backed(cmd), cmd.env.room)

------------------------------------------------------------------------------
(* MAP_DMA                                                                  *)

MisalignedUser(cmd) ==
    \E w \in WindowAt(cmd.container, cmd.iova) : ~Aligned(cmd.vaddr, w.page)

(* The answer where memory is registered, in pages that are too small.      *)
TooSmallResult(cmd) == "EINVAL"

(* The first entry that cannot be written lacks a page of memory.           *)
Unbacked(cmd) == Backed(cmd) < cmd.size /\ Backed(cmd) < cmd.env.room

MapChecks(cmd) ==
    LET v2 == InVersion2(cmd.container)
    IN  SessionChecks(cmd, {Version1, Version2}) \o
        << Check(4, "MAP-1", "EPERM",
                 ~containers[cmd.container].enabled) >> \o
        HeaderChecks(5, cmd, MapArgsz, DmaRead + DmaWrite) \o
        DefaultWindowChecks(8, cmd) \o
        << Check(11, "MAP-2", "ENXIO",
                 WindowAt(cmd.container, cmd.iova) = {}),
           Check(12, "MAP-3", "EINVAL",
                 MisalignedUser(cmd) \/ MisalignedSize(cmd)),
           Check(12, "MAP-4", "EINVAL", cmd.flags = 0),
           Check(13, "MAP-11", MisalignedIovaResult, MisalignedIova(cmd)),
           Check(14, "MAP-5", "EINVAL", MapLeavesWindow(cmd)),
           Check(15, "MAP-6", "EINVAL",
                 v2 /\ Unbacked(cmd) /\ Registered(cmd) = Mappable(cmd)),
           Check(15, "MAP-7", TooSmallResult(cmd),
                 v2 /\ Unbacked(cmd) /\ Registered(cmd) # Mappable(cmd)),
           Check(15, "MAP-12", "EFAULT", ~v2 /\ Unbacked(cmd)),
           Check(15, "MAP-13", "ENOMEM",
                 cmd.env.room < cmd.size /\ cmd.env.room <= Backed(cmd)) >>

(* A device that may write may read, too [MAP-15].                          *)
Permission(flags) ==
    IF flags >= DmaWrite THEN DmaRead + DmaWrite ELSE DmaRead

(* TCEs become runs and the blocks are counted anew; the owed window is     *)
(* made if opened.                                                          *)
TcesBecome(cmd, opened, runs, counted) ==
    LET c == cmd.container
    IN  /\ mappings' = runs
        /\ regions' = Kept(counted)
        /\ windows' = IF opened THEN windows \cup Owed(c) ELSE windows
        /\ containers' = IF opened THEN DefaultMade(cmd, containers)
                         ELSE containers
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ + (IF opened THEN OwedPages(c) ELSE 0)
                              + LeftCharged(cmd)
                              - FreedPages(cmd.process, counted)]
        /\ UNCHANGED <<elsewhere, groups>>

(* The first bytes of the range are cleared.                                *)
Clear(cmd, opened, bytes) ==
    LET c    == cmd.container
        page == (CHOOSE w \in WindowAt(c, cmd.iova) : TRUE).page
        went == Cleared(c, cmd.iova, bytes)
    IN  TcesBecome(cmd, opened, Remaining(c, cmd.iova, bytes),
                   IF went = {} THEN regions
                   ELSE Recounted(c, {}, went, page))

MapEffect(cmd) ==
    LET c    == cmd.container
        w    == CHOOSE x \in WindowAt(c, cmd.iova) : TRUE
        new  == [container |-> c, window |-> w.start,
                 iova |-> cmd.iova, ua |-> cmd.vaddr, size |-> cmd.size,
                 perm |-> Permission(cmd.flags)]
        went == Cleared(c, cmd.iova, cmd.size)
        left == Remaining(c, cmd.iova, cmd.size)
    IN  IF cmd.size = 0
        THEN TcesBecome(cmd, Owed(c) # {}, mappings, regions)       \* [MAP-9]
        ELSE TcesBecome(cmd, Owed(c) # {}, Joined(left, new),       \* [MAP-8]
                        Recounted(c, {new}, went, w.page))

MapRefusal(cmd) ==
    LET checks == MapChecks(cmd)
    IN  Clear(cmd, Owed(cmd.container) # {} /\ Reaches(checks, 11),
              IF Reaches(checks, 15) THEN Writable(cmd) ELSE 0)

------------------------------------------------------------------------------
(* UNMAP_DMA                                                                *)

UnmapChecks(cmd) ==
    SessionChecks(cmd, {Version1, Version2}) \o
    << Check(4, "UNM-1", "EPERM", ~containers[cmd.container].enabled) >> \o
    HeaderChecks(5, cmd, UnmapArgsz, 0) \o
    DefaultWindowChecks(8, cmd) \o
    << Check(11, "UNM-2", "ENXIO", WindowAt(cmd.container, cmd.iova) = {}),
       Check(12, "UNM-3", "EINVAL", MisalignedSize(cmd)),
       Check(13, "UNM-7", MisalignedIovaResult, MisalignedIova(cmd)),
       Check(14, "UNM-4", "EINVAL", UnmapLeavesWindow(cmd)) >>

UnmapEffect(cmd) == Clear(cmd, Owed(cmd.container) # {}, cmd.size)  \* [UNM-5]

UnmapRefusal(cmd) ==
    Clear(cmd, Owed(cmd.container) # {} /\ Reaches(UnmapChecks(cmd), 11), 0)
==============================================================================
