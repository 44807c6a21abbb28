package org.spaprtce.conformance.expression;

import java.util.List;
import java.util.Locale;

/** The type of an expression; every generated expression has one, though TLA+ knows none. */
sealed interface Type {
  /** Numbers, truth values, strings and model values. */
  enum Atom implements Type {
    INT,
    BOOL,
    STRING,
    MODEL
  }

  /** A finite set. */
  record SetOf(Type element) implements Type {}

  /** A sequence. */
  record SequenceOf(Type element) implements Type {}

  /** A pair. */
  record Pair(Type first, Type second) implements Type {}

  /** A record with the fields a and b. */
  record Fields(Type a, Type b) implements Type {}

  /** A function. */
  record Function(Type from, Type to) implements Type {}

  /** The kind of value in one word. */
  default String kind() {
    return switch (this) {
      case Atom atom -> atom.name().toLowerCase(Locale.ROOT);
      case SetOf _ -> "set";
      case SequenceOf _ -> "sequence";
      case Pair _ -> "pair";
      case Fields _ -> "record";
      case Function _ -> "function";
    };
  }

  /** The types of which values of this type are made. */
  default List<Type> parts() {
    return switch (this) {
      case Atom _ -> List.of();
      case SetOf set -> List.of(set.element());
      case SequenceOf sequence -> List.of(sequence.element());
      case Pair pair -> List.of(pair.first(), pair.second());
      case Fields fields -> List.of(fields.a(), fields.b());
      case Function function -> List.of(function.from(), function.to());
    };
  }
}
