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
  static final RegionIndex EMPTY = new RegionIndex(new Leaf[0], new long[0]);

  /** Most blocks of a leaf. A change copies a leaf and the directory, so both should be short. */
  static final int LEAF = 128;

  /**
   * Some consecutive blocks, at least one, and their starts: copies need not look at the blocks.
   */
  private static final class Leaf {
    final long[] starts;
    final Region[] regions;
    final long density;

    Leaf(long[] starts, Region[] regions) {
      this.starts = starts;
      this.regions = regions;
      this.density = Words.density(starts, starts.length);
    }

    int size() {
      return regions.length;
    }

    /** The place of the block with the greatest start that is not above the address, or -1. */
    int floor(long address) {
      return Words.floor(starts, starts.length, address, density);
    }

    /** These blocks with another one before that of a place. */
    Leaf with(int place, Region region) {
      return new Leaf(
          replaced(starts, place, place, region.start()),
          replaced(regions, place, place, new Region[] {region}));
    }

    /** These blocks without that of a place, which is not the only one. */
    Leaf without(int place) {
      return new Leaf(
          replaced(starts, place, place + 1), replaced(regions, place, place + 1, new Region[0]));
    }

    /** The blocks in the places [from, to). */
    Leaf part(int from, int to) {
      return new Leaf(Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(regions, from, to));
    }

    /** These blocks and those of the next leaf. */
    Leaf joined(Leaf next) {
      return new Leaf(
          replaced(starts, size(), size(), next.starts),
          replaced(regions, size(), size(), next.regions));
    }
  }

  private final Leaf[] leaves;

  /** The first address of each leaf. */
  private final long[] firsts;

  private final long density;

  private RegionIndex(Leaf[] leaves, long[] firsts) {
    this.leaves = leaves;
    this.firsts = firsts;
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
      return replaced(0, 0, new Leaf(new long[] {region.start()}, new Region[] {region}));
    }
    int l = Math.max(0, floorLeaf(region.start()));
    int place = leaves[l].floor(region.start()) + 1;
    Leaf wider = leaves[l].with(place, region);
    if (wider.size() <= LEAF) {
      return replaced(l, l + 1, wider);
    }
    // Blocks are often registered in ascending order: then a full leaf stays full.
    int cut = l == leaves.length - 1 && place == LEAF ? LEAF : wider.size() / 2;
    return replaced(l, l + 1, wider.part(0, cut), wider.part(cut, wider.size()));
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
    Leaf narrower = leaf.without(place);
    return l + 1 < leaves.length && narrower.size() + leaves[l + 1].size() <= LEAF / 2
        ? replaced(l, l + 2, narrower.joined(leaves[l + 1]))
        : replaced(l, l + 1, narrower);
  }

  /** This index with those of its blocks that are to stay; leaves that lose none are shared. */
  RegionIndex retaining(Predicate<Region> stays) {
    var kept = new ArrayList<Leaf>();
    for (Leaf leaf : leaves) {
      Region[] staying = Arrays.stream(leaf.regions).filter(stays).toArray(Region[]::new);
      if (staying.length == leaf.size()) {
        kept.add(leaf);
      } else if (staying.length != 0) {
        kept.add(new Leaf(Arrays.stream(staying).mapToLong(Region::start).toArray(), staying));
      }
    }
    return EMPTY.replaced(0, 0, kept.toArray(Leaf[]::new));
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
    var starts = new long[fresh.length];
    for (int i = 0; i < fresh.length; i++) {
      starts[i] = fresh[i].starts[0];
    }
    return new RegionIndex(replaced(leaves, from, to, fresh), replaced(firsts, from, to, starts));
  }

  /** A copy of an array with other elements in the places [from, to). */
  private static <T> T[] replaced(T[] old, int from, int to, T[] fresh) {
    T[] next = Arrays.copyOf(old, old.length - (to - from) + fresh.length);
    System.arraycopy(fresh, 0, next, from, fresh.length);
    System.arraycopy(old, to, next, from + fresh.length, old.length - to);
    return next;
  }

  /** The same for words. */
  private static long[] replaced(long[] old, int from, int to, long... fresh) {
    long[] next = Arrays.copyOf(old, old.length - (to - from) + fresh.length);
    System.arraycopy(fresh, 0, next, from, fresh.length);
    System.arraycopy(old, to, next, from + fresh.length, old.length - to);
    return next;
  }
}
