package org.spaprtce.conformance.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.graph.ClassGraph.Transition;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;

/**
 * Explores a compiled model by itself. One thing is TLC's: which of the states of a class stands
 * for it, since that is the one from which TLC goes on; where TLC stopped early, which of them it
 * explored. A class that TLC does not know stands for itself. Where TLC names all transitions after
 * the whole next-state action, since it chooses from sets that depend on the state, the finer names
 * of the compiled code are left out.
 */
final class CompiledExploration {
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\w+");

  private final TlaModule module;
  private final ExploredModel model;
  private final @Nullable String view;
  private final List<Map<String, String>> permutations = new ArrayList<>();
  private final Map<List<Object>, State> standing = new HashMap<>();
  private final Map<Value, List<Value>> permuted = new HashMap<>();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final ClassGraph graph = ClassGraph.empty();
  private final Deque<State> open = new ArrayDeque<>();
  private final Set<State> queued = new HashSet<>();
  private final int limit;

  /** The only label of TLC where it does not look for the parts of the next-state action. */
  private final @Nullable Label whole;

  private CompiledExploration(TlaModule module, ExploredModel model, int excess) {
    this.module = module;
    this.model = model;
    this.view = model.setting("VIEW").isEmpty() ? null : model.setting("VIEW");
    Label next = new Label(model.setting("NEXT"), List.of());
    this.whole = Set.copyOf(model.labels()).equals(Set.of(next)) ? next : null;
    this.limit = model.graph().standing().size() + excess;
    if (!model.setting("SYMMETRY").isEmpty()) {
      ValueParser.parse(model.setting("SYMMETRY"))
          .asList()
          .forEach(permutation -> {
            Map<String, String> names = new HashMap<>();
            permutation.asMap().forEach((from, to) -> names.put(from.toString(), to.toString()));
            permutations.add(names);
          });
    }
    model.graph().standing().values().forEach(state -> standing.put(key(state), state));
  }

  /**
   * Explores a model.
   *
   * @param excess how many states beyond TLC's are explored before a diverging module is given up
   */
  static ClassGraph of(TlaModule module, ExploredModel model, int excess) {
    CompiledExploration exploration = new CompiledExploration(module, model, excess);
    exploration.explore();
    return exploration.graph;
  }

  private void explore() {
    for (State state : module.initial()) {
      if (isInModel(state)) {
        graph.initial().add(state);
        meet(state);
      }
    }
    while (!open.isEmpty() && graph.standing().size() <= limit) {
      State source = open.remove();
      if (!isExplored(source)) {
        continue;
      }
      Set<Transition> transitions = new HashSet<>();
      module.next(
          source,
          (label, successor) -> {
            if (isInModel(successor)) {
              transitions.add(new Transition(asTlcNames(label), successor));
            }
          });
      graph.transitions().put(source, transitions);
      transitions.forEach(transition -> meet(transition.to()));
    }
  }

  private Label asTlcNames(Label label) {
    Label coarse = whole;
    return coarse == null ? label : coarse;
  }

  private boolean isInModel(State state) {
    for (String constraint : model.constraints()) {
      if (!module.holds(state, constraint)) {
        return false;
      }
    }
    return true;
  }

  private boolean isExplored(State state) {
    return model.isComplete() || model.graph().transitions().containsKey(state);
  }

  private void meet(State state) {
    if (graph.standing().containsKey(state)) {
      return;
    }
    State stands = standing.computeIfAbsent(key(state), _ -> state);
    graph.standing().put(state, stands);
    if (queued.add(stands)) {
      open.add(stands);
    }
  }

  /** What the states of a class have in common, and others have not. */
  private List<Object> key(State state) {
    if (view != null) {
      return List.of(module.eval(state, view));
    }
    if (permutations.isEmpty()) {
      return List.of(state);
    }
    List<Value> values = module.variables().stream().map(state::get).toList();
    List<Object> least = List.copyOf(numbers(values, 0));
    for (int i = 1; i < permutations.size(); i++) {
      List<Object> key = numbers(values, i);
      least = isBefore(key, least) ? key : least;
    }
    return least;
  }

  private List<Object> numbers(List<Value> values, int permutation) {
    List<Object> numbers = new ArrayList<>();
    values.forEach(value -> numbers.add(number(images(value).get(permutation))));
    return numbers;
  }

  private static boolean isBefore(List<Object> left, List<Object> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Integer.compare((Integer) left.get(i), (Integer) right.get(i));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  private int number(Value value) {
    return numbers.computeIfAbsent(value, _ -> numbers.size());
  }

  /** The value with its model values exchanged by each permutation. */
  private List<Value> images(Value value) {
    return permuted.computeIfAbsent(
        value,
        _ -> {
          String text = value.toString();
          List<Value> images = new ArrayList<>();
          for (Map<String, String> names : permutations) {
            String renamed =
                WORD.matcher(text)
                    .replaceAll(word ->
                        Matcher.quoteReplacement(names.getOrDefault(word.group(), word.group())));
            images.add(ValueParser.parse(renamed));
          }
          return images;
        });
  }
}
