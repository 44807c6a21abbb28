package org.spaprtce.compiler.front;

import tla2sany.semantic.OpApplNode;

/** What to say about the operators of the language that are not compiled. */
final class Refusals {
  private Refusals() {}

  static Refusal of(String operator, OpApplNode node) {
    return switch (operator) {
      case "ENABLED" -> Refusal.of(node, "ENABLED", "the condition as an operator of its own");
      case "\\cdot" -> Refusal.of(node, "composition of actions", "one action");
      case "[]",
          "<>",
          "~>",
          "-+->",
          "$SquareAct",
          "$AngleAct",
          "$WF",
          "$SF",
          "$TemporalExists",
          "$TemporalForall" ->
          Refusal.of(
              node,
              "temporal operator",
              "name the definition in --tlc-only, or move it to a model");
      case "$UnboundedChoose", "$UnboundedExists", "$UnboundedForall" ->
          Refusal.of(node, "unbounded quantifier", "a bound: x \\in S");
      default -> Refusal.of(node, operator, "an operator of the compiled subset");
    };
  }
}
