package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.oracle.runtime.IntValue;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.platform.PhysicalRun;

/**
 * Where the pages are that the norm calls by a name.
 *
 * <p>Each name has a place of its own, scattered over all physical memory, so that pages of another
 * block, of another process or of an earlier pin are never taken for these.
 */
final class HostPages {
  private static final long SCATTER = 0x9E3779B97F4A7C15L;
  private static final long ALIGNED = -1L << 30;

  private HostPages() {}

  /** The physical address of the first byte. */
  static long first(Value frames) {
    long name =
        frames instanceof IntValue number
            ? number.asBigInteger().longValue()
            : frames.toString().hashCode();
    return name * SCATTER & ALIGNED;
  }

  /** The physical address of a byte, counted from the first. */
  static BigInteger address(Value frames, BigInteger offset) {
    return BigInteger.valueOf(first(frames)).add(offset).and(UnsignedWords.LAST);
  }

  /** The runs of so many bytes from a byte on; they are two where physical memory ends between. */
  static List<PhysicalRun> runs(long start, long size) {
    List<PhysicalRun> runs = new ArrayList<>();
    long below = -start;
    if (start != 0 && Long.compareUnsigned(below, size) < 0) {
      runs.add(new PhysicalRun(new HostPhysicalAddress(start), below));
      runs.add(new PhysicalRun(new HostPhysicalAddress(0), size - below));
    } else {
      runs.add(new PhysicalRun(new HostPhysicalAddress(start), size));
    }
    return runs;
  }
}
