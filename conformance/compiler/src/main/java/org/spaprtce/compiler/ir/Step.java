package org.spaprtce.compiler.ir;

import java.util.List;
import java.util.Optional;

/** A formula that determines the next values of variables (in {@code Init}: their first ones). */
public sealed interface Step {
  /** A test without effect. */
  record Guard(Position at, Expr condition) implements Step {}

  /** {@code x' = e}. */
  record Assign(Position at, String variable, Expr value) implements Step {}

  /** {@code x' \in S}. */
  record AssignIn(Position at, String variable, Expr set) implements Step {}

  /** {@code UNCHANGED}. */
  record Keep(Position at, List<String> variables) implements Step {}

  /** One after the other. */
  record All(List<Step> steps) implements Step {}

  /** Each on its own. */
  record Any(List<Step> steps) implements Step {}

  /** {@code IF}. */
  record Branch(Position at, Expr condition, Step then, Step otherwise) implements Step {}

  /** An arm of a {@code CASE}. */
  record Arm(Expr condition, Step step) {}

  /** {@code CASE}. */
  record Choice(Position at, List<Arm> arms, Optional<Step> other) implements Step {}

  /** {@code \E x \in S : step}. */
  record ForSome(Position at, Symbol symbol, Expr set, Step body) implements Step {}

  /** {@code \A x \in S : step}: the steps of all elements, one after the other. */
  record ForAll(Position at, Symbol symbol, Expr set, Step body) implements Step {}

  /** {@code LET}. */
  record Let(List<LocalDefinition> definitions, Step body) implements Step {}

  /** A parameter of an operator that is expanded in place, with its argument. */
  record Bind(Symbol symbol, Expr value, Step body) implements Step {}

  /** A definition of the module in one of its roles, applied. */
  record Call(ActionDefinition.Role role, String definition, List<Argument> arguments)
      implements Step {}

  /** A step that is a transition of {@code Next} with this name and these arguments. */
  record Labelled(String name, List<Symbol> arguments, Step step) implements Step {}
}
