package org.spaprtce.oracle.runtime;

import java.util.function.Predicate;

/**
 * A predicate on the elements of sets that depends on nothing else; one object for each place in
 * the text. What passes it is kept from one version of a large set to the next.
 */
public final class ElementTest implements Predicate<Value> {
  private final Predicate<Value> predicate;

  private ElementTest(Predicate<Value> predicate) {
    this.predicate = predicate;
  }

  /** Names a predicate. */
  public static ElementTest of(Predicate<Value> predicate) {
    return new ElementTest(predicate);
  }

  @Override
  public boolean test(Value element) {
    return predicate.test(element);
  }
}
