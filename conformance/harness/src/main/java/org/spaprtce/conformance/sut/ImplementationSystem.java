package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.Machine;
import org.spaprtce.Outcome;
import org.spaprtce.SpaprTce;
import org.spaprtce.TableGroup;
import org.spaprtce.TceContainer;
import org.spaprtce.TceProcess;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;
import org.spaprtce.platform.PhysicalRun;

/** The implementation, on a host that answers as the commands' environments say. */
public final class ImplementationSystem implements HostedSystem {
  private final Cast cast;
  private final ScriptedHost host;
  private final SpaprTce tce;
  private final List<TceProcess> processes;
  private final List<TceContainer> containers;
  private final SpecVocabulary vocabulary;
  private final Ledger ledger;

  /** A machine with the cast of a scenario, in its initial state. */
  public ImplementationSystem(Scenario scenario) {
    this(scenario, new ScriptedHost(_ -> false));
  }

  private ImplementationSystem(Scenario scenario, ScriptedHost host) {
    this.host = host;
    cast = scenario.cast();
    tce = new SpaprTce(machine(scenario), host.ports());
    processes = cast.processes().stream().map(_ -> tce.openProcess()).toList();
    containers = cast.containers().stream().map(_ -> tce.openContainer()).toList();
    vocabulary = new SpecVocabulary(cast, this::frames);
    ledger = new Ledger(host);
  }

  /** The same with a leak that must be found: in MAP_DMA no memory is unpinned. */
  public static ImplementationSystem leaking(Scenario scenario) {
    return new ImplementationSystem(
        scenario, new ScriptedHost(command -> command.field("op").asString().equals("MAP_DMA")));
  }

  static Machine machine(Scenario scenario) {
    requireConstant(scenario, "SecondStart", DmaWindow.SECOND_START);
    requireConstant(scenario, "DefaultPageShift", DmaWindow.DEFAULT_SHIFT);
    requireConstant(scenario, "TableAddressBits", DmaWindow.TABLE_ADDRESS_BITS);
    Map<Value, Value> capabilities = scenario.constant("TableGroup").asMap();
    return new Machine(
        UnsignedWords.word(scenario.pageSize()),
        scenario.cast().groups().stream()
            .map(Values::string)
            .map(name -> tableGroup(capabilities.getOrDefault(name, name)))
            .toList(),
        scenario.constant("EehAvailable").asBoolean());
  }

  private static void requireConstant(Scenario scenario, String name, long value) {
    if (!scenario.constant(name).equals(Values.integer(value))) {
      throw new IllegalArgumentException(
          "%s=%s, the implementation has %d".formatted(name, scenario.constant(name), value));
    }
  }

  private static TableGroup tableGroup(Value capability) {
    return new TableGroup(
        new Iova(UnsignedWords.word(capability, "start")),
        UnsignedWords.word(capability, "size"),
        capability.field("shifts").asList().stream()
            .map(shift -> (int) shift.asLong())
            .collect(Collectors.toSet()),
        (int) capability.field("windows").asLong(),
        (int) capability.field("levels").asLong(),
        capability.field("family").asString());
  }

  @Override
  public Answer execute(Value command) {
    host.answer(command);
    TceProcess caller =
        processes.get(cast.processes().indexOf(command.field("process").asString()));
    Outcome outcome =
        command.hasField("group")
            ? tce.group(cast.groups().indexOf(command.field("group").asString()))
                .execute(caller, Requests.ofGroup(cast, command))
            : containers
                .get(cast.containers().indexOf(command.field("container").asString()))
                .execute(caller, Requests.ofContainer(command));
    return SpecVocabulary.answer(outcome);
  }

  @Override
  public void lockElsewhere(String process, BigInteger pages) {
    processes.get(cast.processes().indexOf(process)).setLockedElsewhere(UnsignedWords.word(pages));
  }

  @Override
  public Map<String, Value> variables() {
    return vocabulary.variables(tce.state());
  }

  @Override
  public Value deviceView(String group, BigInteger iova) {
    return tce.group(cast.groups().indexOf(group))
        .translate(new Iova(UnsignedWords.word(iova)))
        .map(entry ->
            Values.record(
                "perm",
                entry.permission().flags(),
                "address",
                UnsignedWords.number(entry.address().value())))
        .map(Values::set)
        .orElse(Values.EMPTY_SET);
  }

  @Override
  public List<HostPort> ports() {
    return host.all();
  }

  @Override
  public List<String> leaks() {
    return ledger.differences(tce.state());
  }

  /** The name of the pinned pages that are in some runs; pages that are not pinned have none. */
  private Value frames(List<PhysicalRun> runs) {
    return host.pins().stream()
        .filter(pin -> pin.getKey().layout().runs().equals(runs))
        .map(pin -> pin.getValue().frames())
        .findFirst()
        .orElse(Values.string("not pinned: " + runs));
  }
}
