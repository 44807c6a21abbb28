package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The implementation's words in those of the spec. */
public final class SpecVocabulary {
  /** The number of addresses of a 64-bit word. */
  public static final BigInteger ADDRESS_TOP = BigInteger.ONE.shiftLeft(64);

  private SpecVocabulary() {}

  /** The constants of the norm for a scenario. */
  public static Map<String, Value> constants(Scenario scenario) {
    List<Value> containers = new ArrayList<>();
    List<Value> windows = new ArrayList<>();
    for (int i = 0; i < scenario.windows().size(); i++) {
      ContainerId id = new ContainerId(i);
      containers.add(container(id));
      windows.add(window(id, scenario.windows().get(i)));
    }
    return Map.of(
        "Container", Values.set(containers),
        "PageSize", Values.unsigned(scenario.pageSize()),
        "AddressTop", Values.integer(ADDRESS_TOP),
        "InitialWindows", Values.set(windows),
        "InitialElsewhere", Values.unsigned(scenario.elsewhere()),
        "Command", Values.EMPTY_SET);
  }

  /** The name of a container. */
  public static Value container(ContainerId id) {
    return Values.string("c" + id.number());
  }

  /** The command record of a step. */
  public static Value command(Step step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Command command = step.command();
    Header header = command.header();
    fields.put("op", Step.name(command));
    fields.put("container", container(new ContainerId(step.container())));
    fields.put("readable", header.readable());
    fields.put("argsz", Integer.toUnsignedLong(header.argsz()));
    fields.put("flags", Integer.toUnsignedLong(header.flags()));
    switch (command) {
      case RegisterMemory register -> {
        fields.put("vaddr", Values.unsigned(register.vaddr().value()));
        fields.put("size", Values.unsigned(register.size()));
        fields.put("env", environment(step.environment()));
      }
      case UnregisterMemory unregister -> {
        fields.put("vaddr", Values.unsigned(unregister.vaddr().value()));
        fields.put("size", Values.unsigned(unregister.size()));
      }
      case MapDma map -> {
        fields.put("vaddr", Values.unsigned(map.vaddr().value()));
        fields.put("iova", Values.unsigned(map.iova().value()));
        fields.put("size", Values.unsigned(map.size()));
      }
      case UnmapDma unmap -> {
        fields.put("iova", Values.unsigned(unmap.iova().value()));
        fields.put("size", Values.unsigned(unmap.size()));
      }
    }
    return record(fields);
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

  private static Value environment(Environment environment) {
    return Values.record(
        "memlock", Values.unsigned(environment.memlock()),
        "capIpcLock", environment.capIpcLock(),
        "pinnable", environment.pinnable(),
        "backing", Values.unsigned(environment.backing()));
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

  private static Value record(Map<String, Object> fields) {
    Object[] pairs = new Object[2 * fields.size()];
    int i = 0;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      pairs[i++] = field.getKey();
      pairs[i++] = field.getValue();
    }
    return Values.record(pairs);
  }
}
