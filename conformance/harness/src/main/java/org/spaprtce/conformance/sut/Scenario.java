package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.Map;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.oracle.runtime.Value;

/**
 * The fixed surroundings of a sequence of steps.
 *
 * @param name a few words
 * @param cast who takes part
 * @param constants the values of the norm's constants
 */
public record Scenario(String name, Cast cast, Map<String, Value> constants) {
  /** Copies the map. */
  public Scenario {
    constants = Map.copyOf(constants);
  }

  /** The value of a constant of the norm. */
  public Value constant(String constant) {
    Value value = constants.get(constant);
    if (value == null) {
      throw new IllegalArgumentException("constant=" + constant + " in " + name);
    }
    return value;
  }

  /** Bytes of a page of the host. */
  public BigInteger pageSize() {
    return constant("PageSize").asBigInteger();
  }

  @Override
  public String toString() {
    return name;
  }
}
