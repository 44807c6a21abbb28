-------------------------------- MODULE Prereg --------------------------------
(****************************************************************************)
(* Pre-registered memory: REGISTER_MEMORY pins a block and charges it to    *)
(* locked_vm, once; UNREGISTER_MEMORY names the same block and gives it     *)
(* back.  Blocks belong to the process and never overlap; a container only  *)
(* holds them, so the same block registered by two containers is pinned and *)
(* charged once.                                                            *)
(*                                                                          *)
(* Not modelled: ENOMEM because memory for the kernel's own records is      *)
(* short; which physical pages are pinned.                                  *)
(****************************************************************************)
EXTENDS TceState

Pages(size) == size \div PageSize

(* The block that the command names, as a set of at most one.               *)
Named(cmd) == {r \in regions : r.ua = cmd.vaddr /\ r.size = cmd.size}

HeldBy(c, blocks) == {r \in blocks : c \in r.holders}

Clashing(cmd) ==
    {r \in regions : Overlap(cmd.vaddr, cmd.size, r.ua, r.size)}

MisalignedBlock(cmd) ==
    ~Aligned(cmd.vaddr, PageSize) \/ ~Aligned(cmd.size, PageSize)

(* The block would end at or past the top of the address space.             *)
PassesTop(cmd) == cmd.vaddr + cmd.size >= AddressTop

WithinLimit(pages, env) ==
    env.capIpcLock \/ lockedVm + pages <= env.memlock \div PageSize

------------------------------------------------------------------------------
(* REGISTER_MEMORY                                                          *)

(* Sharing a block [REG-9] charges and pins nothing, so the checks of step  *)
(* 7 concern new blocks only.  Kernels make them in different orders.       *)
RegisterChecks(cmd) ==
    LET fresh == Named(cmd) = {}
    IN  HeaderChecks(1, cmd, RegisterArgsz, 0) \o
        << Check(4, "REG-1", "EINVAL", MisalignedBlock(cmd)),
           Check(4, "REG-2", "EINVAL", cmd.size = 0),
           Check(5, "REG-3", "EINVAL", PassesTop(cmd)),
           Check(6, "REG-4", "EBUSY",
                 HeldBy(cmd.container, Named(cmd)) # {}),
           Check(7, "REG-5", "ENOMEM",
                 fresh /\ ~WithinLimit(Pages(cmd.size), cmd.env)),
           Check(7, "REG-6", "EFAULT", fresh /\ ~cmd.env.pinnable),
           Check(7, "REG-7", "EINVAL", fresh /\ Clashing(cmd) # {}) >>

RegisterResults(cmd) == Verdict(RegisterChecks(cmd))

NewBlock(cmd) ==
    [ua |-> cmd.vaddr, size |-> cmd.size, backing |-> cmd.env.backing,
     holders |-> {cmd.container}, live |-> 0]

RegisterEffect(cmd) ==
    LET old  == Named(cmd)
        held == IF old = {}
                THEN {NewBlock(cmd)}                                \* [REG-8]
                ELSE {[r EXCEPT !.holders = @ \cup {cmd.container}] :
                        r \in old}                                  \* [REG-9]
    IN  /\ regions' = (regions \ old) \cup held
        /\ lockedVm' = IF old = {} THEN lockedVm + Pages(cmd.size)
                                   ELSE lockedVm
        /\ bound' = bound \cup {cmd.container}
        /\ enabled' = enabled \cup {cmd.container}                 \* [REG-10]
        /\ UNCHANGED <<elsewhere, windows, mappings>>

------------------------------------------------------------------------------
(* UNREGISTER_MEMORY                                                        *)

(* This container is the last holder, and TCEs still refer to the block.    *)
StillMapped(cmd) ==
    \E r \in Named(cmd) : r.holders = {cmd.container} /\ r.live > 0

UnregisterChecks(cmd) ==
    << Check(1, "UNR-1", "EPERM", cmd.container \notin bound) >> \o
    HeaderChecks(2, cmd, UnregisterArgsz, 0) \o
    << Check(5, "UNR-2", "EINVAL", MisalignedBlock(cmd)),
       Check(6, "UNR-3", "ENOENT", HeldBy(cmd.container, Named(cmd)) = {}),
       Check(7, "UNR-4", "EBUSY", StillMapped(cmd)) >>

UnregisterResults(cmd) == Verdict(UnregisterChecks(cmd))

UnregisterEffect(cmd) ==
    LET old  == Named(cmd)
        left == {[r EXCEPT !.holders = @ \ {cmd.container}] : r \in old}
        kept == {r \in left : r.holders # {}}                       \* [UNR-6]
    IN  /\ regions' = (regions \ old) \cup kept
        /\ lockedVm' = IF kept = {} THEN lockedVm - Pages(cmd.size) \* [UNR-5]
                                    ELSE lockedVm
        /\ UNCHANGED <<elsewhere, windows, mappings, bound, enabled>>
==============================================================================
