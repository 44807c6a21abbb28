----------------------------- MODULE TceInterface -----------------------------
(****************************************************************************)
(* What a caller can see: the commands, their results, and how a command's  *)
(* ordered list of checks decides which results the norm allows.            *)
(*                                                                          *)
(* A command is a record of what the caller sent, judged and never assumed  *)
(* valid.  Every command has                                                *)
(*   op         its name                                                    *)
(*   process    the address space of the caller                             *)
(* Commands on a container have container, those on a group have group.     *)
(* Commands with an argument structure have                                 *)
(*   readable   whether the structure can be read                           *)
(*   argsz, flags   its first two fields                                    *)
(* and these of their own:                                                  *)
(*   REGISTER_MEMORY, UNREGISTER_MEMORY   vaddr, size: bytes                *)
(*   MAP_DMA          vaddr, iova, size: bytes                              *)
(*   UNMAP_DMA        iova, size: bytes                                     *)
(*   TCE_CREATE       pageShift, size: bytes, levels                        *)
(*   TCE_REMOVE       start: bus address, bytes                             *)
(*   CHECK_EXTENSION  extension      SET_IOMMU  type                        *)
(*   EEH_PE_OP        operation                                             *)
(*   SET_CONTAINER    container, and file: what the descriptor passed names *)
(* Other fields of a structure are not looked at [ABI-6].                   *)
(* A command carries, too, what its environment decides, as env:            *)
(*   memlock     RLIMIT_MEMLOCK of the calling task, bytes                  *)
(*   capIpcLock  whether that task has CAP_IPC_LOCK                         *)
(*   pinned      how many leading bytes of the user range can be pinned for *)
(*               writing; all of it if not less than size                   *)
(*   backing     the smallest page that backs the range, bytes              *)
(*   frames      names the physical pages behind the range                  *)
(*   records     bytes that can be allocated for the records of a block     *)
(*   contiguous  bytes that can be allocated for a level of a table         *)
(*   room        how many leading bytes of the bus range have their levels  *)
(*               of the table, or can be given them                         *)
(*   platform    what hardware and firmware answer: "OK" or an error        *)
(****************************************************************************)
EXTENDS Pages, Sequences

CONSTANTS
    Process,            \* address spaces
    Container,          \* container files, one for each that is ever opened
    Group,              \* IOMMU groups
    PageSize,           \* PAGE_SIZE of the host, bytes
    AddressTop,         \* number of addresses of a word: 2^64
    TableGroup,         \* what each group is capable of: see Platform
    SecondStart,        \* bus address of the second window of a container
    EntryBytes,         \* bytes of a TCE
    LeastTable,         \* bytes of the smallest table
    TableAddressBits,   \* address bits that the levels of a table may cover
    DefaultPageShift,   \* log2 of the page of the default window
    EehAvailable,       \* whether EEH is there
    Command             \* the commands that Next tries; an oracle never uses it

ASSUME PageSizeAssumption ==
    /\ PageSize \in Nat \ {0}
    /\ AddressTop \in Nat \ {0}
    /\ Aligned(AddressTop, PageSize)

(* TableGroup[g] is a record                                                *)
(*   start, size   range of the default window, bytes; size 0: there is none*)
(*   shifts        log2 of each page size that a window may have            *)
(*   windows       number of windows that can be created; 0: none           *)
(*   levels        most levels of a table                                   *)
(*   family        groups share a container only if their families agree    *)
ASSUME TableGroupAssumption ==
    \A g \in Group :
        /\ Aligned(TableGroup[g].size, PageSize)
        /\ TableGroup[g].windows \in Nat /\ TableGroup[g].levels \in Nat
        /\ \A h \in Group :
              TableGroup[g].family = TableGroup[h].family
                  => TableGroup[g].start = TableGroup[h].start

(* No window that begins at the first start reaches the second.             *)
ASSUME StartsApartAssumption ==
    \A g \in Group :
        /\ TableGroup[g].start + TableGroup[g].size <= SecondStart
        /\ TableGroup[g].start + 2 ^ (TableAddressBits - 1) <= SecondStart

NoProcess == "no process"
NoContainer == "no container"

Result == {"OK", "EPERM", "ENOENT", "EIO", "ENXIO", "EBADF", "ENOMEM",
           "EFAULT", "EBUSY", "ENODEV", "EINVAL", "ENOTTY", "ENOSPC"}

(* The least argsz of each command: the bytes of its argument structure.    *)
RegisterArgsz == 24
UnregisterArgsz == 24
MapArgsz == 32
UnmapArgsz == 24
CreateArgsz == 40
RemoveArgsz == 16
InfoArgsz == 16
FullInfoArgsz == 32     \* with the part about windows that can be created
StatusArgsz == 8
EehArgsz == 12
EehInjectArgsz == 40

(* Flags of MAP_DMA; their sum asks for both directions.                    *)
DmaRead == 1
DmaWrite == 2

(* Types of IOMMU that SET_IOMMU and CHECK_EXTENSION name [VER-1].          *)
Version1 == 2
Version2 == 7
EehExtension == 5

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

(* No check before this step fails.                                         *)
Reaches(checks, step) ==
    \A i \in DOMAIN checks : checks[i].fails => checks[i].step >= step

TooShort(cmd, argsz) == cmd.argsz < argsz

(* The checks that commands make of their argument structure.               *)
HeaderChecks(step, cmd, argsz, flags) ==
    << Check(step,     "ABI-1", "EFAULT", ~cmd.readable),
       Check(step + 1, "ABI-2", "EINVAL", TooShort(cmd, argsz)),
       Check(step + 2, "ABI-3", "EINVAL", cmd.flags > flags) >>
==============================================================================
