package org.spaprtce.oracle.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A definition without parameters, evaluated when it is needed first: an unused one that has no
 * value does no harm. Threads that race compute the same value twice.
 */
public final class Lazy {
  private final Supplier<Value> body;
  private @Nullable Value value;

  /** Defers a body. */
  public Lazy(Supplier<Value> body) {
    this.body = body;
  }

  /** The value. */
  public Value get() {
    Value known = value;
    if (known == null) {
      known = body.get();
      value = known;
    }
    return known;
  }

  /** The value of a body that is Boolean by its form. */
  public boolean truth() {
    return ((BoolValue) get()).value();
  }

  /** The value of an expression that begins with definitions, in the middle of another one. */
  public static Value in(Supplier<Value> expression) {
    return expression.get();
  }
}
