package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.function.Predicate;

/** An infinite set with a name of its own: {@code Nat}, {@code Int}, {@code STRING}. */
public final class NamedSet extends LazySet {
  static final NamedSet NAT =
      new NamedSet("Nat", IntValue.class, x -> x instanceof IntValue i && i.signum() >= 0);
  static final NamedSet INT = new NamedSet("Int", IntValue.class, _ -> true);
  static final NamedSet STRING = new NamedSet("STRING", StringValue.class, _ -> true);

  private final String name;
  private final Class<? extends Value> kind;
  private final Predicate<Value> rule;

  private NamedSet(String name, Class<? extends Value> kind, Predicate<Value> rule) {
    this.name = name;
    this.kind = kind;
    this.rule = rule;
  }

  @Override
  public boolean contains(Value value) {
    if (kind.isInstance(value)) {
      return rule.test(value);
    }
    if (value instanceof ModelValue) {
      return false;
    }
    throw new TlaError("whether " + Values.brief(value) + " is in " + name);
  }

  @Override
  public boolean isFinite() {
    return false;
  }

  @Override
  public BigInteger cardinality() {
    throw new TlaError("the cardinality of the infinite set " + name);
  }

  @Override
  FiniteSet enumerate(int count) {
    throw new TlaError("the elements of the infinite set " + name + " are needed");
  }

  @Override
  public String toString() {
    return name;
  }
}
