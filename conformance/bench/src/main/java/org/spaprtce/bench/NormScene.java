package org.spaprtce.bench;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * One process with one container, and commands of it: what the evaluators are given. All numbers
 * fit the 32 bits that TLC has.
 */
final class NormScene {
  static final long PAGE = 4096;
  static final long BLOCK = 16 * PAGE;
  private static final BigInteger PLENTY = BigInteger.valueOf(1L << 30);
  private static final Environment HOST =
      new Environment(BigInteger.ZERO, true, PLENTY, PLENTY, 0, PLENTY, PLENTY, PLENTY, "OK", 0);
  private static final NormCommand.Target GROUP = new NormCommand.Target("p", "g", HOST);
  private static final NormCommand.Target CONTAINER = new NormCommand.Target("p", "c", HOST);

  private NormScene() {}

  private static Header header(long argsz, long flags) {
    return new Header(true, argsz, flags);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  static Value register(long block) {
    return NormCommand.register(CONTAINER, header(24, 0), big(block * BLOCK), big(BLOCK));
  }

  static Value unregister(long block) {
    return NormCommand.unregister(CONTAINER, header(24, 0), big(block * BLOCK), big(BLOCK));
  }

  static Value map(long vaddr, long entry) {
    return NormCommand.map(CONTAINER, header(32, 3), big(vaddr), big(entry * PAGE), big(PAGE));
  }

  static Value unmap(long entry) {
    return NormCommand.unmap(CONTAINER, header(24, 0), big(entry * PAGE), big(PAGE));
  }

  /** What opens a container of version 2. */
  static List<Value> opening() {
    return List.of(
        NormCommand.ofGroup("OPEN_GROUP", GROUP),
        NormCommand.setContainer(GROUP, true, NormCommand.NamedFile.CONTAINER, "c"),
        NormCommand.setIommu(CONTAINER, 7));
  }

  /**
   * The constants.
   *
   * @param commands those that {@code Next} tries
   */
  static Map<String, Value> constants(Value commands) {
    Map<String, Value> constants =
        new HashMap<>(
            NormConstants.of(
                new Cast(List.of("p"), List.of("c"), List.of("g")), Machine.POWER9, big(PAGE)));
    constants.put("AddressTop", Values.integer(1L << 30));
    constants.put("SecondStart", Values.integer(1L << 30));
    constants.put("TableAddressBits", Values.integer(30));
    constants.put(
        "TableGroup",
        Values.parse(
            "[g |-> [start |-> 0, size |-> 268435456, shifts |-> {12, 16}, windows |-> 2,"
                + " levels |-> 5, family |-> \"\"]]"));
    constants.put("Command", commands);
    return constants;
  }
}
