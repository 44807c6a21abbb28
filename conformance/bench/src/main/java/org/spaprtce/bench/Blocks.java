package org.spaprtce.bench;

import org.jspecify.annotations.Nullable;

/** The registered blocks of a process, which are apart. */
interface Blocks {

  /** {@return the block that holds an address, or null} */
  @Nullable Block find(long address);

  /** {@return the block of exactly this start and size, or null} */
  @Nullable Block named(long start, long size);

  /** {@return whether a block shares an address with a range, which ends below 2^64} */
  boolean overlaps(long start, long size);

  /** Adds a block that overlaps none. */
  void add(Block block);

  /** Removes a block that is there. */
  void remove(Block block);
}
