--------------------------- MODULE UnmapEmptyFails ---------------------------
(****************************************************************************)
(* UNMAP_DMA of a range in which something is not mapped is refused. The    *)
(* commands of this interface never did that; the paths that KVM takes to   *)
(* the same tables did until Linux 4.18.                                    *)
(****************************************************************************)
EXTENDS SpaprTce

UnmapChecksAll(cmd) ==
    SessionChecks(cmd, {Version1, Version2}) \o
    << Check(4, "UNM-1", "EPERM", ~containers[cmd.container].enabled) >> \o
    HeaderChecks(5, cmd, UnmapArgsz, 0) \o
    DefaultWindowChecks(8, cmd) \o
    << Check(11, "UNM-2", "ENXIO", WindowAt(cmd.container, cmd.iova) = {}),
       Check(12, "UNM-3", "EINVAL", MisalignedSize(cmd)),
       Check(13, "UNM-7", MisalignedIovaResult, MisalignedIova(cmd)),
       Check(14, "UNM-4", "EINVAL", UnmapLeavesWindow(cmd)),
       Check(15, "UNM-5", "ENOENT",
             Extent(Cleared(cmd.container, cmd.iova, cmd.size)) < cmd.size) >>
==============================================================================
