package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.List;

/** Operators of the module TLC. The first parameter is the position in the TLA+ text. */
public final class Tlc {
  /** The largest number of elements whose permutations are fewer than {@link LazySet#LIMIT}. */
  private static final int MOST_PERMUTED = 9;

  private Tlc() {}

  /** {@code Assert(condition, message)}: true, or an error with the message. */
  public static boolean check(String at, Value condition, Value message) {
    if (Logic.truth(at, condition)) {
      return true;
    }
    throw new TlaError("Assert: " + Values.brief(message)).at(at);
  }

  /** {@code Print(message, value)}: the value; the message goes to standard output. */
  public static Value print(String at, Value message, Value value) {
    System.out.println(message + "  " + value);
    return value;
  }

  /** {@code PrintT(message)}: true; the message goes to standard output. */
  public static boolean printed(String at, Value message) {
    System.out.println(message);
    return true;
  }

  /** {@code TLCEval(value)}: the value with all its elements computed. */
  public static Value evaluated(String at, Value value) {
    try {
      return Values.solid(value);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code Permutations(set)}: the functions from the set onto itself. */
  public static Value permutations(String at, Value set) {
    FiniteSet points = Sets.elements(at, set);
    if (points.size() > MOST_PERMUTED) {
      throw new TlaError("the permutations of " + Values.brief(points) + " are too many").at(at);
    }
    List<Value> all = new ArrayList<>();
    permute(points, new Value[points.size()], new boolean[points.size()], 0, all);
    return FiniteSet.of(all);
  }

  private static void permute(
      FiniteSet points, Value[] images, boolean[] used, int from, List<Value> all) {
    if (from == images.length) {
      all.add(Functions.canonical(points, images.clone()));
      return;
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        used[i] = true;
        images[from] = points.get(i);
        permute(points, images, used, from + 1, all);
        used[i] = false;
      }
    }
  }

  /**
   * {@code SortSeq(sequence, before)}: by insertion, as TLC does, so that an order which is none
   * gives the same result.
   */
  public static Value sort(String at, Value sequence, Operator before) {
    Value[] items = Sequences.sequence(at, sequence).items().toArray(Value[]::new);
    for (int i = 1; i < items.length; i++) {
      Value item = items[i];
      int place = i;
      while (place > 0 && Logic.truth(at, before.apply(item, items[place - 1]))) {
        place--;
      }
      System.arraycopy(items, place, items, place + 1, i - place);
      items[place] = item;
    }
    return Functions.tuple(items);
  }
}
