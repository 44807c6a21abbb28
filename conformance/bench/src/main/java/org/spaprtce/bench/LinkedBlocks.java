package org.spaprtce.bench;

import org.jspecify.annotations.Nullable;

/**
 * Blocks in a linked list, the latest first, that is read without locks; every question walks it.
 */
final class LinkedBlocks implements Blocks {

  private volatile @Nullable Block head;

  @Override
  public @Nullable Block find(long address) {
    Block block = head;
    while (block != null && !block.holds(address)) {
      block = block.next;
    }
    return block;
  }

  @Override
  public @Nullable Block named(long start, long size) {
    Block block = head;
    while (block != null && !block.isNamed(start, size)) {
      block = block.next;
    }
    return block;
  }

  @Override
  public boolean overlaps(long start, long size) {
    Block block = head;
    while (block != null && !block.overlaps(start, size)) {
      block = block.next;
    }
    return block != null;
  }

  @Override
  public void add(Block block) {
    block.next = head;
    head = block;
  }

  @Override
  public void remove(Block gone) {
    Block before = null;
    Block block = head;
    while (block != null && !block.isNamed(gone.start, gone.size)) {
      before = block;
      block = block.next;
    }
    if (before == null) {
      head = gone.next;
    } else {
      before.next = gone.next;
    }
  }
}
