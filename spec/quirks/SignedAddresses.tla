--------------------------- MODULE SignedAddresses ---------------------------
(****************************************************************************)
(* Bus addresses are compared as signed numbers, so that the upper half of  *)
(* them lies below the lower.  A class of defects of the type1 driver and   *)
(* of programs in languages without unsigned numbers.                       *)
(****************************************************************************)
EXTENDS SpaprTce

Signed(a) == IF a >= AddressTop \div 2 THEN a - AddressTop ELSE a

WindowAtSigned(c, iova) ==
    {w \in WindowsOf(c) : /\ Signed(w.start) <= Signed(iova)
                          /\ Signed(iova) < Signed(w.start + w.size)}
==============================================================================
