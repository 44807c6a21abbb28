package org.spaprtce.oracle;

import static org.spaprtce.oracle.runtime.Values.integer;
import static org.spaprtce.oracle.runtime.Values.record;
import static org.spaprtce.oracle.runtime.Values.set;
import static org.spaprtce.oracle.runtime.Values.string;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Constants and commands of the norm for tests: two containers and a process on 64 bit words. */
final class Norm {
  static final long PAGE = 65536;
  static final long LARGE = 1L << 40;
  static final Value OK = string("OK");
  static final Value PROCESS = string("p");
  static final Value CONTAINER = string("c");
  static final Value GROUP = string("g");

  private Norm() {}

  static Map<String, Value> constants() {
    Map<String, Value> constants = new HashMap<>();
    constants.put("Process", set(PROCESS, string("q")));
    constants.put("Container", set(CONTAINER, string("d")));
    constants.put("Group", set(GROUP, string("h")));
    constants.put("PageSize", integer(PAGE));
    constants.put("AddressTop", Values.parse("18446744073709551616"));
    constants.put("TableGroup", record("g", capability(), "h", capability()));
    constants.put("SecondStart", integer(1L << 59));
    constants.put("EntryBytes", integer(8));
    constants.put("LeastTable", integer(4096));
    constants.put("TableAddressBits", integer(60));
    constants.put("DefaultPageShift", integer(12));
    constants.put("EehAvailable", Values.TRUE);
    constants.put("Command", Values.EMPTY_SET);
    return constants;
  }

  private static Value capability() {
    return record(
        "start",
        0,
        "size",
        1L << 30,
        "shifts",
        set(integer(12), integer(16)),
        "windows",
        2,
        "levels",
        5,
        "family",
        "power9");
  }

  /** A command of process p with fields beside its operation: names and values in turn. */
  static Value command(String op, Object... fields) {
    List<Object> all = new ArrayList<>(List.of("op", op, "process", PROCESS, "env", environment()));
    all.addAll(Arrays.asList(fields));
    return record(all.toArray());
  }

  static Value environment() {
    return record(
        "memlock",
        LARGE,
        "capIpcLock",
        false,
        "pinned",
        LARGE,
        "backing",
        PAGE,
        "frames",
        1,
        "records",
        LARGE,
        "contiguous",
        LARGE,
        "room",
        LARGE,
        "platform",
        "OK",
        "state",
        0);
  }

  static Value openGroup() {
    return command("OPEN_GROUP", "group", GROUP);
  }

  static Value setContainer() {
    return command(
        "SET_CONTAINER",
        "group",
        GROUP,
        "container",
        CONTAINER,
        "file",
        "container",
        "readable",
        true);
  }

  static Value setIommu() {
    return command("SET_IOMMU", "container", CONTAINER, "type", 7);
  }

  static Value block(String op, Value vaddr, long size) {
    return onContainer(op, 24, 0, "vaddr", vaddr, "size", size);
  }

  static Value map(long iova, Value vaddr, long size) {
    return onContainer("MAP_DMA", 32, 3, "iova", iova, "vaddr", vaddr, "size", size);
  }

  static Value unmap(long iova, long size) {
    return onContainer("UNMAP_DMA", 24, 0, "iova", iova, "size", size);
  }

  static Value create(long pageShift, long size) {
    return onContainer("TCE_CREATE", 40, 0, "pageShift", pageShift, "size", size, "levels", 1);
  }

  static Value onContainer(String op, int argsz, int flags, Object... fields) {
    List<Object> all =
        new ArrayList<>(
            List.of("container", CONTAINER, "readable", true, "argsz", argsz, "flags", flags));
    all.addAll(Arrays.asList(fields));
    return command(op, all.toArray());
  }

  /** The state in which the container has its group and its type. */
  static State session(Oracle oracle) {
    State state = oracle.initial();
    for (Value command : List.of(openGroup(), setContainer(), setIommu())) {
      state = oracle.apply(state, command, OK).getFirst();
    }
    return state;
  }
}
