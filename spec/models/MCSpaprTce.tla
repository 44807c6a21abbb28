------------------------------ MODULE MCSpaprTce ------------------------------
(****************************************************************************)
(* The model: finite sets of commands for Next to try, and a window for     *)
(* each container.  Nothing here is normative.  Each .cfg beside this file  *)
(* is one model; its first line says what it is for, and manifest.json what *)
(* TLC must answer.  To run one with any build of the TLA+ tools, in this   *)
(* folder:                                                                  *)
(*   java -DTLA-Library=../tla -cp tla2tools.jar tlc2.TLC -deadlock         *)
(*        -config MCOne.cfg MCSpaprTce.tla                                  *)
(* Deadlock is not checked: a model whose every command is refused is fine. *)
(****************************************************************************)
EXTENDS SpaprTceProperties

CONSTANTS
    Vaddr, BlockSize,           \* blocks that are registered, bytes
    Memlock,                    \* limits, bytes
    Pinnable,                   \* whether blocks can be pinned
    Backing,                    \* smallest backing pages, bytes
    MapVaddr, MapIova, MapSize, \* what is mapped and unmapped, bytes
    MapFlags,                   \* flags of MAP_DMA
    WindowStart, WindowSize, WindowPage, WindowTable

MCWindows ==
    {[container |-> c, start |-> WindowStart, size |-> WindowSize,
      page |-> WindowPage, table |-> WindowTable] : c \in Container}

MCEnvironments ==
    {[memlock |-> m, capIpcLock |-> FALSE, pinnable |-> p, backing |-> b] :
        m \in Memlock, p \in Pinnable, b \in Backing}

Registers ==
    {[op |-> "REGISTER_MEMORY", container |-> c, readable |-> TRUE,
      argsz |-> RegisterArgsz, flags |-> 0, vaddr |-> a, size |-> n,
      env |-> e] :
        c \in Container, a \in Vaddr, n \in BlockSize, e \in MCEnvironments}

Unregisters ==
    {[op |-> "UNREGISTER_MEMORY", container |-> c, readable |-> TRUE,
      argsz |-> UnregisterArgsz, flags |-> 0, vaddr |-> a, size |-> n] :
        c \in Container, a \in Vaddr, n \in BlockSize}

Maps ==
    {[op |-> "MAP_DMA", container |-> c, readable |-> TRUE,
      argsz |-> MapArgsz, flags |-> f, vaddr |-> a, iova |-> i, size |-> n] :
        c \in Container, f \in MapFlags, a \in MapVaddr, i \in MapIova,
        n \in MapSize}

Unmaps ==
    {[op |-> "UNMAP_DMA", container |-> c, readable |-> TRUE,
      argsz |-> UnmapArgsz, flags |-> 0, iova |-> i, size |-> n] :
        c \in Container, i \in MapIova, n \in MapSize}

(* One command of each kind, damaged in each field of its header.           *)
Examples ==
    {CHOOSE cmd \in Registers : TRUE, CHOOSE cmd \in Unregisters : TRUE,
     CHOOSE cmd \in Maps : TRUE, CHOOSE cmd \in Unmaps : TRUE}

Malformed ==
    {[cmd EXCEPT !.readable = FALSE] : cmd \in Examples} \cup
    {[cmd EXCEPT !.argsz = @ - 1] : cmd \in Examples} \cup
    {[cmd EXCEPT !.flags = DmaRead + DmaWrite + 1] : cmd \in Examples}

MCCommand == Registers \cup Unregisters \cup Maps \cup Unmaps \cup Malformed

(* Next with the result as a constant-level choice, which takes TLC longer  *)
(* and makes it label each transition with command and result.              *)
LabelledNext == \E cmd \in Command, r \in Result : Do(cmd, r)

(* The constants of the norm as this model sets them, for the comparison of *)
(* TLC's state graph with the compiled oracle's.                            *)
Constants ==
    [Container |-> Container, PageSize |-> PageSize,
     AddressTop |-> AddressTop, InitialWindows |-> InitialWindows,
     InitialElsewhere |-> InitialElsewhere, Command |-> Command]
==============================================================================
