package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.spaprtce.Command;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand;
import org.spaprtce.Iova;
import org.spaprtce.Machine;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessId;
import org.spaprtce.SpaprTce;
import org.spaprtce.TceContainer;
import org.spaprtce.TceEntry;
import org.spaprtce.TceProcess;
import org.spaprtce.UserAddress;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.OwnedRange;
import org.spaprtce.platform.SimulatedHostMemory.Range;
import org.spaprtce.platform.SimulatedPlatform;

/**
 * The implementation, called by any number of threads, on a host that answers every call alike:
 * what a command's environment says depends on its arguments only.
 *
 * <p>Commands are translated beforehand and answers afterwards, so that a call does nothing else
 * than call.
 */
public final class ConcurrentSystem implements SharedSystem {
  /** Pages of user memory from here on cannot be pinned. */
  public static final long UNPINNABLE = 1L << 40;

  /** Bytes of the page that backs all memory. */
  public static final long BACKING = 1L << 21;

  private static final long LARGEST_NAME = Long.MAX_VALUE;

  private final SimulatedPlatform host = new SimulatedPlatform();
  private final Cast cast;
  private final SpaprTce tce;
  private final List<TceProcess> processes;
  private final List<TceContainer> containers;
  private final SpecVocabulary vocabulary;

  /**
   * A scenario in the words of the implementation.
   *
   * @param memlock RLIMIT_MEMLOCK of every caller, bytes
   */
  public record Setting(Cast cast, Machine machine, long memlock) {
    /** Translates a scenario. */
    public static Setting of(Scenario scenario, long memlock) {
      return new Setting(scenario.cast(), ImplementationSystem.machine(scenario), memlock);
    }
  }

  /**
   * A machine in its initial state.
   *
   * @param whilePinning what happens each time that memory has just been pinned, or refused
   */
  public ConcurrentSystem(Setting setting, Runnable whilePinning) {
    host.limits().set(new Memlock(setting.memlock(), false));
    host.memory().refuse(new Range(new UserAddress(UNPINNABLE), UNPINNABLE));
    host.memory().setBacking(BACKING);
    Platform ports = host.ports();
    Platform pausing =
        new Platform(
            new PausingMemory(host.memory(), whilePinning),
            ports.limits(),
            ports.allocations(),
            ports.firmware());
    tce = new SpaprTce(setting.machine(), pausing);
    cast = setting.cast();
    processes = cast.processes().stream().map(_ -> tce.openProcess()).toList();
    containers = cast.containers().stream().map(_ -> tce.openContainer()).toList();
    // The name of pages is the user address of the first; the host flips the highest bit of it.
    vocabulary =
        new SpecVocabulary(
            cast, frames -> UnsignedWords.number(frames.getFirst().start().value() & LARGEST_NAME));
  }

  private record PausingMemory(HostMemory memory, Runnable pause) implements HostMemory {
    @Override
    public PinResult pin(ProcessId owner, UserAddress start, long size) {
      PinResult result = memory.pin(owner, start, size);
      pause.run();
      return result;
    }

    @Override
    public void unpin(PinnedBlock block) {
      memory.unpin(block);
    }
  }

  /**
   * The environment of a command that names a range of user memory below 2^63.
   *
   * @param memlock RLIMIT_MEMLOCK of the caller, bytes
   */
  public static Environment environment(long memlock, long vaddr) {
    return Environment.GENEROUS
        .withPrivilege(BigInteger.valueOf(memlock), false)
        .withMemory(
            BigInteger.valueOf(Math.max(0, UNPINNABLE - vaddr)),
            BigInteger.valueOf(BACKING),
            vaddr);
  }

  /** A call that is ready to be made. */
  public sealed interface Request {
    /** The command in the words of the norm. */
    Value norm();
  }

  private record OfContainer(Value norm, int caller, int container, Command command)
      implements Request {
    @Override
    public String toString() {
      return CommandText.of(norm);
    }
  }

  private record OfGroup(Value norm, int caller, int group, GroupCommand command)
      implements Request {
    @Override
    public String toString() {
      return CommandText.of(norm);
    }
  }

  /** Translates a command, for any system with this cast. */
  public static Request request(Cast cast, Value command) {
    int caller = cast.processes().indexOf(command.field("process").asString());
    return command.hasField("group")
        ? new OfGroup(
            command,
            caller,
            cast.groups().indexOf(command.field("group").asString()),
            Requests.ofGroup(cast, command))
        : new OfContainer(
            command,
            caller,
            cast.containers().indexOf(command.field("container").asString()),
            Requests.ofContainer(command));
  }

  @Override
  public Supplier<Answer> call(Request request) {
    Outcome outcome = execute(request);
    return () -> SpecVocabulary.answer(outcome);
  }

  /** An outcome in the words of the norm. */
  public static Answer answer(Outcome outcome) {
    return SpecVocabulary.answer(outcome);
  }

  /** Makes a call and returns the very outcome. */
  public Outcome execute(Request request) {
    return switch (request) {
      case OfContainer call ->
          containers.get(call.container()).execute(processes.get(call.caller()), call.command());
      case OfGroup call ->
          tce.group(call.group()).execute(processes.get(call.caller()), call.command());
    };
  }

  @Override
  public Supplier<Value> lookup(String group, long iova) {
    Optional<TceEntry> entry = tce.group(cast.groups().indexOf(group)).translate(new Iova(iova));
    return () ->
        Values.set(
            entry.stream()
                .map(e ->
                    view(
                        UnsignedWords.number(e.address().value() & LARGEST_NAME),
                        Values.integer(e.permission().flags())))
                .toList());
  }

  /** What the norm's {@code DeviceView} says, in the words of {@link #lookup}. */
  public static Value view(Value normView) {
    return Values.set(
        normView.asList().stream()
            .map(v ->
                view(
                    Values.integer(
                        v.field("frames").asBigInteger().add(v.field("offset").asBigInteger())),
                    v.field("perm")))
            .toList());
  }

  private static Value view(Value address, Value permission) {
    return Values.record("perm", permission, "address", address);
  }

  @Override
  public Supplier<State> look(List<String> variables) {
    MachineState state = tce.state();
    return () -> norm(state, variables);
  }

  /** The whole state at one moment, as the implementation shows it. */
  public MachineState state() {
    return tce.state();
  }

  /** A state in the words of the norm. */
  public State norm(MachineState state, List<String> variables) {
    Map<String, Value> values = vocabulary.variables(state);
    Map<String, Value> ordered = new LinkedHashMap<>();
    variables.forEach(variable -> ordered.put(variable, values.get(variable)));
    return State.of(ordered);
  }

  /** The blocks that are not pinned exactly once, unless there is a container of version 1. */
  @Override
  public List<String> leaks() {
    MachineState state = tce.state();
    if (state.containers().stream().anyMatch(c -> c.type() == SetIommu.VERSION_1)) {
      return List.of();
    }
    Map<OwnedRange, Integer> blocks =
        state.regions().stream()
            .collect(
                Collectors.toMap(
                    r -> new OwnedRange(r.process(), new Range(r.ua(), r.size())), _ -> 1));
    Map<OwnedRange, Integer> pins = host.memory().pins();
    return blocks.equals(pins) ? List.of() : List.of("pinned " + pins + ", registered " + blocks);
  }
}
