package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** The ways to take one element out of each of several sets. */
final class Choices {
  private Choices() {}

  /** How many ways there are. */
  static BigInteger count(List<? extends SetValue> sets) {
    BigInteger product = BigInteger.ONE;
    for (SetValue set : sets) {
      product = product.multiply(set.cardinality());
    }
    return product;
  }

  /** Makes a value of each way, that many; the array that is handed over is the maker's own. */
  static FiniteSet each(List<? extends SetValue> sets, int count, Function<Value[], Value> make) {
    Value[] made = new Value[count];
    for (int i = 0; i < count; i++) {
      Value[] choice = new Value[sets.size()];
      int rest = i;
      for (int k = choice.length - 1; k >= 0; k--) {
        FiniteSet set = sets.get(k).finite();
        choice[k] = set.get(rest % set.size());
        rest /= set.size();
      }
      made[i] = make.apply(choice);
    }
    return FiniteSet.ofUnsorted(made);
  }
}
