package org.spaprtce.conformance.expression;

import java.util.List;
import java.util.Map;

/** Why an expression has no value. */
enum Failure {
  /** A number does not fit into TLC's 32 bits. */
  OVERFLOW,
  /** Division by zero. */
  DIVISION_BY_ZERO,
  /** The second operand of {@code %} is not positive. */
  BAD_DIVISOR,
  /** A power that is no integer, or zero to the power of zero. */
  BAD_POWER,
  /** An application outside the domain, a field or an item that is not there. */
  OUTSIDE_DOMAIN,
  /** CHOOSE finds nothing. */
  NO_CHOICE,
  /** No arm of a CASE is true. */
  NO_ARM,
  /** Head, Tail or SubSeq of too little. */
  SHORT_SEQUENCE,
  /** Values of different kinds are compared. */
  INCOMPARABLE,
  /** An operand is of another kind than the operator needs. */
  WRONG_KIND,
  /** Anything else. */
  OTHER;

  private static final List<Map.Entry<String, Failure>> TLC =
      List.of(
          Map.entry("Overflow when computing", OVERFLOW),
          Map.entry("CASE with no conditions true", NO_ARM),
          Map.entry("argument of % should be a positive", BAD_DIVISOR),
          Map.entry("argument of ^ should be a natural", BAD_POWER),
          Map.entry("0^0 is undefined", BAD_POWER),
          Map.entry("argument of \\div is 0", DIVISION_BY_ZERO),
          Map.entry("to the empty sequence", SHORT_SEQUENCE),
          Map.entry("argument of SubSeq must be in the domain", SHORT_SEQUENCE),
          Map.entry("which is out of domain", OUTSIDE_DOMAIN),
          Map.entry("which is not in its domain", OUTSIDE_DOMAIN),
          Map.entry("which is not in the domain", OUTSIDE_DOMAIN),
          Map.entry("but no element of S satisfied P", NO_CHOICE),
          Map.entry("Attempted to compare", INCOMPARABLE),
          Map.entry("Attempted to check equality", INCOMPARABLE),
          Map.entry("Attempted to check if", INCOMPARABLE),
          Map.entry("overridden by the Java method", WRONG_KIND),
          Map.entry("but instead it is", WRONG_KIND),
          Map.entry("Attempted to", WRONG_KIND));

  private static final List<Map.Entry<String, Failure>> COMPILED =
      List.of(
          Map.entry("no field beyond32bits", OVERFLOW),
          Map.entry("no arm of the CASE", NO_ARM),
          Map.entry("% needs a positive divisor", BAD_DIVISOR),
          Map.entry(" ^ ", BAD_POWER),
          Map.entry("dividing ", DIVISION_BY_ZERO),
          Map.entry("a nonempty sequence is needed", SHORT_SEQUENCE),
          Map.entry("SubSeq from ", SHORT_SEQUENCE),
          Map.entry("outside the domain", OUTSIDE_DOMAIN),
          Map.entry("no field ", OUTSIDE_DOMAIN),
          Map.entry("CHOOSE finds no element", NO_CHOICE),
          Map.entry(": comparing ", INCOMPARABLE),
          Map.entry("whether ", INCOMPARABLE),
          Map.entry(" is needed, not ", WRONG_KIND));

  private static Failure of(String message, List<Map.Entry<String, Failure>> known) {
    return known.stream()
        .filter(entry -> message.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }

  /** By TLC's message. */
  static Failure ofTlc(String message) {
    return of(message, TLC);
  }

  /** By the message of compiled code. */
  static Failure ofCompiled(String message) {
    return of(message, COMPILED);
  }
}
