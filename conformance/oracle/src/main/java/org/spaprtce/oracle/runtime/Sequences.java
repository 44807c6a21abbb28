package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.List;

/** Operators on sequences. The first parameter is the position in the TLA+ text. */
public final class Sequences {
  private Sequences() {}

  static TupleValue sequence(String at, Value value) {
    if (Values.explicit(value) instanceof TupleValue tuple) {
      return tuple;
    }
    throw new TlaError("a sequence is needed, not " + Values.brief(value)).at(at);
  }

  private static TupleValue nonempty(String at, Value value) {
    TupleValue sequence = sequence(at, value);
    if (sequence.size() == 0) {
      throw new TlaError("a nonempty sequence is needed").at(at);
    }
    return sequence;
  }

  /** {@code Len(s)}. */
  public static Value length(String at, Value s) {
    return SmallInt.of(sequence(at, s).size());
  }

  /** {@code Append(s, item)}. */
  public static Value append(String at, Value s, Value item) {
    try {
      return sequence(at, s).append(Values.solid(item));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code s \o t \o ...}. */
  public static Value concat(String at, Value... sequences) {
    int size = 0;
    for (Value sequence : sequences) {
      size += sequence(at, sequence).size();
    }
    Value[] all = new Value[size];
    int to = 0;
    for (Value sequence : sequences) {
      to += sequence(at, sequence).copyTo(all, to);
    }
    return Functions.joined(all);
  }

  /** {@code Head(s)}. */
  public static Value head(String at, Value s) {
    return nonempty(at, s).value(0);
  }

  /** {@code Tail(s)}. */
  public static Value tail(String at, Value s) {
    TupleValue sequence = nonempty(at, s);
    return sequence.slice(1, sequence.size());
  }

  /** {@code SubSeq(s, from, to)}: empty if from is greater than to. */
  public static Value slice(String at, Value s, Value from, Value to) {
    TupleValue sequence = sequence(at, s);
    IntValue first = Arithmetic.integer(at, from);
    IntValue last = Arithmetic.integer(at, to);
    if (IntValue.compare(first, last) > 0) {
      return TupleValue.EMPTY;
    }
    if (sequence.indexOf(first) < 0 || sequence.indexOf(last) < 0) {
      throw new TlaError("SubSeq from " + first + " to " + last + " of " + Values.brief(s)).at(at);
    }
    return sequence.slice(sequence.indexOf(first), sequence.indexOf(last) + 1);
  }

  /** {@code Seq(set)}. */
  public static Value over(String at, Value set) {
    try {
      return new SequenceSet(Sets.set(set));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code SelectSeq(s, test)}. */
  public static Value select(String at, Value s, Operator test) {
    List<Value> selected = new ArrayList<>();
    for (Value item : sequence(at, s).items()) {
      if (Logic.truth(at, test.apply(item))) {
        selected.add(item);
      }
    }
    return Functions.tuple(selected.toArray(Value[]::new));
  }
}
