------------------------------- MODULE Queries --------------------------------
(****************************************************************************)
(* Commands that ask and change nothing, and the output of every command:   *)
(* the fields of the argument structure that it writes, and its value where *)
(* success is not zero.  Fields that it does not write keep what the caller *)
(* put there [ABI-7].                                                       *)
(****************************************************************************)
EXTENDS Groups

InfoChecks(cmd) ==
    SessionChecks(cmd, {Version1, Version2}) \o
    << Check(4, "ABI-1", "EFAULT", ~cmd.readable),
       Check(5, "ABI-2", "EINVAL", TooShort(cmd, InfoArgsz)) >>

StatusChecks(cmd) ==
    GroupFileChecks(cmd) \o
    << Check(1, "ABI-1", "EFAULT", ~cmd.readable),
       Check(2, "ABI-2", "EINVAL", TooShort(cmd, StatusArgsz)) >>

(* Error recovery of devices is up to the platform; the commands that there *)
(* are have the numbers 0 to 9, and 9 has a longer structure.               *)
EehInject == 9

EehChecks(cmd) ==
    SessionChecks(cmd, {Version1, Version2}) \o
    HeaderChecks(4, cmd, EehArgsz, 0) \o
    << Check(7, "QRY-6", "EINVAL", cmd.operation \notin 0 .. EehInject),
       Check(8, "QRY-7", "EINVAL",
             cmd.operation = EehInject /\ cmd.argsz < EehInjectArgsz),
       Check(9, "QRY-8", cmd.env.platform, cmd.env.platform # "OK") >>

------------------------------------------------------------------------------
(* Output                                                                   *)

(* What most commands hand out, and GET_API_VERSION [QRY-2].                *)
Nothing == [value |-> 0]

(* Whether a type or a feature is there [QRY-1].                            *)
ExtensionValue(extension) ==
    IF \/ extension \in {Version1, Version2}
       \/ extension = EehExtension /\ EehAvailable
    THEN 1 ELSE 0

DynamicWindows(c) == InVersion2(c) /\ Capability(c).windows > 0

ReportedSize(c) == Capability(c).size

(* The default window as the machine has it, whether it exists or not, and  *)
(* what windows can be created [QRY-3].                                     *)
InfoOutput(cmd) ==
    LET c      == cmd.container
        k      == Capability(c)
        shifts == IF DynamicWindows(c) THEN k.shifts ELSE {}
        short  == [value |-> 0, flags |-> IF DynamicWindows(c) THEN 1 ELSE 0,
                   dma32Start |-> k.start, dma32Size |-> ReportedSize(c)]
    IN  IF cmd.argsz < FullInfoArgsz THEN short                     \* [QRY-4]
        ELSE [value |-> 0, flags |-> short.flags,
              dma32Start |-> k.start, dma32Size |-> ReportedSize(c),
              pageSizes |-> Sum([s \in shifts |-> 2 ^ s]),
              maxWindows |-> IF DynamicWindows(c) THEN k.windows ELSE 0,
              levels |-> IF DynamicWindows(c) THEN k.levels ELSE 0]

(* Whether the group can be used, and whether it is in a container [QRY-5]. *)
StatusOutput(cmd) ==
    [value |-> 0, flags |-> IF Homes(cmd.group) = {} THEN 1 ELSE 3]

(* The bus address of the new window [WIN-13].                              *)
CreateOutput(cmd) ==
    [value |-> 0, startAddress |-> Least(FreeStarts(cmd.container))]

(* The value where an error would be negative: there is none [ABI-5].       *)
PositiveValue(cmd) == 0

(* What the command hands out in the state before it, when its result is r. *)
Output(cmd, r) ==
    CASE r = "POSITIVE" -> [value |-> PositiveValue(cmd)]
      [] r = "OK" /\ cmd.op = "CHECK_EXTENSION" ->
            [value |-> ExtensionValue(cmd.extension)]
      [] r = "OK" /\ cmd.op = "GET_INFO" -> InfoOutput(cmd)
      [] r = "OK" /\ cmd.op = "GET_STATUS" -> StatusOutput(cmd)
      [] r = "OK" /\ cmd.op = "TCE_CREATE" -> CreateOutput(cmd)
      [] r = "OK" /\ cmd.op = "EEH_PE_OP" -> [value |-> cmd.env.state]\* [QRY-9]
      [] OTHER -> Nothing

------------------------------------------------------------------------------
(* What a device of group g reaches at a bus address, as a set of at most   *)
(* one [DEV-1]: what it may do, and the byte of which pages it is.  For the *)
(* pages that version 1 pinned there is no name.  Nothing else is within    *)
(* reach of a device [DEV-2].                                               *)
DeviceView(g, iova) ==
    UNION {{[perm |-> m.perm, frames |-> r.frames,
             offset |-> m.ua + (iova - m.iova) - r.ua] :
              r \in {b \in Blocks(m.container) :
                       Within(m.ua + (iova - m.iova), 1, b.ua, b.size)}} :
             m \in {n \in mappings :
                      /\ Within(iova, 1, n.iova, n.size)
                      /\ \E w \in windows : /\ w.container = n.container
                                            /\ w.start = n.window
                                            /\ g \in w.groups}}
==============================================================================
