----------------------------- MODULE TceInterface -----------------------------
(****************************************************************************)
(* What a caller can see: the commands, their results, and how a command's  *)
(* ordered list of checks decides which results the norm allows.            *)
(*                                                                          *)
(* A command is a record of what the caller sent, judged and never assumed  *)
(* valid:                                                                   *)
(*   op, container                                                          *)
(*   readable         whether the argument structure can be read            *)
(*   argsz, flags     its first two fields                                  *)
(*   vaddr, size      REGISTER_MEMORY, UNREGISTER_MEMORY: bytes             *)
(*   vaddr, iova, size   MAP_DMA: bytes                                     *)
(*   iova, size       UNMAP_DMA: bytes                                      *)
(* REGISTER_MEMORY carries what the caller's environment decides, too:      *)
(*   env.memlock      RLIMIT_MEMLOCK of the calling task, bytes             *)
(*   env.capIpcLock   whether that task has CAP_IPC_LOCK                    *)
(*   env.pinnable     whether every page of the block can be pinned for     *)
(*                    writing                                               *)
(*   env.backing      the smallest page that backs the block, bytes         *)
(*                                                                          *)
(* Not modelled in this version: processes, container types, groups, DMA    *)
(* window commands.  Module Environment says what stands in for them.       *)
(****************************************************************************)
EXTENDS Pages, Sequences

CONSTANTS
    Container,          \* containers of one process
    PageSize,           \* PAGE_SIZE of the host, bytes
    AddressTop,         \* number of addresses of a word: 2^64
    InitialWindows,     \* DMA windows that exist at the start: see TceState
    InitialElsewhere,   \* pages of locked_vm charged by others at the start
    Command             \* the commands that Next tries; an oracle never uses it

ASSUME PageSizeAssumption ==
    /\ PageSize \in Nat \ {0}
    /\ AddressTop \in Nat \ {0}
    /\ Aligned(AddressTop, PageSize)
ASSUME ElsewhereAssumption == InitialElsewhere \in Nat

Result == {"OK", "EPERM", "ENOENT", "ENXIO", "ENOMEM", "EFAULT", "EBUSY",
           "EINVAL"}

(* The least argsz of each command: the bytes of its argument structure.    *)
RegisterArgsz == 24
UnregisterArgsz == 24
MapArgsz == 32
UnmapArgsz == 24

(* Flags of MAP_DMA; their sum asks for both directions.                    *)
DmaRead == 1
DmaWrite == 2

------------------------------------------------------------------------------
(* A check: at its step, the clause answers with result if fails holds.     *)
(* Checks of an earlier step come first; where several of one step fail the *)
(* norm does not say which answer is given, so each is allowed.             *)
Check(step, clause, result, fails) ==
    [step |-> step, clause |-> clause, result |-> result, fails |-> fails]

Verdict(checks) ==
    LET failing == {i \in DOMAIN checks : checks[i].fails}
        first   == {i \in failing :
                        \A j \in failing : checks[i].step <= checks[j].step}
    IN  IF failing = {} THEN {"OK"} ELSE {checks[i].result : i \in first}

(* The checks that every command makes of its argument structure.           *)
HeaderChecks(step, cmd, argsz, flags) ==
    << Check(step,     "ABI-1", "EFAULT", ~cmd.readable),
       Check(step + 1, "ABI-2", "EINVAL", cmd.argsz < argsz),
       Check(step + 2, "ABI-3", "EINVAL", cmd.flags > flags) >>
==============================================================================
