package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, String> FIELDS =
      Map.of(
          "flags", "flags",
          "dma32Start", "dma32_start",
          "dma32Size", "dma32_size",
          "pageSizes", "pgsizes",
          "maxWindows", "max_windows",
          "levels", "levels",
          "startAddress", "start_addr");

  /** The value that is returned unless the result is an error. */
  long value() {
    return output.field("value").asLong();
  }

  /** The fields of the argument structure after the call, given those before it. */
  Map<String, BigInteger> fields(Map<String, BigInteger> before) {
    Map<String, BigInteger> fields = new HashMap<>(before);
    FIELDS.forEach((name, field) -> {
      if (output.hasField(name)) {
        fields.put(field, output.field(name).asBigInteger());
      }
    });
    return fields;
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
    Map<String, BigInteger> expected = fields(call.before());
    observed
        .output()
        .forEach((name, got) -> {
          BigInteger due = expected.get(name);
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
