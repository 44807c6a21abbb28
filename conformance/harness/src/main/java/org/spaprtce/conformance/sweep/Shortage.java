package org.spaprtce.conformance.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A command whose environment lacks one thing that it had.
 *
 * @param step what is lacking: limit, pin, records, level, entry or platform
 * @param command the command, in this environment
 */
record Shortage(String step, Value command) {
  /** The step that hardware and firmware take. */
  static final String PLATFORM = "platform";

  private static final List<String> ERRORS =
      List.of(
          "EPERM", "ENOENT", "EIO", "ENXIO", "EBADF", "ENOMEM", "EFAULT", "EBUSY", "ENODEV",
          "EINVAL", "ENOTTY", "ENOSPC");

  /** More pages or entries of one command than these are not made to fail one by one. */
  private static final int MOST = 8;

  /**
   * Everything that a command can be made to lack in a state, one thing at a time: each charge,
   * each page that it pins, its records, each level of a table, each entry, and the platform's
   * consent.
   *
   * @param page bytes of a page of the host
   */
  static List<Shortage> of(Needs needs, Value command, BigInteger page) {
    List<Shortage> shortages = new ArrayList<>();
    String op = command.field("op").asString();
    limits(needs, command, page, shortages);
    if (op.equals("REGISTER_MEMORY")) {
      shortages.add(with("records", command, "records", less(needs.records(command))));
      parts(command, page).forEach(n -> shortages.add(with("pin", command, "pinned", n)));
    }
    for (BigInteger bytes : needs.levels(command)) {
      shortages.add(with("level", command, "contiguous", less(bytes)));
    }
    if (op.equals("MAP_DMA")) {
      for (Value window :
          needs.value("WindowAt", command.field("container"), command.field("iova")).asList()) {
        BigInteger unit = window.field("page").asBigInteger();
        parts(command, unit).forEach(n -> shortages.add(with("entry", command, "room", n)));
        parts(command, unit.max(page))
            .forEach(n -> shortages.add(with("pin", command, "pinned", n)));
      }
    }
    for (String error : ERRORS) {
      shortages.add(
          new Shortage(PLATFORM, changed(command, Map.of(PLATFORM, Values.string(error)))));
    }
    return shortages;
  }

  private static void limits(
      Needs needs, Value command, BigInteger page, List<Shortage> shortages) {
    BigInteger charged = needs.charged(command.field("process"));
    for (BigInteger pages : needs.charges(command)) {
      BigInteger exact = charged.add(pages).multiply(page);
      if (pages.signum() > 0) {
        Map<String, Value> limit = new LinkedHashMap<>();
        limit.put("memlock", Values.integer(exact.subtract(BigInteger.ONE)));
        limit.put("capIpcLock", Values.FALSE);
        shortages.add(new Shortage("limit", changed(command, limit)));
      }
    }
  }

  /** The bytes before each part of the range that a command names. */
  private static List<BigInteger> parts(Value command, BigInteger unit) {
    BigInteger size = command.field("size").asBigInteger();
    BigInteger inUnit = command.field("vaddr").asBigInteger().mod(unit);
    List<BigInteger> parts = new ArrayList<>();
    BigInteger done = BigInteger.ZERO;
    BigInteger next = unit.subtract(inUnit);
    while (done.compareTo(size) < 0 && parts.size() < MOST) {
      parts.add(done);
      done = next;
      next = next.add(unit);
    }
    return parts;
  }

  private static BigInteger less(BigInteger bytes) {
    return bytes.subtract(BigInteger.ONE);
  }

  private static Shortage with(String step, Value command, String field, BigInteger bytes) {
    return new Shortage(step, changed(command, Map.of(field, Values.integer(bytes))));
  }

  /** A command in another environment. */
  static Value changed(Value command, Map<String, Value> environment) {
    Map<Value, Value> fields = command.asMap();
    Map<Value, Value> changed = command.field("env").asMap();
    environment.forEach((name, value) -> changed.put(Values.string(name), value));
    fields.put(Values.string("env"), Values.function(changed));
    return Values.function(fields);
  }
}
