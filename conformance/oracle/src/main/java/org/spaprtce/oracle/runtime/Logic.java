package org.spaprtce.oracle.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Equality, quantifiers and choice. The first parameter is the position in the TLA+ text. */
public final class Logic {
  private static final String NO_STRING = "\0";

  private Logic() {}

  /** The Boolean that a value must be. */
  public static boolean truth(String at, Value value) {
    if (value instanceof BoolValue bool) {
      return bool.value();
    }
    throw new TlaError("a Boolean is needed, not " + Values.brief(value)).at(at);
  }

  /** The Boolean of an expression that begins with definitions, in the middle of another one. */
  public static boolean in(BooleanSupplier expression) {
    return expression.getAsBoolean();
  }

  /** {@code a = b}. */
  public static boolean equal(String at, Value a, Value b) {
    try {
      return ValueOrder.equal(a, b);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code \A x \in set : predicate}. */
  public static boolean forAll(String at, Value set, Predicate<Value> predicate) {
    FiniteSet elements = Sets.elements(at, set);
    for (int i = 0; i < elements.size(); i++) {
      if (!predicate.test(elements.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code \E x \in set : predicate}. */
  public static boolean exists(String at, Value set, Predicate<Value> predicate) {
    FiniteSet elements = Sets.elements(at, set);
    for (int i = 0; i < elements.size(); i++) {
      if (predicate.test(elements.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code CHOOSE x \in set : predicate}: the first one in canonical order. */
  public static Value choose(String at, Value set, Predicate<Value> predicate) {
    FiniteSet elements = Sets.elements(at, set);
    for (int i = 0; i < elements.size(); i++) {
      if (predicate.test(elements.get(i))) {
        return elements.get(i);
      }
    }
    return nothingToChoose(at, set);
  }

  /** What {@code CHOOSE} does when nothing satisfies its predicate: it throws. */
  @SuppressWarnings("DoNotCallSuggester") // the last alternative of an expression
  public static Value nothingToChoose(String at, Value set) {
    throw new TlaError("CHOOSE finds no element in " + Values.brief(set)).at(at);
  }

  /**
   * The characters of a string that is compared with others; of a model value, which differs from
   * all strings, what no string of TLA+ has.
   *
   * @param other one of these strings; what cannot be compared with it throws
   */
  public static String text(String at, Value value, Value other) {
    if (value instanceof StringValue string) {
      return string.value();
    }
    equal(at, value, other);
    return NO_STRING;
  }

  /** A {@code CASE} whose arms are all false; it throws. */
  @SuppressWarnings("DoNotCallSuggester") // the last alternative of an expression
  public static Value noCase(String at) {
    throw new TlaError("no arm of the CASE is true").at(at);
  }
}
