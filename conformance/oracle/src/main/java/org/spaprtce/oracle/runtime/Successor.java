package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A next state in the making.
 *
 * <p>A conjunct that gives a variable its next value does the rest of the action with that value
 * and takes it back afterwards; a second conjunct for the same variable does the rest only if the
 * values agree. So every way of satisfying the action ends in the innermost continuation once.
 */
public final class Successor {
  private final List<String> variables;
  private final @Nullable Value[] next;

  /** How many of the conjuncts around hold each variable to its value. */
  private final int[] held;

  private String action = "";
  private Value[] arguments = {};

  Successor(List<String> variables) {
    this.variables = variables;
    this.next = new Value[variables.size()];
    this.held = new int[next.length];
  }

  /** {@code variable' = value}: whether it can be, until it is {@linkplain #release released}. */
  public boolean assign(String at, int variable, Value value) {
    Value known = next[variable];
    if (known == null) {
      try {
        next[variable] = Values.solid(value);
      } catch (TlaError error) {
        throw error.at(at);
      }
    } else if (!Logic.equal(at, known, value)) {
      return false;
    }
    held[variable]++;
    return true;
  }

  /** Ends what {@link #assign} began. */
  public void release(int variable) {
    if (--held[variable] == 0) {
      next[variable] = null;
    }
  }

  /** {@code variable' \in set}, and then the rest for each element. */
  public void assignIn(String at, int variable, Value set, Runnable rest) {
    Value known = next[variable];
    if (known != null) {
      if (Sets.in(at, known, set)) {
        rest.run();
      }
      return;
    }
    for (Value value : Sets.elements(at, set)) {
      assign(at, variable, value);
      rest.run();
      release(variable);
    }
  }

  /**
   * {@code \A x \in set : action}: the action of the first element with that of the others as its
   * rest, and so on to the end.
   *
   * @param action does the action for an element, and then what it is given
   */
  public void forAll(String at, Value set, BiConsumer<Value, Runnable> action, Runnable rest) {
    from(0, Sets.elements(at, set), action, rest);
  }

  private static void from(
      int i, FiniteSet elements, BiConsumer<Value, Runnable> action, Runnable rest) {
    if (i == elements.size()) {
      rest.run();
    } else {
      action.accept(elements.get(i), () -> from(i + 1, elements, action, rest));
    }
  }

  /** {@code UNCHANGED} some variables: whether they can be, until they are released. */
  public boolean keep(String at, State state, int[] kept) {
    for (int i = 0; i < kept.length; i++) {
      if (!assign(at, kept[i], state.get(kept[i]))) {
        release(Arrays.copyOf(kept, i));
        return false;
      }
    }
    return true;
  }

  /** Ends what {@link #keep} began. */
  public void release(int[] kept) {
    for (int variable : kept) {
      release(variable);
    }
  }

  /** The next value of a variable; it must have one already. */
  public Value primed(String at, int variable) {
    Value value = next[variable];
    if (value == null) {
      throw new TlaError("the next value of " + variables.get(variable) + " is not known yet")
          .at(at);
    }
    return value;
  }

  /** Whether variables keep their values; their next values must be known. */
  public boolean unchanged(String at, State state, int... kept) {
    for (int variable : kept) {
      if (!Logic.equal(at, primed(at, variable), state.get(variable))) {
        return false;
      }
    }
    return true;
  }

  /** The values given so far, as a state: what the conjuncts of {@code Init} refer to. */
  public State soFar() {
    return new State(variables, next.clone());
  }

  /** Names the transition that is being made. */
  public void label(String name, Value... values) {
    action = name;
    arguments = values;
  }

  Label label() {
    List<Value> solid = new ArrayList<>();
    for (Value argument : arguments) {
      solid.add(Values.solid(argument));
    }
    return new Label(action, solid);
  }

  /** The complete next state. */
  State state() {
    for (int i = 0; i < next.length; i++) {
      if (next[i] == null) {
        throw new TlaError(
            "the action " + action + " does not say what " + variables.get(i) + " becomes");
      }
    }
    return new State(variables, Arrays.copyOf(next, next.length));
  }
}
