package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The implementation's words in those of the spec. */
public final class SpecVocabulary {
  /** The process that all containers belong to. */
  static final String PROCESS = "p";

  private static final int VERSION_2 = 7;

  private SpecVocabulary() {}

  /** The constants of the norm for a scenario. */
  public static Map<String, Value> constants(Scenario scenario) {
    int count = scenario.windows().size();
    Cast cast =
        new Cast(
            List.of(PROCESS),
            IntStream.range(0, count).mapToObj(SpecVocabulary::container).toList(),
            IntStream.range(0, count).mapToObj(SpecVocabulary::group).toList());
    Map<String, Value> constants =
        new HashMap<>(NormConstants.of(cast, machine(scenario), unsigned(scenario.pageSize())));
    scenario.windows().stream()
        .filter(Scenario::isSecond)
        .forEach(w -> constants.put("SecondStart", Values.unsigned(w.start().value())));
    return constants;
  }

  /** POWER9, with the default window of the scenario if it has one. */
  static Machine machine(Scenario scenario) {
    Machine usual = Machine.POWER9;
    return scenario.windows().stream()
        .filter(Scenario::isDefault)
        .findFirst()
        .map(window ->
            new Machine(
                unsigned(window.start().value()),
                size(window),
                usual.pageShifts(),
                usual.windows(),
                usual.levels(),
                usual.eeh(),
                usual.hugePage()))
        .orElse(usual);
  }

  /** The name of a container. */
  static String container(int number) {
    return "c" + number;
  }

  /** The name of a container's group. */
  static String group(int number) {
    return "g" + number;
  }

  /** The bytes of a window. */
  static BigInteger size(DmaWindow window) {
    return unsigned(window.size());
  }

  /** The command record of a step. */
  public static Value command(Step step) {
    Header sent = step.command().header();
    NormCommand.Header header =
        new NormCommand.Header(
            sent.readable(),
            Integer.toUnsignedLong(sent.argsz()),
            Integer.toUnsignedLong(sent.flags()));
    NormCommand.Target target =
        new NormCommand.Target(PROCESS, container(step.container()), environment(step));
    return switch (step.command()) {
      case RegisterMemory register ->
          NormCommand.register(
              target, header, unsigned(register.vaddr().value()), unsigned(register.size()));
      case UnregisterMemory unregister ->
          NormCommand.unregister(
              target, header, unsigned(unregister.vaddr().value()), unsigned(unregister.size()));
      case MapDma map ->
          NormCommand.map(
              target,
              header,
              unsigned(map.vaddr().value()),
              unsigned(map.iova().value()),
              unsigned(map.size()));
      case UnmapDma unmap ->
          NormCommand.unmap(target, header, unsigned(unmap.iova().value()), unsigned(unmap.size()));
    };
  }

  /** What the host answers; what it is not asked for is there in plenty. */
  private static Environment environment(Step step) {
    HostAnswers host = step.host();
    Environment plenty = Environment.GENEROUS;
    Environment limited = plenty.withPrivilege(unsigned(host.memlock()), host.capIpcLock());
    return step.command() instanceof RegisterMemory register
        ? limited.withMemory(
            host.pinnable() ? plenty.pinned() : BigInteger.ZERO,
            unsigned(host.backing()),
            frames(register.vaddr()))
        : limited;
  }

  /** The physical pages of a block are named by the address of the first. */
  private static long frames(UserAddress start) {
    return ScriptedPlatform.physical(start).value();
  }

  /** What a device finds, in the words of the implementation. */
  static TceEntry entry(Value view) {
    long offset = view.field("offset").asBigInteger().longValue();
    return new TceEntry(
        new HostPhysicalAddress(view.field("frames").asLong() + offset),
        DmaPermission.ofFlags((int) view.field("perm").asLong()));
  }

  /** The result of an outcome. */
  public static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "OK";
      case Outcome.Rejected rejected -> rejected.errno().name();
    };
  }

  /** The variables of the spec for a state of the implementation. */
  public static Map<String, Value> variables(ProcessState state) {
    Map<Value, Value> containers = new HashMap<>();
    Map<Value, Value> groups = new HashMap<>();
    List<Value> windows = new ArrayList<>();
    List<Value> mappings = new ArrayList<>();
    for (ProcessState.Container container : state.containers()) {
      int number = container.id().number();
      containers.put(name(container.id()), container(container));
      groups.put(Values.string(group(number)), Values.record("open", true, "devices", 0));
      windows.add(window(container.id(), container.window()));
      container.runs().forEach(run -> mappings.add(mapping(container, run)));
    }
    return Map.of(
        "lockedVm", Values.record(PROCESS, state.lockedVm()),
        "elsewhere", Values.record(PROCESS, Values.unsigned(state.elsewhere())),
        "containers", Values.function(containers),
        "groups", Values.function(groups),
        "regions", Values.set(state.blocks().stream().map(SpecVocabulary::block).toList()),
        "windows", Values.set(windows),
        "mappings", Values.set(mappings));
  }

  private static Value name(ContainerId id) {
    return Values.string(container(id.number()));
  }

  private static BigInteger unsigned(long word) {
    return Values.unsigned(word).asBigInteger();
  }

  private static Value container(ProcessState.Container container) {
    return Values.record(
        "type",
        VERSION_2,
        "process",
        PROCESS,
        "enabled",
        container.enabled(),
        "pending",
        false,
        "locked",
        0,
        "groups",
        Values.tuple(Values.string(group(container.id().number()))));
  }

  private static Value window(ContainerId id, DmaWindow window) {
    return Values.record(
        "container", name(id),
        "start", Values.unsigned(window.start().value()),
        "size", Values.unsigned(window.size()),
        "page", Values.unsigned(window.pageBytes()),
        "table", Values.unsigned(window.tablePages()),
        "groups", Values.set(Values.string(group(id.number()))));
  }

  private static Value block(ProcessState.Block block) {
    return Values.record(
        "process", PROCESS,
        "ua", Values.unsigned(block.ua().value()),
        "size", Values.unsigned(block.size()),
        "backing", Values.unsigned(block.backing()),
        "frames", frames(block.ua()),
        "holders", Values.set(block.holders().stream().map(SpecVocabulary::name).toList()),
        "live", Values.unsigned(block.live()));
  }

  private static Value mapping(ProcessState.Container container, ProcessState.Run run) {
    return Values.record(
        "container", name(container.id()),
        "window", Values.unsigned(container.window().start().value()),
        "iova", Values.unsigned(run.iova().value()),
        "ua", Values.unsigned(run.ua().value()),
        "size", Values.unsigned(run.size()),
        "perm", run.permission().flags());
  }
}
