package org.spaprtce.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.PinCounts.Stretch;

/**
 * The memory of this process on Linux, pinned by {@code mlock}.
 *
 * <p>Locks do not nest: one {@code munlock} ends them all. So this port counts how often each page
 * is pinned, unlocks it with the last pin, and expects that nobody else locks memory that it pins.
 * A pin locks whole pages and takes part in Linux's own accounting: VmLck grows by the pages that
 * were not pinned before. A page must be mapped and writable; what is refused is left unlocked.
 *
 * <p>Linux does not count reserved huge pages, which stay in memory by themselves, in VmLck.
 *
 * <p>A locked page is never swapped out, but Linux may move it to another frame. So physical
 * addresses are those of the moment of pinning: good for tests, not for a real device.
 *
 * <p>Memory may be unmapped while it is pinned, which unlocks it; giving it back does nothing then.
 *
 * @clause REG-6 MAP-12
 */
public final class LinuxHostMemory implements HostMemory {

  /** Where the sizes of pages and their physical addresses come from. */
  public enum Placement {
    /**
     * Asked of Linux in each pin: the sizes in {@code /proc/self/smaps}, and the frames in {@code
     * /proc/self/pagemap} if that is permitted, which takes CAP_SYS_ADMIN; else physical addresses
     * are those of {@link #ASSUMED}.
     */
    OBSERVED,

    /** All pages are ordinary ones, and physical addresses are the user addresses. */
    ASSUMED
  }

  private final Placement placement;
  private final Path mappings;
  private final long page = LinuxProcess.pageSize();
  private final PageMap pageMap = new PageMap(page);
  private final boolean seesFrames;

  private final PinCounts counts = new PinCounts();
  private final Set<PinnedBlock> pinned = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Creates the port; one is enough for a process, and two must not pin the same page.
   *
   * @param placement where sizes of pages and physical addresses come from
   * @throws UnsupportedOperationException if this is not Linux 5.14 or newer
   */
  public LinuxHostMemory(Placement placement) {
    this(placement, LinuxProcess.MAPPINGS);
  }

  /** The same with the sizes of pages from another file. */
  LinuxHostMemory(Placement placement, Path mappings) {
    this.placement = placement;
    this.mappings = mappings;
    try (Arena arena = Arena.ofConfined()) {
      int errno = LibC.populate(AnonymousMemory.map(page, arena).address(), page);
      if (errno != 0) {
        throw new UnsupportedOperationException(
            "madvise MADV_POPULATE_WRITE: errno="
                + errno
                + ": this port needs Linux 5.14 or newer");
      }
    }
    seesFrames = placement == Placement.OBSERVED && pageMap.permitted();
  }

  /** {@return whether physical addresses are real ones, and not the user addresses} */
  public boolean seesFrames() {
    return seesFrames;
  }

  /**
   * {@inheritDoc}
   *
   * @param owner not looked at: all memory is that of this process
   * @throws UncheckedIOException if {@code /proc} cannot be read; nothing is pinned then
   * @clause REG-6 MAP-7 MAP-12
   */
  @Override
  public synchronized PinResult pin(ProcessId owner, UserAddress start, long size) {
    long from = start.value() & -page;
    long to = end(start, size);
    if (Long.compareUnsigned(from, to) >= 0) {
      return new Unpinnable(0);
    }
    List<Stretch> free = counts.free(from, to);
    boolean done = false;
    try {
      if (lock(free) && LibC.populate(from, to - from) == 0) {
        PinnedBlock block = block(start, size, from, to);
        if (block != null) {
          counts.add(from, to);
          pinned.add(block);
          done = true;
          return block;
        }
      }
    } finally {
      if (!done) {
        undo(free);
      }
    }
    return new Unpinnable(leading(start, size, from, to));
  }

  /** The end of the last page of a block, or 0 if that is 2^64. */
  private long end(UserAddress start, long size) {
    return (start.value() + size + page - 1) & -page;
  }

  private static boolean lock(List<Stretch> stretches) {
    return stretches.stream().allMatch(s -> LibC.mlock(s.start(), length(s)) == 0);
  }

  /** Takes back what {@link #lock} did; what it did before it failed ends where this fails, too. */
  private static void undo(List<Stretch> stretches) {
    stretches.forEach(stretch -> LibC.munlock(stretch.start(), length(stretch)));
  }

  private static long length(Stretch stretch) {
    return stretch.end() - stretch.start();
  }

  /** The bytes before the first page that cannot be pinned: fewer pages are easier to pin. */
  private long leading(UserAddress start, long size, long from, long to) {
    long good = 0;
    long bad = Long.divideUnsigned(to - from, page);
    while (bad - good > 1) {
      long middle = (good + bad) >>> 1;
      List<Stretch> free = counts.free(from, from + middle * page);
      if (lock(free) && LibC.populate(from, middle * page) == 0) {
        good = middle;
      } else {
        bad = middle;
      }
      undo(free);
    }
    return good == 0 ? 0 : Math.min(from + good * page - start.value(), size);
  }

  /**
   * Gives back a block.
   *
   * @param block what {@link #pin} returned, not given back before
   * @throws IllegalStateException if the block is not pinned, or Linux does not unlock it
   * @clause UNR-5 VER-9
   */
  @Override
  public synchronized void unpin(PinnedBlock block) {
    if (!pinned.remove(block)) {
      throw new IllegalStateException("block=" + block + " is not pinned");
    }
    counts
        .subtract(block.start().value() & -page, end(block.start(), block.size()))
        .forEach(this::unlock);
  }

  private void unlock(Stretch stretch) {
    int errno = LibC.munlock(stretch.start(), length(stretch));
    if (errno == LibC.ENOMEM && length(stretch) > page) {
      // A part was unmapped; munlock stopped there.
      for (long at = stretch.start(); at != stretch.end(); at += page) {
        unlock(new Stretch(at, at + page));
      }
    } else if (errno != 0 && errno != LibC.ENOMEM) {
      throw new IllegalStateException(
          "munlock of address=0x%x size=0x%x: errno=%d"
              .formatted(stretch.start(), length(stretch), errno));
    }
  }

  /** A block whose pages are [from, to), or null if one of them is not there after all. */
  private @Nullable PinnedBlock block(UserAddress start, long size, long from, long to) {
    try {
      long backing =
          placement == Placement.ASSUMED ? page : LinuxProcess.smallestPage(mappings, from, to);
      List<PhysicalRun> runs = seesFrames ? observed(start, size, from, to) : assumed(start, size);
      return runs == null ? null : new PinnedBlock(start, backing, runs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable List<PhysicalRun> observed(UserAddress start, long size, long from, long to)
      throws IOException {
    return pageMap
        .runs(from, to - from)
        .map(runs -> part(runs, start.value() - from, size))
        .orElse(null);
  }

  private static List<PhysicalRun> assumed(UserAddress start, long size) {
    return List.of(new PhysicalRun(new HostPhysicalAddress(start.value()), size));
  }

  /** The part of runs that follows some bytes. */
  private static List<PhysicalRun> part(List<PhysicalRun> runs, long skipped, long size) {
    var part = new ArrayList<PhysicalRun>();
    long skip = skipped;
    long left = size;
    for (PhysicalRun run : runs) {
      long length = Math.min(run.size() - skip, left);
      part.add(new PhysicalRun(new HostPhysicalAddress(run.start().value() + skip), length));
      skip = 0;
      left -= length;
    }
    return part;
  }
}
