package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.Value;

/**
 * A recorded operation as a command of the norm.
 *
 * @param process the process that calls
 * @param commands the command in each environment that it may have had, the likeliest first
 * @param meaning what values from 0 on mean
 * @param before the fields of the argument structure before the call, as far as they are told
 */
record Call(
    String process, List<Value> commands, Observed.Value meaning, Map<String, BigInteger> before) {
  /** Copies the collections. */
  Call {
    commands = List.copyOf(commands);
    before = Map.copyOf(before);
  }
}
