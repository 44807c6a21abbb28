package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.spaprtce.oracle.runtime.Value;

/**
 * User and bus addresses and sizes to send.
 *
 * <p>They are drawn from the edges of what is there: starts and ends of blocks, runs and windows, a
 * page or a byte beside them, and the ends of a word.
 */
final class Ranges {
  /**
   * A range of addresses; start and size are words, the sum need not be.
   *
   * @param start the first address
   * @param size bytes
   */
  record Range(BigInteger start, BigInteger size) {
    /** Takes the words of both numbers. */
    Range {
      start = Words.word(start);
      size = Words.word(size);
    }

    static Range of(Value value, String start) {
      return new Range(value.field(start).asBigInteger(), value.field("size").asBigInteger());
    }

    BigInteger end() {
      return start.add(size);
    }

    Range moved(BigInteger by) {
      return new Range(start.add(by), size);
    }

    Range longer(BigInteger by) {
      return new Range(start, size.add(by));
    }
  }

  private static final int EDGES = 8;

  private final BigInteger page;
  private final Selector selector;
  private final List<Range> blocks;
  private final List<Range> runs;
  private final List<Range> windows;
  private final BigInteger unit;

  Ranges(Sight sight, Selector selector, String process, String container) {
    this.page = sight.page();
    this.selector = selector;
    this.blocks = sight.blocks(process).stream().map(block -> Range.of(block, "ua")).toList();
    this.runs = sight.runs(container).stream().map(run -> Range.of(run, "iova")).toList();
    List<Value> found = sight.windows(container);
    this.windows = found.stream().map(window -> Range.of(window, "start")).toList();
    this.unit = Sight.unit(found, window());
  }

  private int window() {
    return selector.bus() / 32;
  }

  /** A block to register: mostly a new one, at times one that is there or something beside one. */
  Range newBlock() {
    return blocks.isEmpty() || selector.address() % 2 != 0 ? fresh() : beside();
  }

  /** A block to unregister: mostly one that is there. */
  Range knownBlock() {
    return blocks.isEmpty() || selector.address() % 8 == 7 ? fresh() : beside();
  }

  private Range fresh() {
    return new Range(freshAddress(selector.address() / 2), freshSize());
  }

  private Range beside() {
    Range block = blocks.get(selector.address() / 4 % blocks.size());
    return switch (selector.size() % 16) {
      case 0 -> block.moved(page);
      case 1 -> block.longer(page);
      case 2 -> block.longer(page.negate());
      case 3 -> new Range(block.end(), page);
      case 4 -> new Range(block.start().subtract(page), page);
      case 5 -> block.moved(page).longer(page.negate());
      case 6 -> block.moved(page.negate()).longer(page.shiftLeft(1));
      case 7 -> block.moved(BigInteger.ONE);
      default -> block;
    };
  }

  private BigInteger freshAddress(int choice) {
    return Words.word(
        switch (choice % 16) {
          case 8 -> Words.HALF.subtract(page);
          case 9 -> Words.HALF;
          case 10 -> page.negate();
          case 11 -> page.multiply(BigInteger.TWO).negate();
          case 12 -> page.multiply(BigInteger.valueOf(3)).negate();
          case 13 -> BigInteger.ONE.shiftLeft(21);
          case 14 -> page.add(BigInteger.ONE);
          case 15 -> Words.LAST;
          default -> page.multiply(BigInteger.valueOf(choice % 8));
        });
  }

  private BigInteger freshSize() {
    return Words.word(
        switch (selector.size() % 16) {
          case 0, 1, 2, 3, 4 -> page;
          case 5, 6, 7 -> page.shiftLeft(1);
          case 8, 9 -> page.multiply(BigInteger.valueOf(3));
          case 10 -> BigInteger.ZERO;
          case 11 -> page.subtract(BigInteger.ONE);
          case 12 -> page.negate();
          case 13 -> Words.HALF;
          case 14 -> BigInteger.ONE.shiftLeft(40);
          default -> BigInteger.ONE.shiftLeft(22);
        });
  }

  /** A user address inside a block, at its edges, or nowhere. */
  BigInteger userAddress() {
    if (blocks.isEmpty() || selector.address() % 16 == 15) {
      return freshAddress(selector.address() / 2);
    }
    Range block = blocks.get(selector.address() % blocks.size());
    return Words.word(
        switch (selector.address() / 4 % 8) {
          case 0 -> block.start().add(unit);
          case 1 -> block.end().subtract(unit);
          case 2 -> block.start().subtract(unit);
          case 3 -> block.start().add(BigInteger.ONE);
          default -> block.start();
        });
  }

  BigInteger mapSize() {
    return Words.word(
        switch (selector.size() % 16) {
          case 6, 7 -> unit.shiftLeft(1);
          case 8 -> unit.multiply(BigInteger.valueOf(3));
          case 9, 10 -> unit.max(page);
          case 11 -> page.shiftLeft(1);
          case 12 -> BigInteger.ZERO;
          case 13 -> unit.subtract(BigInteger.ONE);
          case 14 -> unit.negate();
          case 1, 15 -> blocks.isEmpty() ? page : blocks.getFirst().size();
          default -> unit;
        });
  }

  /** A bus address in a window, at its edges, or outside. */
  BigInteger busAddress(BigInteger size) {
    List<BigInteger> edges = new ArrayList<>();
    runs.stream()
        .limit(EDGES)
        .forEach(run -> {
          edges.add(run.start());
          edges.add(run.end());
        });
    if (!edges.isEmpty() && selector.bus() % 4 == 3) {
      return Words.word(edges.get(selector.bus() / 4 % edges.size()));
    }
    Range window =
        windows.isEmpty()
            ? new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(31))
            : windows.get(window() % windows.size());
    return Words.word(
        switch (selector.bus() % 32) {
          case 16 -> window.end().subtract(size);
          case 17 -> window.end().subtract(unit);
          case 18 -> window.end();
          case 20 -> window.start().subtract(unit);
          case 21 -> window.start().add(BigInteger.ONE);
          case 22 -> unit.negate();
          default -> window.start().add(unit.multiply(BigInteger.valueOf(selector.bus() % 8)));
        });
  }

  /** A range to unmap: mostly one that has TCEs, or a part of one, or a little more. */
  Range mapped() {
    if (runs.isEmpty() || selector.address() % 4 == 0) {
      BigInteger size = mapSize();
      return new Range(busAddress(size), size);
    }
    Range run = runs.get(selector.address() / 4 % runs.size());
    return switch (selector.size() % 8) {
      case 0 -> new Range(run.start(), unit);
      case 1 -> new Range(run.start().add(unit), unit);
      case 2 -> new Range(run.end().subtract(unit), twoUnits());
      case 3 -> new Range(run.start().subtract(unit), twoUnits());
      case 4 -> windows.get(window() % windows.size());
      case 5 -> run.moved(BigInteger.ONE);
      default -> run;
    };
  }

  /** Whether there is a block to run out of, and TCEs to clear by doing so. */
  boolean canRunOut() {
    return !blocks.isEmpty() && !runs.isEmpty();
  }

  BigInteger lastPageOfBlock() {
    return Words.word(blocks.get(selector.address() % blocks.size()).end().subtract(unit));
  }

  BigInteger mappedStart() {
    return runs.get(selector.bus() % runs.size()).start();
  }

  BigInteger twoUnits() {
    return unit.shiftLeft(1);
  }
}
