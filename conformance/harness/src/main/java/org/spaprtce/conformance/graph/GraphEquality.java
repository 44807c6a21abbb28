package org.spaprtce.conformance.graph;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/**
 * Compares the complete state graph of the compiled oracle with TLC's: the same initial states, the
 * same reachable states, and between them the same transitions with the same labels.
 *
 * <p>The oracle is the class that all other evidence uses, instantiated with the constants that TLC
 * evaluated and with the quirks that the model chose.
 */
public final class GraphEquality {
  /** States beyond TLC's number before the exploration of a diverging oracle is given up. */
  private static final int EXCESS = 1_000;

  private GraphEquality() {}

  /** Runs TLC on a model in a process of its own and compares the compiled norm with its graph. */
  public static GraphComparison compare(GraphModel model, Consumer<String> progress) {
    RefereeGraph referee = RefereeProcess.graph(model, progress);
    return compare(referee, SpaprTceModule::new);
  }

  /** Runs TLC on a model in a process of its own; its graph serves any number of comparisons. */
  public static RefereeGraph referee(GraphModel model, Consumer<String> progress) {
    return RefereeProcess.graph(model, progress);
  }

  /**
   * Compares an oracle with a graph that TLC has built. Where the model takes actions of the norm
   * that are not part of {@code Next}, the oracle takes them with the arguments that occur in TLC's
   * graph. Where the model starts in states of its own, so does the oracle. An oracle that fails or
   * whose states have no end differs.
   *
   * @param oracle makes the module from the constants and the replaced operators of the model
   */
  public static GraphComparison compare(
      RefereeGraph referee, BiFunction<Map<String, Value>, Map<String, String>, TlaModule> oracle) {
    TlaModule module = oracle.apply(referee.constants(), referee.substitutions());
    try {
      int limit = referee.states().size() + EXCESS;
      StateGraph graph =
          StateGraph.explore(module, start(referee, module), besidesNext(referee, module), limit);
      return new Comparison(referee, graph, module.variables()).result();
    } catch (TlaError error) {
      return new GraphComparison(
          referee.model(),
          referee.states().size(),
          0,
          List.of("the oracle fails: " + error.getMessage()),
          "");
    }
  }

  /** The state graph of the compiled norm with the constants, start and steps of TLC's graph. */
  public static StateGraph explore(RefereeGraph referee) {
    TlaModule module = new SpaprTceModule(referee.constants(), referee.substitutions());
    int limit = referee.states().size() + EXCESS;
    return StateGraph.explore(module, start(referee, module), besidesNext(referee, module), limit);
  }

  private static List<State> start(RefereeGraph referee, TlaModule module) {
    if (!referee.hasOwnStart()) {
      return module.initial();
    }
    return referee.initial().stream()
        .map(i -> Comparison.inOrder(referee.states().get(i), module.variables()))
        .toList();
  }

  /** The labels of a model that takes actions of the norm besides those of its {@code Next}. */
  private static List<Label> besidesNext(RefereeGraph referee, TlaModule module) {
    List<String> next = module.transitions();
    List<String> actions = module.actions();
    return referee.labels().stream()
        .filter(label -> !next.contains(label.action()) && actions.contains(label.action()))
        .toList();
  }
}
