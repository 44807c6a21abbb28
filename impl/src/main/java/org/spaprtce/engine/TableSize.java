package org.spaprtce.engine;

import org.spaprtce.DmaWindow;

/**
 * What a TCE table costs: its levels, and a mirror of the same shape for user addresses.
 *
 * <p>Shift, size and levels are those of the window: binary logarithm of its page, bytes, number of
 * levels. Sizes are below 2^55 pages, so nothing overflows.
 */
final class TableSize {

  private static final long ENTRY_BYTES = 8;
  private static final long LEAST_TABLE = 4096;

  private final long pageSize;

  /**
   * The costs on a host.
   *
   * @param pageSize bytes of a page of the host
   */
  TableSize(long pageSize) {
    this.pageSize = pageSize;
  }

  private static int log2(long word) {
    return word == 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(word);
  }

  private static int entryBits(int shift, long size) {
    return Math.max(0, log2(size) - shift);
  }

  /** Bytes of one table of a level. */
  long levelBytes(int shift, long size, int levels) {
    int bits = (entryBits(shift, size) + levels - 1) / levels;
    return Math.max(ENTRY_BYTES << bits, pageSize);
  }

  /** Pages that a table and its mirror are charged. */
  long pages(int shift, long size, int levels) {
    long level = levelBytes(shift, size, levels);
    long lowest = Math.max(LEAST_TABLE, ENTRY_BYTES << entryBits(shift, size));
    long all = 0;
    for (int n = 0; n < levels; n++) {
      all += Math.ceilDiv(lowest, level) * level;
      lowest = Math.max(ENTRY_BYTES * (lowest / level), level);
    }
    return 2 * all / pageSize;
  }

  /** Whether the levels would translate more address bits than a table may. */
  boolean tooWide(int shift, long size, int levels) {
    int bits = log2(levelBytes(shift, size, levels) / ENTRY_BYTES);
    return bits * levels + shift >= DmaWindow.TABLE_ADDRESS_BITS;
  }
}
