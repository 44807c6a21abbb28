package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * One way in which a command may end.
 *
 * @param result the norm's name of the result
 * @param output what is handed out, as the norm's operator Output says
 * @param after the state after it
 */
record Outcome(String result, Value output, State after) {
  /** The fields of argument structures that are handed out, with what the norm calls them. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "flags", "flags",
          "dma32_start", "dma32Start",
          "dma32_size", "dma32Size",
          "pgsizes", "pageSizes",
          "max_windows", "maxWindows",
          "levels", "levels",
          "start_addr", "startAddress");

  /** The value that is returned unless the result is an error. */
  long value() {
    return output.field("value").asLong();
  }

  /** The fields of the argument structure after the call, given those before it. */
  Map<String, BigInteger> fields(Map<String, BigInteger> before) {
    Map<String, BigInteger> fields = new HashMap<>(before);
    for (String name : FIELDS.keySet()) {
      BigInteger word = handedOut(name);
      if (word != null) {
        fields.put(name, word);
      }
    }
    return fields;
  }

  /** A field that is handed out; null if it keeps what it had. */
  private @Nullable BigInteger handedOut(String name) {
    String field = FIELDS.get(name);
    return field != null && output.hasField(field) ? output.field(field).asBigInteger() : null;
  }

  /** A field after the call, given those before it; null if nobody knows it. */
  private @Nullable BigInteger due(String name, Map<String, BigInteger> before) {
    BigInteger word = handedOut(name);
    return word == null ? before.get(name) : word;
  }

  /** Whether what was observed is the same: answer, fields and locked_vm. */
  boolean isObserved(Call call, Observed observed) {
    if (!answers(observed)) {
      return false;
    }
    for (Map.Entry<String, BigInteger> field : observed.output().entrySet()) {
      BigInteger due = due(field.getKey(), call.before());
      if (due != null && !due.equals(field.getValue())) {
        return false;
      }
    }
    BigInteger locked = observed.lockedPages();
    return locked == null || locked.equals(lockedPages(call.process()));
  }

  /**
   * Whether another outcome in the same state is the same.
   *
   * <p>What neither of them changed is one object, so this costs no more than what they changed.
   */
  boolean isSame(Outcome other) {
    if (!result.equals(other.result) || !output.equals(other.output)) {
      return false;
    }
    for (int i = 0; i < after.variables().size(); i++) {
      if (!after.get(i).equals(other.after.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Pages of locked_vm of a process. */
  BigInteger lockedPages(String process) {
    return after.get("lockedVm").at(Values.string(process)).asBigInteger();
  }

  /** The answer for a reader. */
  String text() {
    return Observed.text(result, value());
  }

  /**
   * How what was observed differs from this, with the same answer: fields and locked_vm.
   *
   * @param call the call
   * @param observed what was observed
   * @param pageSize bytes of a page
   * @return pairs of what was expected and what was got
   */
  List<Difference> differences(Call call, Observed observed, BigInteger pageSize) {
    List<Difference> differences = new ArrayList<>();
    observed
        .output()
        .forEach((name, got) -> {
          BigInteger due = due(name, call.before());
          if (due != null && !due.equals(got)) {
            differences.add(new Difference(name + " " + hex(due), name + " " + hex(got)));
          }
        });
    BigInteger locked = observed.lockedPages();
    BigInteger wanted = lockedPages(call.process());
    if (locked != null && !locked.equals(wanted)) {
      differences.add(
          new Difference(Kibibytes.text(wanted, pageSize), Kibibytes.text(locked, pageSize)));
    }
    return differences;
  }

  private static String hex(BigInteger word) {
    return "0x" + word.toString(16);
  }

  /** What was expected and what was got instead. */
  record Difference(String expected, String got) {}

  /** Whether the answers are the same. */
  boolean answers(Observed observed) {
    return result.equals(observed.result()) && value() == observed.value();
  }
}
