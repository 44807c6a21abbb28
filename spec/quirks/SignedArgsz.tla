----------------------------- MODULE SignedArgsz -----------------------------
(****************************************************************************)
(* argsz is compared as a signed number, so that one whose highest bit is   *)
(* set seems too short.  The class of a defect of programs in languages     *)
(* without unsigned numbers.                                                *)
(****************************************************************************)
EXTENDS SpaprTce

(* The highest bit of a word of 32.                                         *)
SignBit == 2 ^ 31

TooShortSigned(cmd, argsz) == cmd.argsz < argsz \/ cmd.argsz >= SignBit
==============================================================================
