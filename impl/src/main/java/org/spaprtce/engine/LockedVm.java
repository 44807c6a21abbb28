package org.spaprtce.engine;

import java.math.BigInteger;

/**
 * The pages that are charged to a process. Not thread-safe: the lock R guards it.
 *
 * <p>The three parts are unsigned words. Each is exact; their sum may need more than a word, so it
 * is formed only for display, and a limit is compared by taking one part after the other from it.
 */
final class LockedVm {

  private long elsewhere;
  private long containers;
  private long blocks;

  /** Whether that many pages more stay within the limit; equality does. */
  boolean admits(long pages, long limitPages) {
    long left = limitPages;
    if (Words.less(left, elsewhere)) {
      return false;
    }
    left -= elsewhere;
    if (Words.less(left, containers)) {
      return false;
    }
    left -= containers;
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
   * Charges what belongs to a container: a table, or what ENABLE charges, less than 2^48 pages
   * each.
   */
  void chargeContainer(long pages) {
    containers += pages;
  }

  void unchargeContainer(long pages) {
    if (Words.less(containers, pages)) {
      throw new AssertionError("containers=" + containers + " pages=" + pages);
    }
    containers -= pages;
  }

  void setElsewhere(long pages) {
    elsewhere = pages;
  }

  long elsewhere() {
    return elsewhere;
  }

  BigInteger total() {
    return unsigned(elsewhere).add(unsigned(containers)).add(unsigned(blocks));
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }
}
