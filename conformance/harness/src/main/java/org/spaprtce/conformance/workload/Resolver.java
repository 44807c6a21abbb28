package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.oracle.runtime.Value;

/**
 * Turns a selector into a step, by the state that it meets.
 *
 * <p>Mostly a step names what it can do something with: a container with a type and its owner, a
 * group that is open. What it sends is drawn by {@link Arguments}, what its environment answers by
 * {@link Hosts}.
 */
public final class Resolver {
  private static final long VERSION_1 = 2;
  private static final long VERSION_2 = 7;
  private static final int RARELY = 8;
  private static final Set<String> NEED_DEFAULT_WINDOW =
      Set.of("MAP_DMA", "UNMAP_DMA", "TCE_CREATE");

  private final Sight sight;
  private final Selector selector;
  private final long frames;

  private Resolver(Selector selector, Lockstep lockstep) {
    this.sight = new Sight(lockstep);
    this.selector = selector;
    this.frames = lockstep.length() + 1L;
  }

  /** The step that the selector means where a lockstep stands. */
  public static Step resolve(Selector selector, Lockstep lockstep) {
    return new Resolver(selector, lockstep).step(Operations.of(selector.operation()));
  }

  private Step step(String operation) {
    return switch (operation) {
      case Step.LockedElsewhere.NAME -> locked();
      case "OPEN_GROUP" -> ofGroup(operation, sight::isOpen, false);
      case "CLOSE_GROUP", "OPEN_DEVICE", "GET_STATUS", "UNKNOWN_OF_GROUP" ->
          ofGroup(operation, sight::isOpen, true);
      case "CLOSE_DEVICE" -> ofGroup(operation, sight::hasDevices, true);
      case "UNSET_CONTAINER" -> ofGroup(operation, sight::hasHome, true);
      case "SET_CONTAINER" ->
          ofGroup(operation, group -> sight.isOpen(group) && !sight.hasHome(group), true);
      case "SET_IOMMU" ->
          ofContainer(operation, name -> sight.type(name) == 0 && sight.hasGroups(name));
      case "ENABLE", "DISABLE" -> ofContainer(operation, name -> sight.type(name) == VERSION_1);
      case "REGISTER_MEMORY", "UNREGISTER_MEMORY", "TCE_CREATE", "TCE_REMOVE" ->
          ofContainer(operation, name -> sight.type(name) == VERSION_2);
      default -> ofContainer(operation, name -> sight.type(name) != 0);
    };
  }

  /** For a default window without bytes, the norm gives commands that need it no meaning. */
  private boolean hasMeaning(String operation, String container) {
    return !NEED_DEFAULT_WINDOW.contains(operation) || !sight.isOwedNothing(container);
  }

  private Step ofContainer(String operation, Predicate<String> fitting) {
    String container = choose(sight.containers(), fitting);
    if (!hasMeaning(operation, container)) {
      return ofContainer("ENABLE", container::equals);
    }
    String process = caller(sight.owner(container, any(sight.processes(), selector.object())));
    Arguments arguments = new Arguments(sight, selector, process, container);
    Hosts hosts = new Hosts(sight, selector, process, container, frames);
    return new Step.Call(
        hosts.answering(environment ->
            command(operation, new Target(process, container, environment), arguments)));
  }

  private static Value command(String operation, Target to, Arguments arguments) {
    return switch (operation) {
      case "REGISTER_MEMORY" -> arguments.register(to);
      case "UNREGISTER_MEMORY" -> arguments.unregister(to);
      case "MAP_DMA" -> arguments.map(to);
      case "UNMAP_DMA" -> arguments.unmap(to);
      case "TCE_CREATE" -> arguments.create(to);
      case "TCE_REMOVE" -> arguments.remove(to);
      case "SET_IOMMU" -> arguments.setIommu(to);
      case "CHECK_EXTENSION" -> arguments.checkExtension(to);
      case "GET_INFO" -> arguments.info(to);
      case "EEH_PE_OP" -> arguments.eeh(to);
      default -> NormCommand.plain(operation, to);
    };
  }

  private Step ofGroup(String operation, Predicate<String> property, boolean wanted) {
    String group = choose(sight.groups(), name -> property.test(name) == wanted);
    String process = caller(any(sight.processes(), selector.object()));
    String container = containerToJoin();
    Hosts hosts = new Hosts(sight, selector, process, container, frames);
    return new Step.Call(
        hosts.answering(environment -> {
          Target to = new Target(process, group, environment);
          return switch (operation) {
            case "GET_STATUS" -> NormCommand.status(to, isReadable(), selector.size() % 4 + 6L);
            case "SET_CONTAINER" ->
                NormCommand.setContainer(to, isReadable(), file(selector.size()), container);
            default -> NormCommand.ofGroup(operation, to);
          };
        }));
  }

  private String containerToJoin() {
    List<String> typed = sight.containers().stream().filter(name -> sight.type(name) != 0).toList();
    boolean any = typed.isEmpty() || selector.address() % 2 == 0;
    return any(any ? sight.containers() : typed, selector.address() / 2);
  }

  private boolean isReadable() {
    return selector.header() % RARELY != 0;
  }

  private static NamedFile file(int choice) {
    return switch (choice % 16) {
      case 0 -> NamedFile.OTHER;
      case 1 -> NamedFile.CLOSED;
      default -> NamedFile.CONTAINER;
    };
  }

  /** Others charge a little, up to a limit, or more pages than a word can sum up. */
  private Step locked() {
    BigInteger pages =
        switch (selector.size() % 8) {
          case 0 -> Words.LAST;
          case 1 -> Words.HALF.subtract(BigInteger.valueOf(selector.address()));
          case 2 -> Words.word(-70);
          case 3 -> BigInteger.valueOf(selector.address());
          default -> BigInteger.ZERO;
        };
    return new Step.LockedElsewhere(any(sight.processes(), selector.caller()), pages);
  }

  /** Mostly one that fits, if there is one. */
  private String choose(List<String> names, Predicate<String> fits) {
    List<String> fitting = names.stream().filter(fits).toList();
    boolean regardless = fitting.isEmpty() || selector.object() % RARELY == RARELY - 1;
    return any(regardless ? names : fitting, selector.object() / RARELY);
  }

  private String caller(String usual) {
    return selector.caller() % RARELY == 0
        ? any(sight.processes(), selector.caller() / RARELY)
        : usual;
  }

  private static String any(List<String> names, int choice) {
    return names.get(choice % names.size());
  }
}
