package org.spaprtce.oracle.runtime;

/**
 * TLA+ equality, and a total order of the values that can be equal at all.
 *
 * <p>Values of different kinds (a number and a string) have no order: comparing them is a {@link
 * TlaError}, as in TLC. A model value differs from everything else. Functions are ordered by size,
 * then by domain, then by values; sets by size, then element by element.
 */
final class ValueOrder {
  private ValueOrder() {}

  @SuppressWarnings("ReferenceEquality") // a quick answer: the values are compared otherwise
  static boolean equal(Value a, Value b) {
    if (a == b) {
      return true;
    }
    if (a instanceof SmallInt x && b instanceof SmallInt y) {
      return x.value() == y.value();
    }
    if (a instanceof StringValue x && b instanceof StringValue y) {
      return x.value().equals(y.value());
    }
    if (a instanceof SetValue x && b instanceof SetValue y) {
      return equalSets(x, y);
    }
    return compare(a, b) == 0;
  }

  @SuppressWarnings("ReferenceEquality") // a quick answer: the elements are compared otherwise
  private static boolean equalSets(SetValue a, SetValue b) {
    if (a == b) {
      return true;
    }
    if (a instanceof FiniteSet x && b instanceof FiniteSet y) {
      return x.size() == y.size() && compareSets(x, y) == 0;
    }
    if (a instanceof RangeSet x && b instanceof RangeSet y) {
      return x.same(y);
    }
    if (b instanceof FiniteSet none && none.size() == 0 && a instanceof RangeSet range) {
      return range.isEmpty();
    }
    if (a.isFinite() != b.isFinite()) {
      return false;
    }
    if (a.isFinite() && !a.cardinality().equals(b.cardinality())) {
      return false;
    }
    return compareSets(a.finite(), b.finite()) == 0;
  }

  /** Negative, zero or positive as a is before, equal to or after b. */
  @SuppressWarnings("ReferenceEquality") // a quick answer: the values are compared otherwise
  static int compare(Value a, Value b) {
    if (a == b) {
      return 0;
    }
    if (a instanceof SmallInt x && b instanceof SmallInt y) {
      return Long.compare(x.value(), y.value());
    }
    if (a instanceof StringValue x && b instanceof StringValue y) {
      return x.value().compareTo(y.value());
    }
    if (a instanceof RecordValue x && b instanceof RecordValue y && x.sameDomain(y)) {
      return compareValues(x, y);
    }
    int kind = kind(a);
    if (kind != kind(b)) {
      if (a instanceof ModelValue || b instanceof ModelValue) {
        return Integer.compare(kind, kind(b));
      }
      throw new TlaError("comparing " + Values.brief(a) + " with " + Values.brief(b));
    }
    return switch (a) {
      case BoolValue x -> Boolean.compare(x.value(), ((BoolValue) b).value());
      case IntValue x -> IntValue.compare(x, (IntValue) b);
      case StringValue x -> x.value().compareTo(((StringValue) b).value());
      case ModelValue x -> x.name().compareTo(((ModelValue) b).name());
      case FunctionValue x -> compareFunctions(x, (FunctionValue) Values.explicit(b));
      case RuleFunction x -> compare(x.finite(), b);
      case SetValue x -> compareSets(x.finite(), ((SetValue) b).finite());
    };
  }

  private static int kind(Value value) {
    return switch (value) {
      case BoolValue _ -> 0;
      case IntValue _ -> 1;
      case StringValue _ -> 2;
      case ModelValue _ -> 3;
      case FunctionValue _, RuleFunction _ -> 4;
      case SetValue _ -> 5;
    };
  }

  private static int compareFunctions(FunctionValue a, FunctionValue b) {
    int order = Integer.compare(a.size(), b.size());
    if (order == 0 && !a.sameDomain(b)) {
      for (int i = 0; order == 0 && i < a.size(); i++) {
        order = compare(a.key(i), b.key(i));
      }
    }
    return order == 0 ? compareValues(a, b) : order;
  }

  /** Compares functions with the same domain. */
  private static int compareValues(FunctionValue a, FunctionValue b) {
    int order = 0;
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = compare(a.value(i), b.value(i));
    }
    return order;
  }

  private static int compareSets(FiniteSet a, FiniteSet b) {
    int order = Integer.compare(a.size(), b.size());
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = compare(a.get(i), b.get(i));
    }
    return order;
  }
}
