package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The implementation's words in those of the spec. */
public final class SpecVocabulary {
  private SpecVocabulary() {}

  /** The constants of the norm for a scenario. */
  public static Map<String, Value> constants(Scenario scenario) {
    List<String> containers = new ArrayList<>();
    List<Value> windows = new ArrayList<>();
    for (int i = 0; i < scenario.windows().size(); i++) {
      ContainerId id = new ContainerId(i);
      containers.add(name(id));
      windows.add(window(id, scenario.windows().get(i)));
    }
    return NormConstants.of(
        containers, unsigned(scenario.pageSize()), windows, unsigned(scenario.elsewhere()));
  }

  /** The command record of a step. */
  public static Value command(Step step) {
    Header sent = step.command().header();
    NormCommand.Header header =
        new NormCommand.Header(
            name(new ContainerId(step.container())),
            sent.readable(),
            Integer.toUnsignedLong(sent.argsz()),
            Integer.toUnsignedLong(sent.flags()));
    return switch (step.command()) {
      case RegisterMemory register ->
          NormCommand.register(
              header,
              unsigned(register.vaddr().value()),
              unsigned(register.size()),
              environment(step.environment()));
      case UnregisterMemory unregister ->
          NormCommand.unregister(
              header, unsigned(unregister.vaddr().value()), unsigned(unregister.size()));
      case MapDma map ->
          NormCommand.map(
              header,
              unsigned(map.vaddr().value()),
              unsigned(map.iova().value()),
              unsigned(map.size()));
      case UnmapDma unmap ->
          NormCommand.unmap(header, unsigned(unmap.iova().value()), unsigned(unmap.size()));
    };
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
    List<Value> windows = new ArrayList<>();
    List<Value> mappings = new ArrayList<>();
    List<Value> bound = new ArrayList<>();
    List<Value> enabled = new ArrayList<>();
    for (ProcessState.Container container : state.containers()) {
      windows.add(window(container.id(), container.window()));
      container.runs().forEach(run -> mappings.add(mapping(container, run)));
      if (container.bound()) {
        bound.add(container(container.id()));
      }
      if (container.enabled()) {
        enabled.add(container(container.id()));
      }
    }
    return Map.of(
        "lockedVm", Values.integer(state.lockedVm()),
        "elsewhere", Values.unsigned(state.elsewhere()),
        "regions", Values.set(state.blocks().stream().map(SpecVocabulary::block).toList()),
        "windows", Values.set(windows),
        "mappings", Values.set(mappings),
        "bound", Values.set(bound),
        "enabled", Values.set(enabled));
  }

  private static String name(ContainerId id) {
    return "c" + id.number();
  }

  private static Value container(ContainerId id) {
    return Values.string(name(id));
  }

  private static BigInteger unsigned(long word) {
    return Values.unsigned(word).asBigInteger();
  }

  private static NormCommand.Environment environment(Environment environment) {
    return new NormCommand.Environment(
        unsigned(environment.memlock()),
        environment.capIpcLock(),
        environment.pinnable(),
        unsigned(environment.backing()));
  }

  private static Value window(ContainerId id, DmaWindow window) {
    return Values.record(
        "container", container(id),
        "start", Values.unsigned(window.start().value()),
        "size", Values.unsigned(window.size()),
        "page", Values.unsigned(window.pageBytes()),
        "table", Values.unsigned(window.tablePages()));
  }

  private static Value block(ProcessState.Block block) {
    return Values.record(
        "ua", Values.unsigned(block.ua().value()),
        "size", Values.unsigned(block.size()),
        "backing", Values.unsigned(block.backing()),
        "holders", Values.set(block.holders().stream().map(SpecVocabulary::container).toList()),
        "live", Values.unsigned(block.live()));
  }

  private static Value mapping(ProcessState.Container container, ProcessState.Run run) {
    return Values.record(
        "container", container(container.id()),
        "window", Values.unsigned(container.window().start().value()),
        "iova", Values.unsigned(run.iova().value()),
        "ua", Values.unsigned(run.ua().value()),
        "size", Values.unsigned(run.size()),
        "perm", run.permission().flags());
  }
}
