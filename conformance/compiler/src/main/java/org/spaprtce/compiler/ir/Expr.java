package org.spaprtce.compiler.ir;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expr extends Argument {
  /** The type that its form gives it. */
  Type type();

  /** An expression that may be anything. */
  sealed interface Any extends Expr {
    @Override
    default Type type() {
      return Type.VALUE;
    }
  }

  /** An expression that is a Boolean by its form. */
  sealed interface Formula extends Expr {
    @Override
    default Type type() {
      return Type.BOOL;
    }
  }

  /** {@code TRUE} or {@code FALSE}. */
  record BoolLiteral(boolean value) implements Formula {}

  /** A numeral. */
  record IntLiteral(BigInteger value) implements Any {}

  /** A string. */
  record StringLiteral(String value) implements Any {}

  /** A set with a name of its own; the name is a constant of the runtime's Sets. */
  record NamedSet(String name) implements Any {}

  /** A declared constant. */
  record Constant(String name) implements Any {}

  /** The value of a variable in the state. */
  record Variable(String name) implements Any {}

  /** The value of a variable in the next state. */
  record Primed(Position at, String name) implements Any {}

  /** {@code UNCHANGED} as a test. */
  record Unchanged(Position at, List<String> variables) implements Formula {}

  /** A parameter or a variable bound by a quantifier. */
  record Local(Symbol symbol) implements Any {}

  /** A definition of a {@code LET} without parameters. */
  record LocalNeed(Symbol symbol, Type type) implements Expr {}

  /** An operator parameter, or a definition of a {@code LET}, applied. */
  record LocalCall(Symbol symbol, List<Argument> arguments) implements Any {}

  /** A definition of the module, applied. */
  record Call(Definition.Ref definition, List<Argument> arguments) implements Expr {
    @Override
    public Type type() {
      return definition.type();
    }
  }

  /** A plain operation. */
  record Apply(Operation operation, Position at, List<Argument> arguments) implements Expr {
    @Override
    public Type type() {
      return operation.type();
    }
  }

  /** An item, from 1, of a value that a tuple pattern takes for a tuple of that size. */
  record Item(Position at, Symbol symbol, int number, int size) implements Any {}

  /** The value that an expression over a state has in the next one: {@code (e)'}. */
  record InNext(Expr body) implements Expr {
    @Override
    public Type type() {
      return body.type();
    }
  }

  /** {@code [x \in set |-> body]} whose body applies the function itself. */
  record RecursiveFunction(Position at, Symbol self, Symbol argument, Expr set, Expr body)
      implements Any {}

  /** {@code ~}. */
  record Not(Position at, Expr operand) implements Formula {}

  /** Conjunction or disjunction, from left to right and no further than needed. */
  record Junction(Position at, boolean conjunction, List<Expr> operands) implements Formula {}

  /** {@code <=>}. */
  record Equivalence(Position at, Expr left, Expr right) implements Formula {}

  /** {@code IF}. */
  record If(Position at, Expr condition, Expr then, Expr otherwise) implements Expr {
    @Override
    public Type type() {
      return then.type() == otherwise.type() ? then.type() : Type.VALUE;
    }
  }

  /** An arm of a {@code CASE}. */
  record Arm(Expr condition, Expr value) {}

  /** {@code CASE}; without {@code OTHER} it fails where no arm is true. */
  record Case(Position at, List<Arm> arms, Optional<Expr> other) implements Expr {
    @Override
    public Type type() {
      boolean bool =
          arms.stream().allMatch(arm -> arm.value().type() == Type.BOOL)
              && other.map(Expr::type).orElse(Type.BOOL) == Type.BOOL;
      return bool ? Type.BOOL : Type.VALUE;
    }
  }

  /** {@code LET}. */
  record Let(Position at, List<LocalDefinition> definitions, Expr body) implements Expr {
    @Override
    public Type type() {
      return body.type();
    }
  }

  /** A construct that binds one name to the elements of a set. */
  record Binding(Binder binder, Position at, Symbol symbol, Expr set, Expr body) implements Expr {
    @Override
    public Type type() {
      return binder.type();
    }
  }

  /** A field of a record, or of a set of records. */
  record Field(String name, Expr value) {}

  /** {@code [name |-> value]}, or {@code [name : set]}; the names are in alphabetical order. */
  record RecordOf(Position at, boolean setOfRecords, List<Field> fields) implements Any {}

  /** {@code r.name}. */
  record Select(Position at, Expr record, String name) implements Any {}

  /** One update of an {@code EXCEPT}; the symbol is what {@code @} stands for. */
  record Except(Position at, Expr function, List<Expr> path, Symbol old, Expr value)
      implements Any {}
}
