package org.spaprtce.conformance.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The random choices of a generator, which the seed determines. */
final class Draw {
  private static final List<Type> SIMPLE =
      List.of(Type.Atom.INT, Type.Atom.INT, Type.Atom.BOOL, Type.Atom.STRING, Type.Atom.MODEL);

  private final SplittableRandom random;
  private int names;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T among(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A name for a bound variable, which no other has. */
  String name() {
    return "x" + ++names;
  }

  Type.Atom atom() {
    return (Type.Atom) among(SIMPLE);
  }

  /** A type that is nested so deep at most. */
  Type type(int depth) {
    if (depth <= 0 || oneIn(3)) {
      return atom();
    }
    return switch (below(5)) {
      case 0 -> new Type.SetOf(element(depth));
      case 1 -> new Type.SequenceOf(type(depth - 1));
      case 2 -> new Type.Pair(type(depth - 1), type(depth - 1));
      case 3 -> new Type.Fields(type(depth - 1), type(depth - 1));
      default -> new Type.Function(key(), type(depth - 1));
    };
  }

  private Type element(int depth) {
    return oneIn(2) ? atom() : type(depth - 1);
  }

  /** What a function is applied to. */
  Type key() {
    return switch (below(4)) {
      case 0, 1 -> Type.Atom.INT;
      case 2 -> Type.Atom.MODEL;
      default -> oneIn(3) ? new Type.Pair(Type.Atom.INT, Type.Atom.STRING) : Type.Atom.STRING;
    };
  }

  /** So many of something, up to a bound. */
  <T> List<T> some(int most, Supplier<T> supplier) {
    List<T> drawn = new ArrayList<>();
    for (int i = below(most + 1); i > 0; i--) {
      drawn.add(supplier.get());
    }
    return drawn;
  }
}
