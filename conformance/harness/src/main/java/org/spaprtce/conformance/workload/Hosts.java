package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What the environment answers to a call: mostly that there is enough of everything; at times just
 * enough, or just not.
 */
final class Hosts {
  /** What is unusual. */
  private enum Twist {
    /** The limit is just reached. */
    LIMIT_REACHED,
    /** The limit is a byte less. */
    LIMIT_PASSED,
    /** The limit is as much more as makes no difference. */
    LIMIT_BETWEEN_PAGES,
    /** The limit is reached by the default window that is owed. */
    LIMIT_FOR_DEFAULT,
    /** Nothing may be charged. */
    LIMIT_ZERO,
    /** Nothing may be charged, but for the capability. */
    CAPABLE,
    /** The first page cannot be pinned. */
    UNPINNABLE,
    /** A page cannot be pinned. */
    PARTLY_PINNABLE,
    /** The last page cannot be pinned. */
    LAST_UNPINNABLE,
    /** The records of a block just fit. */
    RECORDS_FIT,
    /** They do not. */
    RECORDS_MISSING,
    /** A level of a table just fits. */
    LEVEL_FITS,
    /** It does not. */
    LEVEL_MISSING,
    /** Not even one of the default window does. */
    NO_LEVEL,
    /** No entry has its levels of the table. */
    NO_ROOM,
    /** One entry has. */
    LITTLE_ROOM,
    /** Entries run out of levels and of pages at once. */
    LITTLE_OF_BOTH,
    /** Hardware and firmware refuse. */
    PLATFORM
  }

  private static final List<Twist> LIMITS =
      List.of(
          Twist.LIMIT_REACHED,
          Twist.LIMIT_PASSED,
          Twist.LIMIT_BETWEEN_PAGES,
          Twist.LIMIT_ZERO,
          Twist.CAPABLE);
  private static final List<Twist> OF_REGISTER =
      List.of(
          Twist.UNPINNABLE,
          Twist.PARTLY_PINNABLE,
          Twist.LAST_UNPINNABLE,
          Twist.RECORDS_FIT,
          Twist.RECORDS_MISSING);
  private static final List<Twist> OF_TABLES =
      List.of(
          Twist.LIMIT_FOR_DEFAULT,
          Twist.LEVEL_FITS,
          Twist.LEVEL_MISSING,
          Twist.PLATFORM,
          Twist.NO_LEVEL,
          Twist.PLATFORM);
  private static final List<Twist> OF_MAP =
      List.of(
          Twist.UNPINNABLE,
          Twist.PARTLY_PINNABLE,
          Twist.LAST_UNPINNABLE,
          Twist.NO_ROOM,
          Twist.LITTLE_ROOM,
          Twist.LITTLE_OF_BOTH);

  /** From this choice on a call is unusual. */
  private static final int USUAL = 40;

  /** The same for one that charges. */
  private static final int LESS_USUAL = 20;

  private static final List<String> ERRORS =
      List.of("EIO", "ENODEV", "ENXIO", "EPERM", "EBUSY", "EINVAL", "ENOSPC", "ENOENT");
  private static final List<Integer> BACKING_SHIFTS = List.of(0, 0, 21, 30);

  private final Sight sight;
  private final Selector selector;
  private final String process;
  private final Value container;
  private final long frames;

  Hosts(Sight sight, Selector selector, String process, String container, long frames) {
    this.sight = sight;
    this.selector = selector;
    this.process = process;
    this.container = Values.string(container);
    this.frames = frames;
  }

  /** The command, in the environment that is to be answered with. */
  Value answering(Function<Environment, Value> command) {
    Environment usual =
        Environment.GENEROUS
            .withPrivilege(Words.LAST, isBeyondEveryLimit())
            .withMemory(Words.TOP, backing(), frames)
            .withPlatform("OK", selector.address() % 6);
    Value asked = command.apply(usual);
    List<Twist> twists = twists(asked.field("op").asString());
    int choice = selector.host() - (twists.containsAll(LIMITS) ? LESS_USUAL : USUAL);
    return choice < 0 || twists.isEmpty()
        ? asked
        : command.apply(twisted(twists.get(choice % twists.size()), usual, asked));
  }

  /** What can be unusual for a command; where a window is owed, above all what it needs. */
  private List<Twist> twists(String operation) {
    List<Twist> twists = new ArrayList<>();
    switch (operation) {
      case "REGISTER_MEMORY" -> {
        twists.addAll(LIMITS);
        twists.addAll(OF_REGISTER);
      }
      case "MAP_DMA", "UNMAP_DMA" -> {
        boolean windowIsOwed = owed().signum() > 0;
        if (windowIsOwed) {
          twists.addAll(LIMITS);
          twists.addAll(OF_TABLES);
        }
        if (operation.equals("MAP_DMA") && !windowIsOwed) {
          twists.addAll(OF_MAP);
        }
      }
      case "TCE_CREATE" -> {
        twists.addAll(LIMITS);
        twists.addAll(OF_TABLES);
      }
      case "ENABLE" -> twists.addAll(LIMITS);
      default -> twists.add(Twist.PLATFORM);
    }
    return twists;
  }

  /** Others charged more than any limit, so that nothing can be charged without the capability. */
  private boolean isBeyondEveryLimit() {
    boolean beyond = sight.elsewhere(process).compareTo(Words.LAST.divide(sight.page())) > 0;
    return beyond && selector.bus() % 2 == 0;
  }

  private Environment twisted(Twist twist, Environment usual, Value command) {
    return switch (twist) {
      case LIMIT_REACHED -> limited(usual, exactly(charged(command)));
      case LIMIT_PASSED -> limited(usual, less(exactly(charged(command))));
      case LIMIT_BETWEEN_PAGES -> limited(usual, exactly(charged(command)).add(less(sight.page())));
      case LIMIT_FOR_DEFAULT -> limited(usual, exactly(owed()));
      case LIMIT_ZERO -> limited(usual, BigInteger.ZERO);
      case CAPABLE -> usual.withPrivilege(BigInteger.ZERO, true);
      case UNPINNABLE -> pinnable(usual, BigInteger.ZERO);
      case PARTLY_PINNABLE -> pinnable(usual, pages(command, 1 + selector.bus() % 2));
      case LAST_UNPINNABLE -> pinnable(usual, allButLast(command));
      case RECORDS_FIT -> usual.withAllocations(needs().records(command), Words.TOP);
      case RECORDS_MISSING -> usual.withAllocations(less(needs().records(command)), Words.TOP);
      case LEVEL_FITS -> usual.withAllocations(Words.TOP, levelBytes(command));
      case LEVEL_MISSING -> usual.withAllocations(Words.TOP, less(levelBytes(command)));
      case NO_LEVEL -> usual.withAllocations(Words.TOP, BigInteger.ZERO);
      case NO_ROOM -> usual.withRoom(BigInteger.ZERO);
      case LITTLE_ROOM -> usual.withRoom(unit());
      case LITTLE_OF_BOTH -> pinnable(usual, pages(command, 1)).withRoom(pages(command, 1));
      case PLATFORM ->
          usual.withPlatform(ERRORS.get(selector.bus() % ERRORS.size()), selector.address() % 6);
    };
  }

  private static Environment limited(Environment usual, BigInteger bytes) {
    return usual.withPrivilege(Words.saturated(bytes), false);
  }

  private Environment pinnable(Environment usual, BigInteger bytes) {
    return usual.withMemory(bytes, backing(), frames);
  }

  private BigInteger exactly(BigInteger pages) {
    return sight.lockedVm(process).add(pages).multiply(sight.page());
  }

  private BigInteger owed() {
    return needs().number("OwedPages", container);
  }

  private Needs needs() {
    return sight.needs();
  }

  private BigInteger charged(Value command) {
    List<BigInteger> charges = needs().charges(command);
    return charges.isEmpty() ? BigInteger.ZERO : charges.getLast();
  }

  /** The bytes of a level of the table that the command makes last. */
  private BigInteger levelBytes(Value command) {
    List<BigInteger> levels = needs().levels(command);
    return levels.isEmpty() ? BigInteger.ZERO : levels.getLast();
  }

  private static BigInteger size(Value command) {
    return command.field("size").asBigInteger();
  }

  private BigInteger unit() {
    return Sight.unit(sight.windows(container.asString()), selector.bus() / 32);
  }

  /**
   * The bytes of so many leading pages, which end where a page of the host and one of a window
   * does.
   */
  private BigInteger pages(Value command, int count) {
    BigInteger page = sight.page().max(unit());
    BigInteger inPage = command.field("vaddr").asBigInteger().mod(page);
    return page.multiply(BigInteger.valueOf(count)).subtract(inPage);
  }

  /** The bytes before the last page of the host that the range touches. */
  private BigInteger allButLast(Value command) {
    BigInteger start = command.field("vaddr").asBigInteger();
    BigInteger last = less(start.add(size(command)));
    return last.subtract(last.mod(sight.page().max(unit()))).subtract(start).max(BigInteger.ZERO);
  }

  private BigInteger backing() {
    BigInteger page = BigInteger.ONE.shiftLeft(BACKING_SHIFTS.get(selector.bus() / 4 % 4));
    return page.max(sight.page());
  }

  private static BigInteger less(BigInteger number) {
    return number.subtract(BigInteger.ONE).max(BigInteger.ZERO);
  }
}
