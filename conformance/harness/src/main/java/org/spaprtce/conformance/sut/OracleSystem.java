package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The norm itself as a system, or the norm with quirks: what the lockstep finds in it is known
 * beforehand.
 *
 * <p>Of several answers it gives the first in the order of texts.
 */
public final class OracleSystem implements SystemUnderTest {
  private final Oracle oracle;
  private State state;

  /**
   * A system in its initial state.
   *
   * @param substitutions the operators of the norm that are replaced, and by which
   */
  public OracleSystem(Scenario scenario, Map<String, String> substitutions) {
    this.oracle = Oracle.of(scenario.constants(), substitutions);
    this.state = oracle.initial();
  }

  @Override
  public Answer execute(Value command) {
    Value result = Values.set(oracle.allowed(state, command)).asList().getFirst();
    Value output = oracle.output(state, command, result);
    state = oracle.apply(state, command, result).getFirst();
    return new Answer(result.asString(), "", output);
  }

  @Override
  public void lockElsewhere(String process, BigInteger pages) {
    Step.LockedElsewhere step = new Step.LockedElsewhere(process, pages);
    state = oracle.fact(state, step.name(), step.arguments()).getFirst();
  }

  @Override
  public Map<String, Value> variables() {
    Map<String, Value> values = new LinkedHashMap<>();
    state.variables().forEach(variable -> values.put(variable, state.get(variable)));
    return values;
  }

  @Override
  public Value deviceView(String group, BigInteger iova) {
    return DeviceViews.expected(oracle, state, Values.string(group), iova);
  }

  /** None: the norm has no host. */
  @Override
  public List<String> leaks() {
    return List.of();
  }
}
