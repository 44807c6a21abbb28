-------------------------------- MODULE Quirks --------------------------------
(****************************************************************************)
(* The norm together with every quirk, none of which is chosen here.  A     *)
(* configuration chooses: a line Op <- Other has Other stand for Op         *)
(* wherever Op is named.  quirks.json says which lines make a quirk, and    *)
(* the profiles which quirks make a kernel.                                 *)
(****************************************************************************)
EXTENDS SpaprTceInvariants, AnyGroupInVersion2, CallerIsPaid,
        ChargeBeforeLimit, CountIn32Bits, CountsNeverFall, CreateKeepsCharge,
        DefaultTableCharged, DetachClears, DynamicGroupNeedsVersion2,
        EmptyBlockAccepted, EmptyBlockNoMemory, FailedWriteMiscounts,
        ForeignFileIsBadState, InfoHalvesWindow, LargeBlockNoMemory,
        LateGroupUnprogrammed, LeakWithoutRecord, MapPastWindow,
        MisalignedIovaIsOne, NoBinding, OrphansStay, OverlapThenPin,
        PageNotContained, PageWithinBacking, PinThenOverlap, RefusalBinds,
        RefusalEnables, RegisterTwice, ReleaseKeepsBlocks,
        RemovalKeepsCounts, RemoveByAnyAddress, ShortPinIsPositive,
        SignedAddresses, SignedArgsz, StaticGroupIsInvalid, TableFillsPage,
        TablesUncharged, UnmapEmptyFails, UnmapNotLastPage, UnmapPastWindow,
        UnregisterAnyones, UnregisterByPart, UnregisterForgets,
        UpperLevelsFree, WindowMadeAtAttach
==============================================================================
