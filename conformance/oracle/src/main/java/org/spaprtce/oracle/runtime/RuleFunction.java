package org.spaprtce.oracle.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function given by a rule: one that is defined in terms of itself, or whose domain is too big to
 * be enumerated. A value is computed when the function is applied, once; all of them are where the
 * function is stored in another value or compared.
 */
public final class RuleFunction implements Value {
  private final String at;
  private final SetValue domain;
  private final BinaryOperator<Value> rule;
  private final Map<Value, Value> known = new ConcurrentHashMap<>();
  private @Nullable FunctionValue explicit;

  /**
   * Takes a rule whose first argument is the function itself.
   *
   * @param at the position in the TLA+ text
   */
  RuleFunction(String at, SetValue domain, BinaryOperator<Value> rule) {
    this.at = at;
    this.domain = domain;
    this.rule = rule;
  }

  /** The domain; it may be infinite. */
  public SetValue domain() {
    return domain;
  }

  /** The value at a point of the domain, or null outside it. */
  @Nullable Value at(Value argument, String position) {
    Value point = Values.solid(argument);
    Value value = known.get(point);
    if (value == null) {
      if (!Sets.in(position, point, domain)) {
        return null;
      }
      value = rule.apply(this, point);
      known.put(point, value);
    }
    return value;
  }

  /** The function with all its values; throws {@link TlaError} if the domain is too big. */
  FunctionValue finite() {
    FunctionValue all = explicit;
    if (all == null) {
      FiniteSet points = Sets.elements(at, domain);
      Value[] values = new Value[points.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Values.solid(rule.apply(this, points.get(i)));
      }
      all = Functions.canonical(points, values);
      explicit = all;
    }
    return all;
  }

  /** Whether the function has too many values to be computed. */
  boolean isVast() {
    return domain instanceof LazySet lazy && lazy.isVast();
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (!isVast()
            && (other instanceof RuleFunction rule
                ? !rule.isVast() && finite().equals(rule.finite())
                : finite().equals(other)));
  }

  @Override
  public int hashCode() {
    return isVast() ? domain.hashCode() : finite().hashCode();
  }

  /** The pairs if they are known; messages about the rule must not evaluate it. */
  @Override
  public String toString() {
    FunctionValue all = explicit;
    return all == null ? "[x \\in " + domain + " |-> ...]" : all.toString();
  }
}
