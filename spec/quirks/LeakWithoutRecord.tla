-------------------------- MODULE LeakWithoutRecord --------------------------
(****************************************************************************)
(* REGISTER_MEMORY that fails because the container's note of the block     *)
(* cannot be allocated leaves the block registered and charged, and nobody  *)
(* holds it.  Linux 4.10 and 4.11, in its milder form: there the kernel     *)
(* used the note without looking whether it was there.                      *)
(****************************************************************************)
EXTENDS SpaprTce

OnlyRecordsFail(cmd) ==
    LET checks == RegisterChecks(cmd)
    IN  /\ \E i \in DOMAIN checks : checks[i].fails
        /\ \A i \in DOMAIN checks :
              checks[i].fails => checks[i].clause = "REG-11"

LeakingRefusal(cmd) ==
    LET leak  == OnlyRecordsFail(cmd)
        block == [NewBlock(cmd) EXCEPT !.holders = {NoContainer}]
    IN  /\ containers' = AfterRefusal(cmd)
        /\ regions' = IF leak THEN regions \cup {block} ELSE regions
        /\ lockedVm' = IF leak
                       THEN [lockedVm EXCEPT ![cmd.process] =
                                @ + Pages(cmd.size)]
                       ELSE lockedVm
        /\ UNCHANGED <<elsewhere, groups, windows, mappings>>
==============================================================================
