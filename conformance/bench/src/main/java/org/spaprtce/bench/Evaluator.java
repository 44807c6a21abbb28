package org.spaprtce.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/** What evaluates the norm. */
public enum Evaluator {
  /** The baseline: TLC's evaluator, in this process, on the text of the spec. */
  TLC {
    @Override
    Norm norm(Map<String, Value> constants, Iterable<Value> commands) {
      return TlcNorm.of(constants, commands);
    }

    @Override
    Exploration exploration(Map<String, Value> constants) {
      TlcNorm norm = TlcNorm.of(constants, List.of());
      return norm::explore;
    }
  },

  /** The compiled spec. */
  ORACLE {
    @Override
    Norm norm(Map<String, Value> constants, Iterable<Value> commands) {
      return new OracleNorm(Oracle.of(constants));
    }

    @Override
    Exploration exploration(Map<String, Value> constants) {
      return threads -> {
        List<TlaModule> instances =
            Stream.generate(() -> Oracle.of(constants).module()).limit(threads).toList();
        return StateGraph.explore(instances, Integer.MAX_VALUE - 1).states().size();
      };
    }
  };

  /** The norm as one evaluator has it. */
  interface Norm {
    /** Goes back to the state that {@link #keep} noted, or to the initial one. */
    void back();

    /** Notes the state. */
    void keep();

    /** Takes a step: the results that are allowed, and the state after the first of them. */
    String step(Value command);
  }

  /** The norm with commands that {@code Next} tries. */
  @FunctionalInterface
  interface Exploration {
    /** Explores all states with so many threads; gives their number. */
    long explore(int threads);
  }

  /** Loads the norm, to be explored. */
  abstract Exploration exploration(Map<String, Value> constants);

  /**
   * Loads the norm.
   *
   * @param commands all that it will be given
   */
  abstract Norm norm(Map<String, Value> constants, Iterable<Value> commands);

  private static final class OracleNorm implements Norm {
    private final Oracle oracle;
    private State state;
    private State kept;

    OracleNorm(Oracle oracle) {
      this.oracle = oracle;
      this.state = oracle.initial();
      this.kept = state;
    }

    @Override
    public void back() {
      state = kept;
    }

    @Override
    public void keep() {
      kept = state;
    }

    @Override
    public String step(Value command) {
      Value result = oracle.allowed(state, command).iterator().next();
      state = oracle.apply(state, command, result).getFirst();
      return result.asString();
    }
  }
}
