package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The registered blocks of a process at one moment, in ascending order. Immutable: a change makes a
 * new index, which shares all but one or two leaves with the old one.
 *
 * <p>Blocks are apart and none ends at or past 2^64.
 */
final class RegionIndex {

  /** The index of no blocks. */
  static final RegionIndex EMPTY = new RegionIndex(new Leaf[0]);

  /** Most blocks of a leaf. A change copies a leaf and the directory, so both should be short. */
  static final int LEAF = 128;

  /** Some consecutive blocks, at least one. */
  private static final class Leaf {
    final long[] starts;
    final Region[] regions;
    final long density;

    Leaf(Region[] regions) {
      this.regions = regions;
      this.starts = new long[regions.length];
      for (int i = 0; i < regions.length; i++) {
        starts[i] = regions[i].start();
      }
      this.density = Words.density(starts, starts.length);
    }

    int size() {
      return regions.length;
    }

    /** The place of the block with the greatest start that is not above the address, or -1. */
    int floor(long address) {
      return Words.floor(starts, starts.length, address, density);
    }
  }

  private final Leaf[] leaves;

  /** The first address of each leaf. */
  private final long[] firsts;

  private final long density;

  private RegionIndex(Leaf[] leaves) {
    this.leaves = leaves;
    this.firsts = new long[leaves.length];
    for (int i = 0; i < leaves.length; i++) {
      firsts[i] = leaves[i].starts[0];
    }
    this.density = Words.density(firsts, firsts.length);
  }

  /** The block that holds the address, or null. */
  @Nullable Region find(long address) {
    Region below = floor(address);
    return below != null && below.holds(address) ? below : null;
  }

  /** The block with exactly this start and size, or null. */
  @Nullable Region named(long start, long size) {
    Region below = floor(start);
    return below != null && below.start() == start && below.size() == size ? below : null;
  }

  /** Whether a block shares an address with the range, which is not empty and ends below 2^64. */
  boolean overlaps(long start, long size) {
    Region below = floor(start + size - 1);
    return below != null && Words.overlap(start, size, below.start(), below.size());
  }

  /** The blocks in ascending order. */
  List<Region> regions() {
    var all = new ArrayList<Region>();
    for (Leaf leaf : leaves) {
      all.addAll(Arrays.asList(leaf.regions));
    }
    return all;
  }

  /** This index with a block that overlaps none of it. */
  RegionIndex with(Region region) {
    if (leaves.length == 0) {
      return new RegionIndex(new Leaf[] {new Leaf(new Region[] {region})});
    }
    int l = Math.max(0, floorLeaf(region.start()));
    Leaf leaf = leaves[l];
    int place = leaf.floor(region.start()) + 1;
    var wider = new Region[leaf.size() + 1];
    System.arraycopy(leaf.regions, 0, wider, 0, place);
    wider[place] = region;
    System.arraycopy(leaf.regions, place, wider, place + 1, leaf.size() - place);
    if (wider.length <= LEAF) {
      return replaced(l, l + 1, new Leaf(wider));
    }
    // Blocks are often registered in ascending order: then a full leaf stays full.
    int cut = l == leaves.length - 1 && place == leaf.size() ? LEAF : wider.length / 2;
    return replaced(
        l,
        l + 1,
        new Leaf(Arrays.copyOfRange(wider, 0, cut)),
        new Leaf(Arrays.copyOfRange(wider, cut, wider.length)));
  }

  /** This index without a block of it. */
  RegionIndex without(Region region) {
    int l = floorLeaf(region.start());
    Leaf leaf = leaves[l];
    int place = leaf.floor(region.start());
    if (leaf.regions[place] != region) {
      throw new AssertionError(
          "start=" + Long.toHexString(region.start()) + " is not in the index");
    }
    if (leaf.size() == 1) {
      return replaced(l, l + 1);
    }
    var narrower = new Region[leaf.size() - 1];
    System.arraycopy(leaf.regions, 0, narrower, 0, place);
    System.arraycopy(leaf.regions, place + 1, narrower, place, narrower.length - place);
    if (l + 1 < leaves.length && narrower.length + leaves[l + 1].size() <= LEAF / 2) {
      return replaced(l, l + 2, joined(narrower, leaves[l + 1].regions));
    }
    return replaced(l, l + 1, new Leaf(narrower));
  }

  /** This index with those of its blocks that are to stay; leaves that lose none are shared. */
  RegionIndex retaining(Predicate<Region> stays) {
    var kept = new ArrayList<Leaf>();
    for (Leaf leaf : leaves) {
      Region[] staying = Arrays.stream(leaf.regions).filter(stays).toArray(Region[]::new);
      if (staying.length == leaf.size()) {
        kept.add(leaf);
      } else if (staying.length != 0) {
        kept.add(new Leaf(staying));
      }
    }
    return new RegionIndex(kept.toArray(Leaf[]::new));
  }

  private static Leaf joined(Region[] left, Region[] right) {
    Region[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return new Leaf(both);
  }

  /** The block with the greatest start that is not above the address, or null. */
  private @Nullable Region floor(long address) {
    int l = floorLeaf(address);
    if (l < 0) {
      return null;
    }
    Leaf leaf = leaves[l];
    return leaf.regions[leaf.floor(address)];
  }

  /** The number of the last leaf that begins at or before the address, or -1. */
  private int floorLeaf(long address) {
    return Words.floor(firsts, firsts.length, address, density);
  }

  /** This index with other leaves in the places [from, to). */
  private RegionIndex replaced(int from, int to, Leaf... fresh) {
    var next = new Leaf[leaves.length - (to - from) + fresh.length];
    System.arraycopy(leaves, 0, next, 0, from);
    System.arraycopy(fresh, 0, next, from, fresh.length);
    System.arraycopy(leaves, to, next, from + fresh.length, leaves.length - to);
    return new RegionIndex(next);
  }
}
