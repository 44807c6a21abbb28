package org.spaprtce.compiler;

import java.util.Set;

/**
 * The operators for which a class is made.
 *
 * @param init the formula of the initial states; a temporal one stands for its conjunct without
 *     temporal operators
 * @param next the next-state action; a temporal formula stands for the action in its brackets
 * @param others what Java callers evaluate besides; where {@code onlyThese} holds, nothing else is
 *     compiled but what these three use, and no assumption
 * @param onlyThese whether the rest of the module is left out
 */
public record Roots(String init, String next, Set<String> others, boolean onlyThese) {
  /** The whole module, which begins with {@code Init} and goes on with {@code Next}. */
  public static final Roots MODULE = new Roots("Init", "Next", Set.of(), false);

  /** Copies the set. */
  public Roots {
    others = Set.copyOf(others);
  }

  /** What a behaviour needs, and some operators more. */
  public static Roots of(String init, String next, Set<String> others) {
    return new Roots(init, next, others, true);
  }

  /** Whether an operator is compiled even if nothing uses it. */
  public boolean wants(String operator) {
    return !onlyThese || others.contains(operator) || isBehaviour(operator);
  }

  /** Whether an operator is compiled only for the behaviours of a class that leaves others out. */
  public boolean isBehaviour(String operator) {
    return onlyThese
        && !others.contains(operator)
        && (operator.equals(init) || operator.equals(next));
  }
}
