------------------------------- MODULE MCFaults -------------------------------
(****************************************************************************)
(* Seeded faults.  Each Bug operator stands in for one operator of the norm *)
(* in the .cfg of its name, and TLC must answer with the one property that  *)
(* the manifest names.  A fault that is not found means that the model is   *)
(* too small or that a property says too little.                            *)
(****************************************************************************)
EXTENDS MCSpaprTce

(* The sum of charged pages wraps around in a word of the address size.     *)
BugWithinLimitWraps(pages, env) ==
    (lockedVm + pages) % AddressTop <= env.memlock \div PageSize

(* The limit is rounded up to pages.                                        *)
BugWithinLimitRoundsUp(pages, env) ==
    lockedVm + pages <= (env.memlock + PageSize - 1) \div PageSize

(* Only a block with the same start counts as an overlap.                   *)
BugClashing(cmd) == {r \in regions : r.ua = cmd.vaddr}

(* A block that ends exactly at the top is accepted.                        *)
BugPassesTop(cmd) == cmd.vaddr + cmd.size > AddressTop

(* A command may name any part of a block.                                  *)
BugNamed(cmd) ==
    {r \in regions : Within(cmd.vaddr, cmd.size, r.ua, r.size)}

(* Sharing a block charges it again.                                        *)
BugRegisterChargesTwice(cmd) ==
    LET old  == Named(cmd)
        held == IF old = {} THEN {NewBlock(cmd)}
                ELSE {[r EXCEPT !.holders = @ \cup {cmd.container}] : r \in old}
    IN  /\ regions' = (regions \ old) \cup held
        /\ lockedVm' = lockedVm + Pages(cmd.size)
        /\ bound' = bound \cup {cmd.container}
        /\ enabled' = enabled \cup {cmd.container}
        /\ UNCHANGED <<elsewhere, windows, mappings>>

(* A registration does not enable the container.                            *)
BugRegisterNotEnabling(cmd) ==
    /\ regions' = regions \cup {NewBlock(cmd)}
    /\ lockedVm' = lockedVm + Pages(cmd.size)
    /\ bound' = bound \cup {cmd.container}
    /\ UNCHANGED <<elsewhere, windows, mappings, enabled>>

(* Adjacent blocks are merged into one.                                     *)
BugRegisterMerges(cmd) ==
    LET below == {r \in regions : r.ua + r.size = cmd.vaddr}
        start == cmd.vaddr - Sum([r \in below |-> r.size])
        live  == Sum([r \in below |-> r.live])
    IN  /\ regions' = (regions \ below) \cup
              {[NewBlock(cmd) EXCEPT !.ua = start, !.live = live,
                                     !.size = cmd.size + cmd.vaddr - start]}
        /\ lockedVm' = lockedVm + Pages(cmd.size)
        /\ bound' = bound \cup {cmd.container}
        /\ enabled' = enabled \cup {cmd.container}
        /\ UNCHANGED <<elsewhere, windows, mappings>>

(* A block is released while TCEs refer to it.                              *)
BugStillMapped(cmd) == FALSE

(* The last holder leaves and the block stays, charged.                     *)
BugUnregisterLeavesBlock(cmd) ==
    /\ regions' = (regions \ Named(cmd)) \cup
                  {[r EXCEPT !.holders = @ \ {cmd.container}] : r \in Named(cmd)}
    /\ UNCHANGED <<lockedVm, elsewhere, windows, mappings, bound, enabled>>

(* Only the first page of a range is compared with the window.              *)
BugLeavesWindow(cmd) == FALSE

(* The window's page is not compared with what the block allows.            *)
BugPageTooLarge(cmd) == FALSE

(* A misaligned bus address is answered with a positive number.             *)
BugMapResults(cmd) ==
    IF cmd.container \in enabled /\ MisalignedMap(cmd)
    THEN {"+1"} ELSE Verdict(MapChecks(cmd))

(* Only runs that start where the range starts are replaced or cleared.     *)
BugHit(c, start, size) ==
    {m \in mappings : m.container = c /\ m.iova = start}

(* Runs are not joined.                                                     *)
BugJoined(runs, n) == runs \cup {n}

(* TCEs that go are not taken off the count.                                *)
BugRecounted(came, went, page) ==
    LET touched == {r \in regions :
                      \E m \in came : Overlap(m.ua, m.size, r.ua, r.size)}
    IN  (regions \ touched) \cup
        {[r EXCEPT !.live = @ + Entries(came, r, page)] : r \in touched}

(* MAP_DMA registers what it maps, as if the container had done so.         *)
BugMapRegisters(cmd) ==
    LET w == CHOOSE x \in WindowAt(cmd.container, cmd.iova) : TRUE
        new == [container |-> cmd.container, window |-> w.start,
                iova |-> cmd.iova, ua |-> cmd.vaddr, size |-> cmd.size,
                perm |-> cmd.flags]
    IN  /\ mappings' = Joined(Remaining(cmd.container, cmd.iova, cmd.size),
                              new)
        /\ regions' =
             {IF Overlap(r.ua, r.size, cmd.vaddr, cmd.size)
              THEN [r EXCEPT !.holders = @ \cup {cmd.container}] ELSE r :
                r \in Recounted({new}, Cleared(cmd.container, cmd.iova,
                                               cmd.size), w.page)}
        /\ UNCHANGED <<lockedVm, elsewhere, windows, bound, enabled>>

------------------------------------------------------------------------------
(* Baits: states that must be reachable.  TLC finds each "violated".        *)

BaitShared == \A r \in regions : r.holders # Container

(* A container maps a block that only another one registered.               *)
BaitForeign ==
    \A m \in mappings : \A r \in regions :
        Overlap(m.ua, m.size, r.ua, r.size) => m.container \in r.holders

(* One run of TCEs refers to two adjacent blocks.                           *)
BaitSpanning ==
    \A m \in mappings : \E r \in regions : Within(m.ua, m.size, r.ua, r.size)

(* Unmapping the middle of a run has left its two ends.                     *)
BaitSplit ==
    \A m, n \in mappings :
        ~(m.iova + m.size < n.iova /\ n.ua - m.ua = n.iova - m.iova)

(* All that the limit allows is charged.                                    *)
BaitFull ==
    \A cmd \in Registrations : lockedVm # cmd.env.memlock \div PageSize
==============================================================================
