package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a recording tells about the addresses of a process: which can be pinned for writing, which
 * cannot, and what pages are behind them.
 *
 * <p>Pinning faults pages in for writing, so what decides is whether the mapping allows it: private
 * and shared memory, files and huge pages do when they are writable, memory that is read-only or
 * not accessible or not there does not. Memory that the recording does not speak about (the
 * program's own) is unknown.
 */
final class MemoryMap {
  /**
   * What can be said about an address.
   *
   * @param writable whether there is memory that can be written
   * @param huge whether huge pages back it
   */
  record Access(boolean writable, boolean huge) {
    /** Writable memory of ordinary pages. */
    static final Access WRITABLE = new Access(true, false);

    /** Writable memory of huge pages. */
    static final Access HUGE = new Access(true, true);

    /** No memory, or memory that cannot be written. */
    static final Access BARRED = new Access(false, false);
  }

  /** Whether a range can be pinned. */
  enum Pinnable {
    /** Every page of it can. */
    YES,
    /** Some page of it cannot. */
    NO,
    /** The recording does not tell. */
    UNKNOWN
  }

  private record Segment(BigInteger end, Access access) {}

  /** A range past any that a command can name. */
  private static final BigInteger END = BigInteger.ONE.shiftLeft(65);

  /** Addresses from here on are mapped only where a program asks for them. */
  private static final BigInteger DEFAULT_TOP = BigInteger.ONE.shiftLeft(47);

  private final NavigableMap<BigInteger, Segment> segments = new TreeMap<>();

  MemoryMap() {
    set(DEFAULT_TOP, END.subtract(DEFAULT_TOP), Access.BARRED);
  }

  /** Says something about a range and forgets what was said before. */
  void set(BigInteger start, BigInteger size, Access access) {
    forget(start, size);
    if (size.signum() > 0) {
      segments.put(start, new Segment(start.add(size), access));
    }
  }

  /** Says something about those parts of a range about which nothing was said. */
  void setWhereUnknown(BigInteger start, BigInteger size, Access access) {
    BigInteger end = start.add(size);
    BigInteger at = start;
    while (at.compareTo(end) < 0) {
      var known = segments.floorEntry(at);
      if (known != null && known.getValue().end().compareTo(at) > 0) {
        at = known.getValue().end();
      } else {
        BigInteger next = segments.higherKey(at);
        BigInteger to = next == null ? end : next.min(end);
        segments.put(at, new Segment(to, access));
        at = to;
      }
    }
  }

  /** Makes a range unknown. */
  void forget(BigInteger start, BigInteger size) {
    if (size.signum() <= 0) {
      return;
    }
    BigInteger end = start.add(size);
    split(start);
    split(end);
    segments.subMap(start, end).clear();
  }

  private void split(BigInteger at) {
    var entry = segments.lowerEntry(at);
    if (entry != null && entry.getValue().end().compareTo(at) > 0) {
      Segment segment = entry.getValue();
      segments.put(entry.getKey(), new Segment(at, segment.access()));
      segments.put(at, segment);
    }
  }

  /** Changes whether the memory of a range can be written, and not the pages behind it. */
  void protect(BigInteger start, BigInteger size, boolean writable) {
    if (size.signum() <= 0) {
      return;
    }
    BigInteger end = start.add(size);
    split(start);
    split(end);
    segments
        .subMap(start, end)
        .replaceAll((_, segment) ->
            new Segment(segment.end(), new Access(writable, segment.access().huge())));
    setWhereUnknown(start, size, new Access(writable, false));
  }

  /** Whether every page of a range can be pinned for writing. */
  Pinnable pinnable(BigInteger start, BigInteger size) {
    BigInteger end = start.add(size);
    BigInteger covered = BigInteger.ZERO;
    BigInteger first = segments.floorKey(start);
    var met = segments.subMap(first == null ? start : first, true, end, false);
    for (var entry : met.entrySet()) {
      BigInteger from = entry.getKey().max(start);
      BigInteger to = entry.getValue().end().min(end);
      if (from.compareTo(to) < 0) {
        if (!entry.getValue().access().writable()) {
          return Pinnable.NO;
        }
        covered = covered.add(to.subtract(from));
      }
    }
    return covered.equals(size) ? Pinnable.YES : Pinnable.UNKNOWN;
  }

  /** Whether a range is known to lie in huge pages only. */
  boolean huge(BigInteger start, BigInteger size) {
    BigInteger end = start.add(size);
    BigInteger at = start;
    while (at.compareTo(end) < 0) {
      var entry = segments.floorEntry(at);
      if (entry == null
          || !entry.getValue().access().huge()
          || entry.getValue().end().compareTo(at) <= 0) {
        return false;
      }
      at = entry.getValue().end();
    }
    return true;
  }
}
