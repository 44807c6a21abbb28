package org.spaprtce.engine;

import java.math.BigInteger;

/**
 * The pages that are charged to a process. Not thread-safe: the registration lock of {@link
 * AddressSpace} guards it.
 *
 * <p>The three parts are unsigned words. Each is exact; their sum may need more than a word, so it
 * is formed only for display, and a limit is compared by taking one part after the other from it.
 */
final class LockedVm {

  private long elsewhere;
  private long tables;
  private long blocks;

  /** Whether that many pages more stay within the limit; equality does. */
  boolean admits(long pages, long limitPages) {
    long left = limitPages;
    if (Words.less(left, elsewhere)) {
      return false;
    }
    left -= elsewhere;
    if (Words.less(left, tables)) {
      return false;
    }
    left -= tables;
    if (Words.less(left, blocks)) {
      return false;
    }
    left -= blocks;
    return !Words.less(left, pages);
  }

  /** Charges a block. Blocks are apart, so their pages fit a word. */
  void chargeBlock(long pages) {
    blocks += pages;
  }

  void unchargeBlock(long pages) {
    if (Words.less(blocks, pages)) {
      throw new AssertionError("blocks=" + blocks + " pages=" + pages);
    }
    blocks -= pages;
  }

  /**
   * Charges a table.
   *
   * @throws IllegalArgumentException if the tables would pass 2^64 pages
   */
  void chargeTable(long pages) {
    if (Words.less(tables + pages, pages)) {
      throw new IllegalArgumentException(
          "tablePages=%s tables=%s"
              .formatted(Long.toUnsignedString(pages), Long.toUnsignedString(tables)));
    }
    tables += pages;
  }

  void setElsewhere(long pages) {
    elsewhere = pages;
  }

  long elsewhere() {
    return elsewhere;
  }

  BigInteger total() {
    return unsigned(elsewhere).add(unsigned(tables)).add(unsigned(blocks));
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }
}
