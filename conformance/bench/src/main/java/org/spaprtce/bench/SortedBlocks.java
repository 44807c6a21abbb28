package org.spaprtce.bench;

import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Blocks in a sorted map of the standard library, by their starts.
 *
 * @param map empty, in the order of unsigned words
 */
record SortedBlocks(NavigableMap<Long, Block> map) implements Blocks {

  @Override
  public @Nullable Block find(long address) {
    Map.Entry<Long, Block> below = map.floorEntry(address);
    return below != null && below.getValue().holds(address) ? below.getValue() : null;
  }

  @Override
  public @Nullable Block named(long start, long size) {
    Block block = map.get(start);
    return block != null && block.isNamed(start, size) ? block : null;
  }

  @Override
  public boolean overlaps(long start, long size) {
    Map.Entry<Long, Block> below = map.floorEntry(start + size - 1);
    return below != null && below.getValue().overlaps(start, size);
  }

  @Override
  public void add(Block block) {
    map.put(block.start, block);
  }

  @Override
  public void remove(Block block) {
    map.remove(block.start);
  }
}
