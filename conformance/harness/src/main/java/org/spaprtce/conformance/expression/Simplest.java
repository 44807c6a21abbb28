package org.spaprtce.conformance.expression;

import java.util.Optional;

/** For each type, an expression that nothing could be made simpler in. */
final class Simplest {
  private Simplest() {}

  static Optional<Term> of(Type type) {
    return switch (type) {
      case Type.Atom atom ->
          Optional.of(
              switch (atom) {
                case INT -> Term.of(type, "literal", "1");
                case BOOL -> Term.of(type, "literal", "TRUE");
                case STRING -> Term.of(type, "literal", "\"a\"");
                case MODEL -> Term.of(type, "model value", "m1");
              });
      case Type.SetOf _ -> Optional.of(Term.of(type, "set of nothing", "{}"));
      case Type.SequenceOf _ -> Optional.of(Term.of(type, "empty sequence", "<<>>"));
      default -> Optional.empty();
    };
  }
}
