-------------------------------- MODULE Prereg --------------------------------
(****************************************************************************)
(* Pre-registered memory: REGISTER_MEMORY pins a block and charges it to    *)
(* locked_vm, once; UNREGISTER_MEMORY names the same block and gives it     *)
(* back.  Blocks belong to the process and never overlap; a container only  *)
(* holds them, so the same block registered by two containers is pinned and *)
(* charged once.                                                            *)
(****************************************************************************)
EXTENDS Windows

(* The block that the command names, as a set of at most one.               *)
Named(cmd) ==
    {r \in regions : /\ r.process = cmd.process
                     /\ r.ua = cmd.vaddr /\ r.size = cmd.size}

HeldBy(c, blocks) == {r \in blocks : c \in r.holders}

(* The caller's container holds the block that the command names.           *)
AlreadyHeld(cmd) == HeldBy(cmd.container, Named(cmd)) # {}
MayGiveUp(cmd) == HeldBy(cmd.container, Named(cmd)) # {}

Clashing(cmd) ==
    {r \in regions : /\ r.process = cmd.process
                     /\ Overlap(cmd.vaddr, cmd.size, r.ua, r.size)}

MisalignedBlock(cmd) ==
    ~Aligned(cmd.vaddr, PageSize) \/ ~Aligned(cmd.size, PageSize)

(* The block would end at or past the top of the address space.             *)
PassesTop(cmd) == cmd.vaddr + cmd.size >= AddressTop

------------------------------------------------------------------------------
(* REGISTER_MEMORY                                                          *)

(* The kernel keeps a word for each page of a block.                        *)
RecordBytes(cmd) == Pages(cmd.size) * 8

EmptyBlock(cmd) == cmd.size = 0

(* The answers to a block without pages, and to one that cannot be pinned.  *)
EmptyResult == "EINVAL"
UnpinnableResult(cmd) == "EFAULT"

(* Kernels make the last checks in different orders; here they are one step.*)
PinStep == 10
OverlapStep == 10

(* Sharing a block [REG-9] charges and pins nothing, so the last checks     *)
(* concern new blocks only.                                                 *)
RegisterChecks(cmd) ==
    LET fresh == Named(cmd) = {}
    IN  SessionChecks(cmd, {Version2}) \o
        HeaderChecks(4, cmd, RegisterArgsz, 0) \o
        << Check(7, "REG-1", "EINVAL", MisalignedBlock(cmd)),
           Check(7, "REG-3", "EINVAL", PassesTop(cmd)),
           Check(8, "REG-2", EmptyResult, EmptyBlock(cmd)),
           Check(9, "REG-4", "EBUSY", AlreadyHeld(cmd)),
           Check(10, "REG-5", "ENOMEM",
                 fresh /\ ~WithinLimit(Pages(cmd.size), cmd)),
           Check(10, "REG-11", "ENOMEM",
                 fresh /\ RecordBytes(cmd) > cmd.env.records),
           Check(PinStep, "REG-6", UnpinnableResult(cmd),
                 fresh /\ cmd.env.pinned < cmd.size),
           Check(OverlapStep, "REG-7", "EINVAL",
                 fresh /\ Clashing(cmd) # {}) >>

(* What stands for a further hold of container c on block r.                *)
Hold(c, r) == c

NewBlock(cmd) ==
    [process |-> cmd.process, ua |-> cmd.vaddr, size |-> cmd.size,
     backing |-> cmd.env.backing, frames |-> cmd.env.frames,
     holders |-> {cmd.container}, live |-> 0]

RegisterEffect(cmd) ==
    LET old  == Named(cmd)
        held == IF old = {}
                THEN {NewBlock(cmd)}                                \* [REG-8]
                ELSE {[r EXCEPT !.holders = @ \cup {Hold(cmd.container, r)}] :
                        r \in old}                                  \* [REG-9]
    IN  /\ regions' = (regions \ old) \cup held
        /\ lockedVm' = IF old = {}
                       THEN [lockedVm EXCEPT ![cmd.process] =
                                @ + Pages(cmd.size)]
                       ELSE lockedVm
        /\ containers' = [BoundBy(cmd) EXCEPT
                            ![cmd.container].enabled = TRUE]       \* [REG-10]
        /\ UNCHANGED <<elsewhere, groups, windows, mappings>>

RegisterRefusal(cmd) ==
    /\ containers' = AfterRefusal(cmd)
    /\ UNCHANGED <<lockedVm, elsewhere, groups, regions, windows, mappings>>

------------------------------------------------------------------------------
(* UNREGISTER_MEMORY                                                        *)

(* This container is the last holder, and TCEs still refer to the block.    *)
StillMapped(cmd) ==
    \E r \in Named(cmd) :
        r.holders = GivenUp(cmd.container, r) /\ r.live > 0

Unbound(cmd) == containers[cmd.container].process = NoProcess

UnregisterChecks(cmd) ==
    SessionChecks(cmd, {Version2}) \o
    << Check(4, "UNR-1", "EPERM", Unbound(cmd)) >> \o
    HeaderChecks(5, cmd, UnregisterArgsz, 0) \o
    << Check(8, "UNR-2", "EINVAL", MisalignedBlock(cmd)),
       Check(9, "UNR-3", "ENOENT", ~MayGiveUp(cmd)),
       Check(10, "UNR-4", "EBUSY", StillMapped(cmd)) >>

(* Another container's hold keeps the block [UNR-6]; with the last one goes *)
(* what was charged [UNR-5].                                                *)
UnregisterEffect(cmd) ==
    LET old  == Named(cmd)
        left == Relinquished(cmd.container, old)
    IN  /\ regions' = (regions \ old) \cup Kept(left)
        /\ lockedVm' = [lockedVm EXCEPT ![cmd.process] =
                            @ - FreedPages(cmd.process, left)]
        /\ UNCHANGED <<elsewhere, containers, groups, windows, mappings>>
==============================================================================
