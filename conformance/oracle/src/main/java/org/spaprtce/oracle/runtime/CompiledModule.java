package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The part that all compiled modules share: they register their operators in the constructor, and
 * this class looks them up and checks what Java callers pass.
 */
public abstract class CompiledModule implements TlaModule {
  /** An operator of at most one state. */
  @FunctionalInterface
  protected interface StateOperator {
    /** The value in a state. */
    Value eval(State state, Value[] arguments);
  }

  /** An operator with primed variables: runs the rest for each way to satisfy it. */
  @FunctionalInterface
  protected interface ActionOperator {
    /** Takes the step. */
    void run(State state, Successor successor, Value[] arguments, Runnable rest);
  }

  private record Entry<T>(int arity, T code) {}

  private static final Value[] NONE = {};

  /** The states that an action leads to; mostly it is one, whose hash code nobody needs. */
  private static final class States {
    private final List<State> all = new ArrayList<>(1);

    void add(State state) {
      all.add(state);
    }

    List<State> distinct() {
      return all.size() == 1 ? List.of(all.getFirst()) : List.copyOf(new LinkedHashSet<>(all));
    }
  }

  private final String name;
  private final List<String> constants;
  private final List<String> variables;
  private final Map<String, List<String>> replaceable;
  private final Map<String, Value> values;
  private final Map<String, String> substitutions;
  private final Map<String, Entry<StateOperator>> operators = new LinkedHashMap<>();
  private final Map<String, Predicate<State>> predicates = new LinkedHashMap<>();
  private final Map<String, Entry<ActionOperator>> actions = new LinkedHashMap<>();
  private final Map<String, BooleanSupplier> assumptions = new LinkedHashMap<>();
  private List<String> transitions = List.of();
  private @Nullable ActionOperator init;
  private @Nullable ActionOperator next;

  /**
   * Checks that exactly the declared constants have values, and that the substitutions are among
   * those that the module was compiled with.
   *
   * @param replaceable for each operator that can be replaced, what can replace it
   * @param substitutions for each operator that is replaced, what replaces it
   */
  protected CompiledModule(
      String name,
      List<String> constants,
      List<String> variables,
      Map<String, List<String>> replaceable,
      Map<String, Value> values,
      Map<String, String> substitutions) {
    this.name = name;
    this.constants = constants;
    this.variables = variables;
    this.replaceable = replaceable;
    this.values = Map.copyOf(values);
    this.substitutions = Map.copyOf(substitutions);
    substitutions.forEach((operator, replacement) -> {
      if (!find(replaceable, "substitution", operator).contains(replacement)) {
        throw new IllegalArgumentException(
            "substitution=" + operator + " <- " + replacement + " unknown to " + name);
      }
    });
    for (String constant : values.keySet()) {
      if (!constants.contains(constant)) {
        throw new IllegalArgumentException("constant=" + constant + " unknown to " + name);
      }
    }
    for (String constant : constants) {
      if (!values.containsKey(constant)) {
        throw new IllegalArgumentException("constant=" + constant + " missing for " + name);
      }
    }
  }

  /** Which of its replacements an operator has, from 1; 0 if it is not replaced. */
  protected final int choice(String operator) {
    String replacement = substitutions.get(operator);
    return replacement == null
        ? 0
        : find(replaceable, "substitution", operator).indexOf(replacement) + 1;
  }

  /** The value of a declared constant. */
  protected final Value constant(String constant) {
    return find(values, "constant", constant);
  }

  /** Registers an operator of at most one state. */
  protected final void operator(String operator, int arity, StateOperator code) {
    operators.put(operator, new Entry<>(arity, code));
  }

  /** Registers an operator without parameters that is Boolean by its form. */
  protected final void predicate(String predicate, Predicate<State> code) {
    predicates.put(predicate, code);
    operator(predicate, 0, (state, _) -> Values.bool(code.test(state)));
  }

  /** Registers an operator with primed variables. */
  protected final void action(String action, int arity, ActionOperator code) {
    actions.put(action, new Entry<>(arity, code));
  }

  /** Registers an assumption. */
  protected final void assumption(String assumption, BooleanSupplier code) {
    assumptions.put(assumption, code);
  }

  /** Registers the initial predicate, which assigns the variables of its successor. */
  protected final void initial(ActionOperator code) {
    init = code;
  }

  /** Registers the next-state action in the form that names its transitions, with these names. */
  protected final void next(List<String> names, ActionOperator code) {
    transitions = names;
    next = code;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> constants() {
    return constants;
  }

  @Override
  public final List<String> variables() {
    return variables;
  }

  @Override
  public final Map<String, List<String>> replaceable() {
    return replaceable;
  }

  @Override
  public final List<String> predicates() {
    return List.copyOf(predicates.keySet());
  }

  @Override
  public final List<String> actions() {
    return List.copyOf(actions.keySet());
  }

  @Override
  public final List<String> transitions() {
    return transitions;
  }

  @Override
  public final List<State> initial() {
    return states(State.EMPTY, "Init", defined(init, "Init"), NONE);
  }

  @Override
  public final void next(State state, TransitionSink sink) {
    ActionOperator code = defined(next, "Next");
    boolean done =
        DeepStack.run(() -> {
          Successor successor = new Successor(variables);
          Runnable found = () -> sink.transition(successor.label(), successor.state());
          code.run(state, successor, NONE, found);
          return true;
        });
    assert done;
  }

  private ActionOperator defined(@Nullable ActionOperator code, String operator) {
    if (code == null) {
      throw new IllegalStateException("operator=" + operator + " not defined by " + name);
    }
    return code;
  }

  @Override
  public final List<State> apply(State state, String action, Value... arguments) {
    return states(state, action, checked(actions, action, arguments), arguments);
  }

  private List<State> states(State state, String action, ActionOperator code, Value[] arguments) {
    return DeepStack.run(() -> {
      States found = new States();
      Successor successor = new Successor(variables);
      successor.label(action, arguments);
      code.run(state, successor, arguments, () -> found.add(successor.state()));
      return found.distinct();
    });
  }

  @Override
  public final Value eval(State state, String operator, Value... arguments) {
    StateOperator code = checked(operators, operator, arguments);
    Value value = DeepStack.run(() -> code.eval(state, arguments));
    return switch (value) {
      case LazySet lazy -> lazy.isVast() ? lazy : DeepStack.run(lazy::finite);
      case RuleFunction rule -> rule.isVast() ? rule : DeepStack.run(rule::finite);
      case BoolValue _, IntValue _, StringValue _, ModelValue _ -> value;
      case FunctionValue _, FiniteSet _ -> value;
    };
  }

  @Override
  public final boolean holds(State state, String predicate) {
    Predicate<State> code = find(predicates, "predicate", predicate);
    return DeepStack.run(() -> code.test(state));
  }

  @Override
  public final List<String> violatedAssumptions() {
    List<String> violated = new ArrayList<>();
    assumptions.forEach((assumption, code) -> {
      if (!isTrue(code)) {
        violated.add(assumption);
      }
    });
    return violated;
  }

  private static boolean isTrue(BooleanSupplier code) {
    try {
      return code.getAsBoolean();
    } catch (TlaError withoutValue) {
      return false;
    }
  }

  private <T> T checked(Map<String, Entry<T>> entries, String operator, Value[] arguments) {
    Entry<T> entry = find(entries, "operator", operator);
    if (entry.arity() != arguments.length) {
      throw new IllegalArgumentException(
          "arguments.length=" + arguments.length + " for " + operator + ", arity=" + entry.arity());
    }
    return entry.code();
  }

  private <T> T find(Map<String, T> map, String kind, String key) {
    T found = map.get(key);
    if (found == null) {
      throw new IllegalArgumentException(kind + "=" + key + " unknown to " + name);
    }
    return found;
  }
}
