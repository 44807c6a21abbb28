------------------------------- MODULE Promises -------------------------------
(****************************************************************************)
(* What success of each command promises, each in a sentence.               *)
(****************************************************************************)
EXTENDS Calls

------------------------------------------------------------------------------
(* Memory                                                                   *)

(* REGISTER_MEMORY succeeds once for each block of a container [REG-4], and *)
(* for a new block only where all of it can be pinned [REG-6]; the          *)
(* container then holds it, is bound and enabled [REG-10].  A new block is  *)
(* charged by the page [REG-8], one that is there already is not [REG-9].   *)
RegisterProp ==
    [][Succeeds("REGISTER_MEMORY") =>
          LET c     == Now.container
              Same(blocks) == {r \in blocks : /\ r.process = Now.process
                                              /\ r.ua = Now.vaddr
                                              /\ r.size = Now.size}
              old   == Same(regions)
              new   == Same(regions')
          IN  /\ Cardinality(new) = 1
              /\ \A r \in old : c \notin r.holders
              /\ \A r \in new :
                    /\ r.holders = {c} \cup UNION {s.holders : s \in old}
                    /\ r.live = Sum([s \in old |-> s.live])
              /\ regions' \ new = regions \ old
              /\ containers' = [containers EXCEPT ![c].enabled = TRUE,
                                                  ![c].process = Now.process]
              /\ IF old # {}
                 THEN /\ {Key(r) : r \in new} = {Key(r) : r \in old}
                      /\ UNCHANGED lockedVm
                 ELSE /\ Now.env.pinned >= Now.size
                      /\ ChargeAfter(Now.process)
                           = Charge(Now.process) + Now.size \div PageSize
              /\ UNCHANGED <<elsewhere, groups, windows, mappings>>]_call

(* UNREGISTER_MEMORY succeeds only for the exact address and size of a      *)
(* block that this container registered [UNR-3], and takes back its hold:   *)
(* with the last hold, and only while no TCE refers to the block [UNR-4],   *)
(* the block goes and with it the charge [UNR-5]; else it stays [UNR-6].    *)
UnregisterProp ==
    [][Succeeds("UNREGISTER_MEMORY") =>
          \E r \in regions :
              /\ r.process = Now.process
              /\ r.ua = Now.vaddr /\ r.size = Now.size
              /\ Now.container \in r.holders
              /\ IF r.holders = {Now.container}
                 THEN /\ r.live = 0
                      /\ regions' = regions \ {r}
                      /\ ChargeAfter(Now.process)
                           = Charge(Now.process) - r.size \div PageSize
                 ELSE /\ regions' = (regions \ {r}) \cup
                             {[r EXCEPT !.holders = @ \ {Now.container}]}
                      /\ UNCHANGED lockedVm
              /\ UNCHANGED <<elsewhere, containers, groups, windows,
                             mappings>>]_call

(* Nothing bisects a block: a step keeps its address and size, or leaves    *)
(* nothing registered in its place [UNR-3].                                 *)
NoBisectProp ==
    [][\A r \in regions :
          \/ \E s \in regions' : Key(s) = Key(r)
          \/ \A s \in regions' :
                s.process = r.process
                    => ~Overlap(r.ua, r.size, s.ua, s.size)]_call

------------------------------------------------------------------------------
(* TCEs                                                                     *)

(* When MAP_DMA succeeds every entry of its range is mapped as asked        *)
(* [MAP-8], so that a device that may write may read [MAP-15], and no other *)
(* entry has changed; of an empty range none has [MAP-9].                   *)
AllOrErrorProp ==
    [][Succeeds("MAP_DMA") =>
          /\ OutsideUnchanged
          /\ \A i \in Range :
                At(mappings', Now.container, i) =
                  {<<Now.vaddr + (i - Now.iova),
                     IF Now.flags = DmaRead THEN DmaRead
                     ELSE DmaRead + DmaWrite>>}]_call

(* When UNMAP_DMA succeeds no entry of its range is mapped, whether it was  *)
(* before or not, and no other entry has changed [UNM-5].                   *)
UnmapProp ==
    [][Succeeds("UNMAP_DMA") =>
          /\ OutsideUnchanged
          /\ \A i \in Range : At(mappings', Now.container, i) = {}]_call

(* UNMAP_DMA of whole pages inside a window that is there is not refused,   *)
(* whether anything is mapped there or not [UNM-5].                         *)
UnmapNotRefusedProp ==
    [][(/\ Now.op = "UNMAP_DMA" /\ containers[Now.container].enabled
        /\ containers[Now.container].process = Now.process
        /\ ~containers[Now.container].pending
        /\ Now.readable /\ Now.argsz >= 24 /\ Now.flags = 0
        /\ \E w \in windows :
              /\ w.container = Now.container
              /\ w.start <= Now.iova /\ Now.iova < w.start + w.size
              /\ Within(Now.iova, Now.size, w.start, w.size)
              /\ Aligned(Now.iova, w.page) /\ Aligned(Now.size, w.page))
          => Answer = "OK"]_call

(* MAP_DMA and UNMAP_DMA succeed for whole pages inside one window          *)
(* [MAP-2], [MAP-3], [MAP-5], [MAP-11], [UNM-2], [UNM-3], [UNM-4], [UNM-7]. *)
RangeProp ==
    [][(Succeeds("MAP_DMA") \/ Succeeds("UNMAP_DMA")) =>
          \E w \in windows' :
              /\ w.container = Now.container
              /\ w.start <= Now.iova /\ Now.iova < w.start + w.size
              /\ Within(Now.iova, Now.size, w.start, w.size)
              /\ Aligned(Now.iova, w.page) /\ Aligned(Now.size, w.page)
              /\ Now.op = "MAP_DMA" => Aligned(Now.vaddr, w.page)]_call

------------------------------------------------------------------------------
(* Windows                                                                  *)

(* TCE_CREATE makes one window, of the page and size asked for, at the      *)
(* address that it hands out, the lowest free one [WIN-13], [WIN-18]; the   *)
(* default window is made before it if it was owed [WIN-1].                 *)
CreateProp ==
    [][Succeeds("TCE_CREATE") =>
          LET c     == Now.container
              start == Output(Now, "OK").startAddress
              made  == windows' \ windows
              owed  == {w \in made : w.start # start}
              new   == made \ owed
          IN  /\ windows \subseteq windows'
              /\ Cardinality(new) = 1 /\ Cardinality(made) <= 2
              /\ \A w \in new : /\ w.container = c
                                /\ w.size = Now.size
                                /\ w.page = 2 ^ Now.pageShift
              /\ (owed # {}) = containers[c].pending
              /\ ~containers'[c].pending
              /\ \A w \in owed : w = DefaultWindow(c)
              /\ start \in {TableGroup[g].start : g \in GroupsOf(c)}
                             \cup {SecondStart}
              /\ start = SecondStart =>
                    \E w \in windows' :
                        w.container = c /\ w.start < SecondStart
              /\ ChargeAfter(Now.process) = Charge(Now.process) + TablesOf(made)
              /\ UNCHANGED <<elsewhere, groups, regions, mappings>>]_call

(* TCE_REMOVE takes away the one window that begins at the address [WIN-15],*)
(* with its TCEs and its charge, or renounces the one that is owed          *)
(* [WIN-16], [WIN-17].                                                      *)
RemoveProp ==
    [][Succeeds("TCE_REMOVE") =>
          LET c    == Now.container
              gone == windows \ windows'
          IN  /\ windows' \subseteq windows
              /\ \A w \in gone : w.container = c /\ w.start = Now.start
              /\ IF gone = {}
                 THEN /\ containers[c].pending /\ ~containers'[c].pending
                      /\ Now.start
                           = TableGroup[Head(containers[c].groups)].start
                      /\ UNCHANGED <<mappings, regions, lockedVm>>
                 ELSE /\ \A w \in gone : mappings' =
                           {m \in mappings : ~(/\ m.container = c
                                               /\ m.window = w.start)}
                      /\ Holds(regions') = Holds(regions \ Expired)
                      /\ ChargeAfter(Now.process)
                           = Charge(Now.process) - TablesOf(gone)
                               - PagesOf(Expired, Now.process)
              /\ UNCHANGED <<elsewhere, groups>>]_call

------------------------------------------------------------------------------
(* Version 1                                                                *)

(* ENABLE charges the pages of the default window [VER-7] and DISABLE gives *)
(* them back [VER-8]; TCEs stay, and mapping is charged nothing [VER-9].    *)
EnableProp ==
    [][(Succeeds("ENABLE") \/ Succeeds("DISABLE")) =>
          LET c     == Now.container
              on    == Now.op = "ENABLE"
              pages == TableGroup[Head(containers[c].groups)].size
                         \div PageSize
          IN  /\ on => ~containers[c].enabled /\ pages > 0
              /\ containers'[c].enabled = on
              /\ on => containers'[c].process = Now.process
              /\ ChargeAfter(Now.process) =
                   Charge(Now.process)
                     + IF on THEN pages
                       ELSE IF containers[c].enabled THEN -pages ELSE 0
              /\ UNCHANGED <<elsewhere, groups, regions, windows,
                             mappings>>]_call
==============================================================================
