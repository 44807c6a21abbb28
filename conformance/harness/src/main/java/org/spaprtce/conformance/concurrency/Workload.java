package org.spaprtce.conformance.concurrency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/**
 * What threads do.
 *
 * @param start the state that the system is in
 * @param weights commands, each with how often it is drawn among all
 * @param groups groups whose devices look at {@link Racing#ADDRESSES}
 */
public record Workload(State start, Map<Value, Integer> weights, List<String> groups) {
  /** Copies the collections; the order of the commands is kept, so that a seed draws the same. */
  public Workload {
    weights = new LinkedHashMap<>(weights);
    groups = List.copyOf(groups);
  }
}
