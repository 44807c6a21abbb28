package org.spaprtce.conformance.sut;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.GroupId;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessId;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;
import org.spaprtce.platform.PhysicalRun;

/** What the implementation answers and remembers, in the words of the norm. */
final class SpecVocabulary {
  private static final Value NO_PROCESS = Values.string("no process");

  private final Cast cast;
  private final Function<List<PhysicalRun>, Value> frames;

  /**
   * The vocabulary of a cast.
   *
   * @param frames the norm's name for the pages that are in some runs
   */
  SpecVocabulary(Cast cast, Function<List<PhysicalRun>, Value> frames) {
    this.cast = cast;
    this.frames = frames;
  }

  /** The answer of an outcome. */
  static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Success success -> new Answer(Answer.OK, "", output(success));
      case Outcome.Rejected rejected ->
          new Answer(rejected.errno().name(), rejected.clause(), value(0));
    };
  }

  private static Value output(Outcome.Success success) {
    return switch (success) {
      case Outcome.Done _ -> value(0);
      case Outcome.Value value -> value(value.value());
      case Outcome.Status status -> Values.record("value", 0, "flags", status.flags());
      case Outcome.WindowCreated created ->
          Values.record("value", 0, "startAddress", number(created.start().value()));
      case Outcome.EehState state -> value(state.value());
      case Outcome.TceInfo info -> info(info);
    };
  }

  private static Value value(int value) {
    return Values.record("value", value);
  }

  private static Value info(Outcome.TceInfo info) {
    Outcome.DynamicWindows windows = info.windows();
    if (windows == null) {
      return Values.record(
          "value",
          0,
          "flags",
          info.flags(),
          "dma32Start",
          number(info.dma32Start().value()),
          "dma32Size",
          number(info.dma32Size()));
    }
    return Values.record(
        "value",
        0,
        "flags",
        info.flags(),
        "dma32Start",
        number(info.dma32Start().value()),
        "dma32Size",
        number(info.dma32Size()),
        "pageSizes",
        number(windows.pageSizes()),
        "maxWindows",
        windows.maxWindows(),
        "levels",
        windows.levels());
  }

  /** The variables of the norm. */
  Map<String, Value> variables(MachineState state) {
    Map<Value, Value> lockedVm = new HashMap<>();
    Map<Value, Value> elsewhere = new HashMap<>();
    state
        .charges()
        .forEach(charges -> {
          lockedVm.put(process(charges.process()), Values.integer(charges.lockedVm()));
          elsewhere.put(process(charges.process()), number(charges.elsewhere()));
        });
    Map<Value, Value> containers = new HashMap<>();
    state.containers().forEach(c -> containers.put(container(c.id()), container(c)));
    Map<Value, Value> groups = new HashMap<>();
    state
        .groups()
        .forEach(group ->
            groups.put(
                group(group.id()),
                Values.record("open", group.open(), "devices", group.devices())));
    Map<String, Value> variables = new LinkedHashMap<>();
    variables.put("lockedVm", Values.function(lockedVm));
    variables.put("elsewhere", Values.function(elsewhere));
    variables.put("containers", Values.function(containers));
    variables.put("groups", Values.function(groups));
    variables.put("regions", set(state.regions(), this::region));
    variables.put("windows", set(state.windows(), this::window));
    variables.put("mappings", set(state.mappings(), this::mapping));
    return variables;
  }

  private Value container(MachineState.Container container) {
    return Values.record(
        "type",
        container.type(),
        "process",
        owner(container.process()),
        "enabled",
        container.enabled(),
        "pending",
        container.pending(),
        "locked",
        number(container.locked()),
        "groups",
        Values.tuple(container.groups().stream().map(this::group).toList()));
  }

  private Value owner(@Nullable ProcessId owner) {
    return owner == null ? NO_PROCESS : process(owner);
  }

  private Value region(MachineState.Region region) {
    return Values.record(
        "process",
        process(region.process()),
        "ua",
        number(region.ua().value()),
        "size",
        number(region.size()),
        "backing",
        number(region.backing()),
        "frames",
        frames.apply(region.frames()),
        "holders",
        set(region.holders(), this::container),
        "live",
        number(region.live()));
  }

  private Value window(MachineState.Window window) {
    DmaWindow range = window.range();
    return Values.record(
        "container",
        container(window.container()),
        "start",
        number(range.start().value()),
        "size",
        number(range.size()),
        "page",
        number(range.pageBytes()),
        "table",
        number(range.tablePages()),
        "groups",
        set(window.groups(), this::group));
  }

  private Value mapping(MachineState.Mapping mapping) {
    return Values.record(
        "container",
        container(mapping.container()),
        "window",
        number(mapping.window().value()),
        "iova",
        number(mapping.iova().value()),
        "ua",
        number(mapping.ua().value()),
        "size",
        number(mapping.size()),
        "perm",
        mapping.permission().flags());
  }

  /** The name of a process. */
  Value process(ProcessId id) {
    return Values.string(cast.processes().get(id.number()));
  }

  /** The name of a container. */
  Value container(ContainerId id) {
    return Values.string(cast.containers().get(id.number()));
  }

  /** The name of a group. */
  Value group(GroupId id) {
    return Values.string(cast.groups().get(id.number()));
  }

  private static Value number(long word) {
    return UnsignedWords.number(word);
  }

  private static <T> Value set(Collection<T> elements, Function<T, Value> name) {
    return Values.set(elements.stream().map(name).toList());
  }
}
