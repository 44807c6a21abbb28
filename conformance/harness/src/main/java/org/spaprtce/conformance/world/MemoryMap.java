package org.spaprtce.conformance.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a process: where memory is mapped, where there is none, and where the recording
 * does not tell.
 *
 * <p>Ranges are bytes; the caller rounds them to pages where the system call does.
 */
public final class MemoryMap {
  /** What is known about a range of addresses. */
  sealed interface Span {}

  /** The recording does not tell. */
  private record Untold() implements Span {}

  /** Nothing is mapped. */
  private record Hole() implements Span {}

  /**
   * Memory.
   *
   * @param contents its bytes
   * @param shift the offset in the contents of an address is the address minus this
   * @param access what the process may do with it, and how it is backed
   * @param present whether its pages are there; else it is not told whether they can be got
   * @param locked whether it is locked
   */
  private record Mapping(
      Contents contents, BigInteger shift, Access access, boolean present, boolean locked)
      implements Span {
    private Mapping with(Access other) {
      return new Mapping(contents, shift, other, present, locked);
    }

    private Mapping locked(boolean now) {
      return new Mapping(contents, shift, access, present, now);
    }

    private Mapping nowPresent() {
      return new Mapping(contents, shift, access, true, locked);
    }
  }

  /**
   * What a process may do with memory, and how it is backed.
   *
   * @param readable whether it can be read
   * @param writable whether it can be written, and so pinned
   * @param huge whether huge pages back it
   * @param shared whether a child shares it and advice does not empty it
   */
  public record Access(boolean readable, boolean writable, boolean huge, boolean shared) {}

  /** Whether something can be done with a whole range. */
  public enum Answer {
    /** With every byte of it. */
    YES,
    /** Not with all of it. */
    NO,
    /** The recording does not tell. */
    UNTOLD
  }

  /** A range past any that a command can name. */
  private static final BigInteger END = BigInteger.ONE.shiftLeft(66);

  private static final Untold UNTOLD = new Untold();
  private static final Hole HOLE = new Hole();

  /** What begins at an address and goes on to the next one. */
  private final NavigableMap<BigInteger, Span> spans = new TreeMap<>();

  /** The sum of what is locked, bytes. */
  private BigInteger locked = BigInteger.ZERO;

  /** The stretch that was looked at last; null if something has changed since. */
  private @Nullable Stretch last;

  private MemoryMap() {
    spans.put(BigInteger.ZERO, UNTOLD);
    spans.put(END, HOLE);
  }

  /** Addresses of which nothing is told. */
  public static MemoryMap untold() {
    return new MemoryMap();
  }

  /** Says that nothing is mapped in a range. */
  public void unmap(BigInteger start, BigInteger size) {
    set(start, size, HOLE);
  }

  /** Maps memory full of zeros. Huge pages are not there yet, and there may be none left. */
  public void map(BigInteger start, BigInteger size, Access access) {
    set(start, size, new Mapping(new Contents(), start, access, !access.huge(), false));
  }

  /** The pages of a range have been got. */
  public void present(BigInteger start, BigInteger size) {
    if (!isPresent(start, size)) {
      change(start, size, Mapping::nowPresent);
    }
  }

  /** Whether there is memory in all of a range, and its pages have been got. */
  public boolean isPresent(BigInteger start, BigInteger size) {
    return leading(start, size, span -> span instanceof Mapping m && m.present).equals(size);
  }

  private void set(BigInteger start, BigInteger size, Span span) {
    if (size.signum() > 0) {
      locked = locked.subtract(lockedWithin(start, size));
      within(start, size).clear();
      spans.put(start, span);
      join(start, size);
      last = null;
    }
  }

  /** The spans of a range, cut to fit. */
  private NavigableMap<BigInteger, Span> within(BigInteger start, BigInteger size) {
    BigInteger end = start.add(size);
    cut(start);
    cut(end);
    return spans.subMap(start, true, end, false);
  }

  private void cut(BigInteger at) {
    spans.putIfAbsent(at, spans.floorEntry(at).getValue());
  }

  private void change(BigInteger start, BigInteger size, Function<Mapping, Mapping> how) {
    if (size.signum() > 0) {
      within(start, size).replaceAll((_, span) -> span instanceof Mapping m ? how.apply(m) : span);
      join(start, size);
      last = null;
    }
  }

  /** Takes away the bounds from the start to the end of a range that part nothing. */
  private void join(BigInteger start, BigInteger size) {
    Map.Entry<BigInteger, Span> before = spans.lowerEntry(start);
    Span last = before == null ? null : before.getValue();
    Iterator<Span> from = spans.subMap(start, true, start.add(size), true).values().iterator();
    while (from.hasNext()) {
      Span next = from.next();
      if (next.equals(last)) {
        from.remove();
      }
      last = next;
    }
  }

  /** Changes what the process may do with the memory of a range. */
  public void protect(BigInteger start, BigInteger size, boolean readable, boolean writable) {
    change(
        start,
        size,
        m -> m.with(new Access(readable, writable, m.access.huge(), m.access.shared())));
  }

  /** Locks or unlocks the memory of a range, up to its first hole; huge pages are never locked. */
  public void lock(BigInteger start, BigInteger size, boolean now) {
    BigInteger upTo = leading(start, size);
    BigInteger before = lockedWithin(start, upTo);
    change(start, upTo, m -> m.locked(now && !m.access.huge()));
    locked = locked.subtract(before).add(lockedWithin(start, upTo));
  }

  /** Replaces the private pages of a range by zeros, as MADV_DONTNEED does. */
  public void empty(BigInteger start, BigInteger size) {
    change(
        start,
        size,
        m ->
            m.access.shared() || m.locked
                ? m
                : new Mapping(new Contents(), m.shift, m.access, !m.access.huge(), false));
  }

  /** Bytes that are locked. */
  public BigInteger lockedBytes() {
    return locked;
  }

  /** Bytes of a range that are locked. */
  public BigInteger lockedWithin(BigInteger start, BigInteger size) {
    BigInteger sum = BigInteger.ZERO;
    for (Piece piece : pieces(start, size)) {
      if (piece.span instanceof Mapping m && m.locked) {
        sum = sum.add(piece.size);
      }
    }
    return sum;
  }

  /**
   * Addresses about which the same is known.
   *
   * @param end the address behind the last one; null if there is none
   */
  private record Stretch(BigInteger start, @Nullable BigInteger end, Span span) {
    boolean has(BigInteger at) {
      return start.compareTo(at) <= 0 && reaches(at) && !at.equals(end);
    }

    boolean reaches(BigInteger at) {
      return end == null || end.compareTo(at) >= 0;
    }
  }

  /** The stretch that an address lies in. What a process asks for next mostly lies there, too. */
  private Stretch stretch(BigInteger at) {
    Stretch known = last;
    if (known == null || !known.has(at)) {
      Map.Entry<BigInteger, Span> from = spans.floorEntry(at);
      known = new Stretch(from.getKey(), spans.higherKey(at), from.getValue());
      last = known;
    }
    return known;
  }

  private record Piece(BigInteger start, BigInteger size, Span span) {}

  private List<Piece> pieces(BigInteger start, BigInteger size) {
    List<Piece> pieces = new ArrayList<>();
    BigInteger end = start.add(size);
    for (BigInteger at = start; at.compareTo(end) < 0; ) {
      Stretch here = stretch(at);
      BigInteger to = here.end == null || here.reaches(end) ? end : here.end;
      pieces.add(new Piece(at, to.subtract(at), here.span));
      at = to;
    }
    return pieces;
  }

  /** How many leading bytes of a range may be mapped. */
  public BigInteger leading(BigInteger start, BigInteger size) {
    return leading(start, size, span -> !(span instanceof Hole));
  }

  private BigInteger leading(BigInteger start, BigInteger size, Predicate<Span> wanted) {
    BigInteger end = start.add(size);
    BigInteger at = start;
    while (at.compareTo(end) < 0) {
      Stretch here = stretch(at);
      if (!wanted.test(here.span)) {
        return at.subtract(start);
      }
      if (here.end == null || here.reaches(end)) {
        return size;
      }
      at = here.end;
    }
    return size;
  }

  /** How many leading bytes of a range can surely be pinned for writing. */
  public BigInteger surelyPinnable(BigInteger start, BigInteger size) {
    return leading(
        start, size, span -> span instanceof Mapping m && m.access.writable() && m.present);
  }

  /** How many leading bytes of a range can perhaps be pinned for writing. */
  public BigInteger perhapsPinnable(BigInteger start, BigInteger size) {
    return leading(
        start,
        size,
        span -> span instanceof Untold || (span instanceof Mapping m && m.access.writable()));
  }

  /** Whether a range can be read. */
  public Answer readable(BigInteger start, BigInteger size) {
    Answer answer = Answer.YES;
    for (Piece piece : pieces(start, size)) {
      if (piece.span instanceof Hole || (piece.span instanceof Mapping m && !m.access.readable())) {
        return Answer.NO;
      }
      if (piece.span instanceof Untold) {
        answer = Answer.UNTOLD;
      }
    }
    return answer;
  }

  /** Whether huge pages back all of a range. */
  public boolean huge(BigInteger start, BigInteger size) {
    return leading(start, size, span -> span instanceof Mapping m && m.access.huge()).equals(size);
  }

  /** Writes bytes where there is memory; null makes them unknown. */
  public void write(BigInteger start, long size, byte @Nullable [] bytes) {
    Frames.of(this, start, BigInteger.valueOf(size)).write(0, size, bytes);
  }

  /** Sets every byte of a range to one value. */
  public void fill(BigInteger start, BigInteger size, byte value) {
    for (Piece piece : pieces(start, size)) {
      if (piece.span instanceof Mapping m) {
        m.contents.fill(
            piece.start.subtract(m.shift).longValueExact(), piece.size.longValueExact(), value);
      }
    }
  }

  /** Bytes of a range; null if any of them is unknown. */
  public byte @Nullable [] read(BigInteger start, int size) {
    return Frames.of(this, start, BigInteger.valueOf(size)).read(0, size);
  }

  /** The memory of a child: shared memory is shared, the rest is copied and nothing is locked. */
  public MemoryMap fork() {
    MemoryMap child = new MemoryMap();
    IdentityHashMap<Contents, Contents> copies = new IdentityHashMap<>();
    spans.forEach((start, span) ->
        child.spans.put(
            start,
            span instanceof Mapping m
                ? new Mapping(
                    m.access.shared()
                        ? m.contents
                        : copies.computeIfAbsent(m.contents, Contents::copy),
                    m.shift,
                    m.access,
                    m.access.shared() || !m.access.huge(),
                    false)
                : span));
    return child;
  }

  /** The memory behind a range now, piece by piece; what is no memory has no contents. */
  void visit(BigInteger start, BigInteger size, Visitor visitor) {
    for (Piece piece : pieces(start, size)) {
      if (piece.span instanceof Mapping m) {
        visitor.piece(piece.size, m.contents, piece.start.subtract(m.shift).longValueExact());
      } else {
        visitor.piece(piece.size, null, 0);
      }
    }
  }

  /** Takes pieces of memory. */
  interface Visitor {
    /** A piece; its contents are null if it is not known. */
    void piece(BigInteger size, @Nullable Contents contents, long offset);
  }
}
