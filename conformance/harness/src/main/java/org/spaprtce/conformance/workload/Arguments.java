package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.List;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.oracle.runtime.Value;

/**
 * What a command sends.
 *
 * <p>Addresses and sizes are drawn by {@link Ranges}. Headers are mostly as they should be.
 */
final class Arguments {
  private static final long READ = 1;
  private static final long BOTH = 3;
  private static final long LAST_INT = (1L << Integer.SIZE) - 1;

  private final Sight sight;
  private final Selector selector;
  private final String container;
  private final Ranges ranges;

  Arguments(Sight sight, Selector selector, String process, String container) {
    this.sight = sight;
    this.selector = selector;
    this.container = container;
    this.ranges = new Ranges(sight, selector, process, container);
  }

  Value register(Target to) {
    Ranges.Range block = ranges.newBlock();
    return NormCommand.register(to, header(24, 0), block.start(), block.size());
  }

  Value unregister(Target to) {
    Ranges.Range block = ranges.knownBlock();
    return NormCommand.unregister(to, header(24, 0), block.start(), block.size());
  }

  Value map(Target to) {
    Header header = selector.header() == 7 ? new Header(true, 32, 0) : header(32, direction());
    if (selector.header() % 8 == 5 && ranges.canRunOut()) {
      return NormCommand.map(
          to, header, ranges.lastPageOfBlock(), ranges.mappedStart(), ranges.twoUnits());
    }
    BigInteger size = ranges.mapSize();
    return NormCommand.map(to, header, ranges.userAddress(), ranges.busAddress(size), size);
  }

  private long direction() {
    return selector.header() % 8 == 6 ? READ + selector.bus() % 2 : BOTH;
  }

  Value unmap(Target to) {
    Ranges.Range range = ranges.mapped();
    return NormCommand.unmap(to, header(24, 0), range.start(), range.size());
  }

  Value create(Target to) {
    List<Value> known =
        sight.constant("TableGroup").asMap().values().iterator().next().field("shifts").asList();
    long shift =
        switch (selector.bus() % 32) {
          case 0 -> 0;
          case 1 -> 13;
          case 2 -> 64;
          case 3 -> LAST_INT;
          default -> known.get(selector.bus() % known.size()).asLong();
        };
    long levels =
        switch (selector.address() % 16) {
          case 0 -> 0;
          case 1 -> 6;
          case 2 -> LAST_INT;
          case 3, 4, 5 -> 2;
          case 6 -> 5;
          default -> 1;
        };
    return NormCommand.create(to, header(40, 0), shift, windowSize(shift), levels);
  }

  private BigInteger windowSize(long shift) {
    int bits = (int) Math.min(shift, 34);
    BigInteger page = BigInteger.ONE.shiftLeft(bits);
    return switch (selector.size() % 32) {
      case 0 -> BigInteger.ZERO;
      case 1 -> page.multiply(BigInteger.valueOf(3));
      case 2 -> page.shiftRight(1);
      case 3 -> BigInteger.ONE.shiftLeft(31);
      case 4 -> BigInteger.ONE.shiftLeft(40);
      case 5 -> BigInteger.ONE.shiftLeft(54);
      case 6 -> Words.HALF;
      case 7 -> Words.LAST;
      case 8 -> BigInteger.ONE.shiftLeft(55);
      default -> page.shiftLeft(selector.size() % 5);
    };
  }

  Value remove(Target to) {
    List<Value> windows = sight.windows(container);
    if (windows.isEmpty() || selector.address() % 8 == 0) {
      return NormCommand.remove(to, header(16, 0), elsewhere());
    }
    Value window = windows.get(selector.address() % windows.size());
    BigInteger start = window.field("start").asBigInteger();
    return NormCommand.remove(
        to,
        header(16, 0),
        selector.address() % 8 == 1 ? start.add(window.field("page").asBigInteger()) : start);
  }

  private BigInteger elsewhere() {
    return switch (selector.size() % 4) {
      case 0 -> BigInteger.ZERO;
      case 1 -> sight.constant("SecondStart").asBigInteger();
      case 2 -> sight.page();
      default -> Words.LAST;
    };
  }

  Value setIommu(Target to) {
    long type =
        switch (selector.size() % 16) {
          case 0, 1, 2, 3 -> 2;
          case 4 -> 0;
          case 5 -> 1;
          case 6 -> LAST_INT;
          default -> 7;
        };
    return NormCommand.setIommu(to, type);
  }

  Value checkExtension(Target to) {
    return NormCommand.checkExtension(to, selector.size() == 63 ? LAST_INT : selector.size() % 10);
  }

  Value info(Target to) {
    long argsz =
        switch (selector.size() % 8) {
          case 0 -> 15;
          case 1 -> 16;
          case 2 -> 31;
          case 3 -> LAST_INT;
          default -> 32;
        };
    return NormCommand.info(
        to, new Header(selector.header() % 8 != 0, argsz, selector.header() % 2));
  }

  Value eeh(Target to) {
    long operation =
        switch (selector.size() % 16) {
          case 0 -> 10;
          case 1 -> LAST_INT;
          case 2, 3, 4 -> 9;
          default -> selector.size() % 9;
        };
    long argsz = selector.address() % 2 == 0 ? 40 : 12;
    Header header =
        switch (selector.header() % 16) {
          case 0 -> new Header(false, argsz, 0);
          case 1 -> new Header(true, 11, 0);
          case 2 -> new Header(true, argsz, 1);
          default -> new Header(true, argsz, 0);
        };
    return NormCommand.eeh(to, header, operation);
  }

  private Header header(long argsz, long flags) {
    return switch (selector.header() % 32) {
      case 0 -> new Header(false, argsz, flags);
      case 1 -> new Header(true, argsz - 1, flags);
      case 2 -> new Header(true, argsz, flags | 4);
      case 3 -> new Header(true, argsz, flags | 1L << (Integer.SIZE - 1));
      case 4 -> new Header(true, LAST_INT, flags);
      case 8 -> new Header(true, 0, flags);
      default -> new Header(true, argsz, flags);
    };
  }
}
