package org.spaprtce.conformance.concurrency;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.Value;

/**
 * A small world in which commands meet: two containers with a group each, a third group, two
 * processes; few pages of memory and few of the bus.
 */
public final class Racing {
  /** Bytes of a page of the host, of a window, and of everything that is moved here. */
  public static final long PAGE = 1 << 12;

  /** RLIMIT_MEMLOCK of every caller, bytes: room for some tables and blocks, not for all. */
  public static final long MEMLOCK = 8 * PAGE;

  /** Start of the first block; the others follow. */
  public static final long MEMORY = 0x100000;

  private static final long SECOND = 1L << 59;

  /** Bus addresses that devices look at: in both windows, and outside of them. */
  public static final List<Long> ADDRESSES = List.of(0L, PAGE + 5, 20 * PAGE, SECOND + 7);

  private static final long WINDOW_PAGES = 16;
  private static final long VERSION_1 = 2;
  private static final long VERSION_2 = 7;
  private static final long BOTH = 3;

  /** The operation of EEH_PE_OP that asks for the state. */
  private static final long GET_STATE = 4;

  private static final Cast CAST =
      new Cast(List.of("p", "q"), List.of("c0", "c1"), List.of("g0", "g1", "g2"));

  /** The scenario. */
  public static final Scenario SCENARIO =
      new Scenario(
          "calls that meet", CAST, NormConstants.of(CAST, machine(), BigInteger.valueOf(PAGE)));

  /** The scenario in the words of the implementation. */
  public static final ConcurrentSystem.Setting SETTING =
      ConcurrentSystem.Setting.of(SCENARIO, MEMLOCK);

  private Racing() {}

  private static Machine machine() {
    Machine usual = Machine.POWER9;
    return new Machine(
        BigInteger.ZERO,
        BigInteger.valueOf(WINDOW_PAGES * PAGE),
        usual.pageShifts(),
        usual.windows(),
        usual.levels(),
        usual.eeh(),
        usual.hugePage());
  }

  private static Target target(String process, String object, long vaddr) {
    Environment environment = ConcurrentSystem.environment(MEMLOCK, vaddr);
    return new Target(process, object, environment);
  }

  private static BigInteger bytes(long bytes) {
    return BigInteger.valueOf(bytes);
  }

  /** REGISTER_MEMORY of some pages, by {@code p}. */
  public static Value register(String container, long page, long pages) {
    long vaddr = MEMORY + page * PAGE;
    return NormCommand.register(
        target("p", container, vaddr), new Header(true, 24, 0), bytes(vaddr), bytes(pages * PAGE));
  }

  /** REGISTER_MEMORY of pages that cannot be pinned, by {@code p}. */
  public static Value registerUnpinnable(String container) {
    long vaddr = ConcurrentSystem.UNPINNABLE;
    return NormCommand.register(
        target("p", container, vaddr), new Header(true, 24, 0), bytes(vaddr), bytes(PAGE));
  }

  /** UNREGISTER_MEMORY of some pages, by {@code p}. */
  public static Value unregister(String container, long page, long pages) {
    long vaddr = MEMORY + page * PAGE;
    return NormCommand.unregister(
        target("p", container, vaddr), new Header(true, 24, 0), bytes(vaddr), bytes(pages * PAGE));
  }

  /** MAP_DMA of some pages at a bus address, by {@code p}. */
  public static Value map(String container, long page, long iova, long pages) {
    long vaddr = MEMORY + page * PAGE;
    return NormCommand.map(
        target("p", container, vaddr),
        new Header(true, 32, BOTH),
        bytes(vaddr),
        bytes(iova),
        bytes(pages * PAGE));
  }

  /** UNMAP_DMA of some pages, by {@code p}. */
  public static Value unmap(String container, long iova, long pages) {
    return NormCommand.unmap(
        target("p", container, MEMORY), new Header(true, 24, 0), bytes(iova), bytes(pages * PAGE));
  }

  /** TCE_CREATE of a window of 16 pages, by {@code p}. */
  public static Value create(String container) {
    return NormCommand.create(
        target("p", container, MEMORY),
        new Header(true, 40, 0),
        Long.numberOfTrailingZeros(PAGE),
        bytes(WINDOW_PAGES * PAGE),
        1);
  }

  /** TCE_REMOVE, by {@code p}. */
  public static Value remove(String container, long start) {
    return NormCommand.remove(
        target("p", container, MEMORY), new Header(true, 16, 0), bytes(start));
  }

  /** SET_IOMMU, by {@code p}. */
  public static Value setIommu(String container, long type) {
    return NormCommand.setIommu(target("p", container, MEMORY), type);
  }

  /** A command on a container that passes nothing, by {@code p}. */
  public static Value plain(String op, String container) {
    return NormCommand.plain(op, target("p", container, MEMORY));
  }

  /** GET_INFO, by {@code p}. */
  public static Value info(String container) {
    return NormCommand.info(target("p", container, MEMORY), new Header(true, 32, 0));
  }

  /** EEH_PE_OP: the state of the devices, by {@code p}. */
  public static Value deviceState(String container) {
    return NormCommand.eeh(target("p", container, MEMORY), new Header(true, 12, 0), GET_STATE);
  }

  /** GET_STATUS of a group. */
  public static Value status(String group) {
    return NormCommand.status(target("p", group, MEMORY), true, 8);
  }

  /** A command on a group that passes nothing. */
  public static Value group(String op, String group) {
    return NormCommand.ofGroup(op, target("p", group, MEMORY));
  }

  /** SET_CONTAINER. */
  public static Value attach(String group, String container) {
    return NormCommand.setContainer(
        target("p", group, MEMORY), true, NamedFile.CONTAINER, container);
  }

  /** The commands that set a container of version 2 up with a group. */
  public static List<Value> opening(String container, String group) {
    return List.of(
        group("OPEN_GROUP", group), attach(group, container), setIommu(container, VERSION_2));
  }

  /** The commands on memory and mappings of a container of version 2. */
  public static List<Value> memory(String container) {
    List<Value> commands = new ArrayList<>();
    commands.add(register(container, 0, 2));
    commands.add(register(container, 1, 2));
    commands.add(register(container, 2, 1));
    commands.add(registerUnpinnable(container));
    commands.add(unregister(container, 0, 2));
    commands.add(unregister(container, 1, 2));
    commands.add(unregister(container, 2, 1));
    for (long iova : new long[] {0, PAGE, SECOND}) {
      commands.add(map(container, 0, iova, 2));
      commands.add(map(container, 1, iova, 2));
      commands.add(map(container, 2, iova, 1));
      commands.add(unmap(container, iova, 1));
    }
    commands.add(unmap(container, 0, WINDOW_PAGES));
    return commands;
  }

  /** The commands on windows of a container. */
  public static List<Value> windows(String container) {
    return List.of(create(container), remove(container, 0), remove(container, SECOND));
  }

  /** The commands that give a container its type and, in version 1, its charge. */
  public static List<Value> types(String container) {
    return List.of(
        setIommu(container, VERSION_2),
        setIommu(container, VERSION_1),
        plain("ENABLE", container),
        plain("DISABLE", container));
  }

  /** The commands by which groups come and go. */
  public static List<Value> groups() {
    List<Value> commands = new ArrayList<>();
    for (String group : CAST.groups()) {
      for (String op :
          List.of("OPEN_GROUP", "CLOSE_GROUP", "UNSET_CONTAINER", "OPEN_DEVICE", "CLOSE_DEVICE")) {
        commands.add(group(op, group));
      }
      CAST.containers().forEach(container -> commands.add(attach(group, container)));
    }
    return commands;
  }

  /** The commands that change nothing. */
  public static List<Value> queries() {
    List<Value> commands = new ArrayList<>();
    CAST.containers().forEach(container -> commands.add(info(container)));
    CAST.containers().forEach(container -> commands.add(deviceState(container)));
    CAST.groups().forEach(group -> commands.add(status(group)));
    return commands;
  }

  /** All of them, from the initial state on, and looks of devices. */
  public static Workload everything() {
    Map<Value, Integer> weights = new LinkedHashMap<>();
    for (String container : CAST.containers()) {
      memory(container).forEach(command -> weights.put(command, 12));
      windows(container).forEach(command -> weights.put(command, 6));
      types(container).forEach(command -> weights.put(command, 2));
      weights.put(setIommu(container, VERSION_2), 12);
    }
    groups().forEach(command -> weights.put(command, 1));
    queries().forEach(command -> weights.put(command, 2));
    for (int i = 0; i < CAST.groups().size(); i++) {
      String group = CAST.groups().get(i);
      weights.put(group("OPEN_GROUP", group), 6);
      weights.put(attach(group, CAST.containers().get(i % 2)), 6);
    }
    return new Workload(Oracle.of(SCENARIO.constants()).initial(), weights, CAST.groups());
  }
}
