package org.spaprtce.platform;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;

/**
 * Where the bytes of a block are in physical memory. Immutable.
 *
 * <p>It is kept as runs, 16 bytes for each, or as one address for each page, 8 bytes, whichever is
 * smaller: a contiguous block costs one run, a scattered one 8 bytes a page.
 *
 * @clause DEV-1
 */
public final class PhysicalLayout {

  private final long size;

  /** For each piece, the physical address of its first byte. */
  private final long[] starts;

  /** For each piece, the bytes before it; empty where all pieces are pages. */
  private final long[] offsets;

  /** Binary logarithm of the pieces' bytes where all are pages. */
  private final int pageShift;

  private PhysicalLayout(long size, long[] starts, long[] offsets, int pageShift) {
    this.size = size;
    this.starts = starts;
    this.offsets = offsets;
    this.pageShift = pageShift;
  }

  /**
   * {@return a block that lies in some runs}
   *
   * @param runs the runs, in the order of the block's bytes, at least one; they are joined where
   *     one goes on in the next
   * @throws IllegalArgumentException if there is none, or if they add up to 2^64 bytes or more
   */
  public static PhysicalLayout ofRuns(List<PhysicalRun> runs) {
    var starts = new long[runs.size()];
    var offsets = new long[runs.size()];
    int count = 0;
    long size = 0;
    long end = 0;
    for (PhysicalRun run : runs) {
      if (count == 0 || !continues(end, run.start().value())) {
        starts[count] = run.start().value();
        offsets[count++] = size;
      }
      end = run.start().value() + run.size();
      size += run.size();
      Validate.isTrue(
          Long.compareUnsigned(size, run.size()) >= 0 && size != 0,
          "runs=%d pass 2^64",
          runs.size());
    }
    Validate.isTrue(count != 0, "runs=0");
    return compact(size, starts, offsets, count);
  }

  /**
   * {@return a block that consists of pages of one size}
   *
   * @param pageBytes bytes of a page, unsigned, a power of two
   * @param starts physical address of each page, in the order of the block's bytes, at least one
   * @throws IllegalArgumentException if the page is no power of two, if an address is no multiple
   *     of it, or if there are no pages or so many that they have 2^64 bytes or more
   */
  public static PhysicalLayout ofPages(long pageBytes, long... starts) {
    Validate.isTrue(
        Long.bitCount(pageBytes) == 1,
        "pageBytes=%s is not a power of two",
        Long.toUnsignedString(pageBytes));
    Validate.isTrue(
        starts.length != 0 && starts.length <= Long.divideUnsigned(-1, pageBytes),
        "pages=%d pageBytes=%#x",
        starts.length,
        pageBytes);
    int runs = 1;
    for (int i = 0; i < starts.length; i++) {
      if ((starts[i] & (pageBytes - 1)) != 0) {
        throw new IllegalArgumentException(
            "start=0x%x is not a multiple of pageBytes=0x%x".formatted(starts[i], pageBytes));
      }
      runs += i > 0 && !continues(starts[i - 1] + pageBytes, starts[i]) ? 1 : 0;
    }
    long size = starts.length * pageBytes;
    int pageShift = Long.numberOfTrailingZeros(pageBytes);
    if (2L * runs >= starts.length) {
      return new PhysicalLayout(size, starts.clone(), new long[0], pageShift);
    }
    var firsts = new long[runs];
    var offsets = new long[runs];
    int count = 0;
    for (int i = 0; i < starts.length; i++) {
      if (i == 0 || !continues(starts[i - 1] + pageBytes, starts[i])) {
        firsts[count] = starts[i];
        offsets[count++] = i * pageBytes;
      }
    }
    return new PhysicalLayout(size, firsts, offsets, 0);
  }

  /** Whether a piece that ends before one address and one that begins at another are one run. */
  private static boolean continues(long end, long start) {
    return end == start && start != 0;
  }

  /** Leaves out the offsets where all runs but the last, which may be shorter, are of one size. */
  private static PhysicalLayout compact(long size, long[] starts, long[] offsets, int count) {
    long[] exact = count == starts.length ? starts : Arrays.copyOf(starts, count);
    long step = count > 1 ? offsets[1] : 0;
    boolean even =
        Long.bitCount(step) == 1 && Long.compareUnsigned(size - offsets[count - 1], step) <= 0;
    for (int i = 1; i < count && even; i++) {
      even = offsets[i] == i * step;
    }
    return even
        ? new PhysicalLayout(size, exact, new long[0], Long.numberOfTrailingZeros(step))
        : new PhysicalLayout(size, exact, Arrays.copyOf(offsets, count), 0);
  }

  /** {@return the bytes of the block, unsigned, not zero} */
  public long size() {
    return size;
  }

  /**
   * {@return where a byte of the block lies}
   *
   * @param offset bytes from the start of the block, unsigned
   * @throws IllegalArgumentException if the byte is not in the block
   * @clause DEV-1
   */
  public HostPhysicalAddress at(long offset) {
    if (Long.compareUnsigned(offset, size) >= 0) {
      throw new IllegalArgumentException("offset=0x%x size=0x%x".formatted(offset, size));
    }
    int piece = offsets.length == 0 ? (int) (offset >>> pageShift) : floor(offset);
    return new HostPhysicalAddress(starts[piece] + (offset - offset(piece)));
  }

  /**
   * {@return the pieces of the block in order, at least one; two of them may continue each other}
   *
   * <p>The list cannot be modified; its elements are made when they are asked for.
   */
  public List<PhysicalRun> runs() {
    return new Runs();
  }

  private long offset(int piece) {
    return offsets.length == 0 ? (long) piece << pageShift : offsets[piece];
  }

  /** The last piece that begins at or before an offset. */
  private int floor(long offset) {
    int low = 0;
    int high = offsets.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Long.compareUnsigned(offsets[middle], offset) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The pieces, made when they are asked for. */
  private final class Runs extends AbstractList<PhysicalRun> implements RandomAccess {
    @Override
    public PhysicalRun get(int index) {
      long end = index + 1 == starts.length ? size : offset(index + 1);
      return new PhysicalRun(new HostPhysicalAddress(starts[index]), end - offset(index));
    }

    @Override
    public int size() {
      return starts.length;
    }
  }
}
