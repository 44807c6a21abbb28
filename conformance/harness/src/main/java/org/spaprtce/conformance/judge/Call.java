package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.oracle.runtime.Value;

/**
 * A recorded operation as a command of the norm.
 *
 * @param process the process that calls
 * @param environments the environments that it may have had, the likeliest first
 * @param inEnvironment makes the command of an environment
 * @param meaning what values from 0 on mean
 * @param before the fields of the argument structure before the call, as far as they are told
 * @param block the range that it pins if it succeeds; null if it pins nothing
 */
record Call(
    String process,
    List<Environment> environments,
    Function<Environment, Value> inEnvironment,
    Observed.Value meaning,
    Map<String, BigInteger> before,
    @Nullable Range block) {
  /** Copies the collections. */
  Call {
    environments = List.copyOf(environments);
    before = Map.copyOf(before);
  }

  /** A range of user addresses, bytes. */
  record Range(BigInteger start, BigInteger size) {}

  /** In how many environments it may have been called. */
  int size() {
    return environments.size();
  }

  /** The command in the i-th of its environments, from 0. */
  Value command(int i) {
    return inEnvironment.apply(environments.get(i));
  }

  /** The command in each of its environments. */
  List<Value> commands() {
    return environments.stream().map(inEnvironment).toList();
  }
}
