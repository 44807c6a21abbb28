package org.spaprtce.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The functions of Linux's C library that the ports call.
 *
 * <p>What takes a range answers with an error number, or 0 if it succeeded.
 */
@SuppressWarnings("restricted") // The package documentation says how to enable native access.
final class LibC {

  /** Error number: past a limit, or a page is not mapped. */
  static final int ENOMEM = 12;

  private static final int RLIMIT_MEMLOCK = 8;
  private static final int MADV_POPULATE_WRITE = 23;
  private static final int PROT_READ_WRITE = 1 | 2;
  private static final int MAP_PRIVATE_ANONYMOUS = 0x02 | 0x20;
  private static final int MAP_HUGETLB = 0x40000;
  private static final int MAP_HUGE_SHIFT = 26;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

  private static final MethodHandle MLOCK = function("mlock", JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle MUNLOCK = function("munlock", JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle MADVISE =
      function("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
  private static final MethodHandle MUNMAP = function("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle MMAP =
      function("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle GETRLIMIT = function("getrlimit", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle GETPAGESIZE = function("getpagesize", JAVA_INT);

  private LibC() {}

  private interface Call {
    long with(MemorySegment state) throws Throwable;
  }

  /** A call that fails by returning -1. */
  private static int errno(Call call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return call(call, state) == -1 ? (int) ERRNO.get(state, 0L) : 0;
    }
  }

  private static long call(Call call, MemorySegment state) {
    try {
      return call.with(state);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a function of the C library throws nothing", e);
    }
  }

  /** Locks the pages of a range into memory. */
  static int mlock(long address, long size) {
    return errno(state -> (int) MLOCK.invokeExact(state, address, size));
  }

  /** Unlocks the pages of a range, however often they were locked. */
  static int munlock(long address, long size) {
    return errno(state -> (int) MUNLOCK.invokeExact(state, address, size));
  }

  /** Makes the pages of a range present as if they were written; for Linux 5.14 and newer. */
  static int populate(long address, long size) {
    return errno(state -> (int) MADVISE.invokeExact(state, address, size, MADV_POPULATE_WRITE));
  }

  static int munmap(long address, long size) {
    return errno(state -> (int) MUNMAP.invokeExact(state, address, size));
  }

  /**
   * Maps new memory that can be read and written.
   *
   * @param pageShift binary logarithm of the size of its huge pages, or 0 for ordinary ones
   * @return its address
   * @throws IllegalStateException if there is no such memory
   */
  static long mmap(long size, int pageShift) {
    int huge = pageShift == 0 ? 0 : MAP_HUGETLB | (pageShift << MAP_HUGE_SHIFT);
    int flags = MAP_PRIVATE_ANONYMOUS | huge;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long address =
          call(s -> (long) MMAP.invokeExact(s, 0L, size, PROT_READ_WRITE, flags, -1, 0L), state);
      if (address == -1) {
        throw new IllegalStateException(
            "mmap of size=0x%x flags=0x%x: errno=%d"
                .formatted(size, flags, (int) ERRNO.get(state, 0L)));
      }
      return address;
    }
  }

  /** {@return the soft limit of locked memory in bytes, unsigned} */
  static long memlock() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(JAVA_LONG, 2);
      int errno = errno(state -> (int) GETRLIMIT.invokeExact(state, RLIMIT_MEMLOCK, limits));
      if (errno != 0) {
        throw new IllegalStateException("getrlimit RLIMIT_MEMLOCK: errno=" + errno);
      }
      return limits.getAtIndex(JAVA_LONG, 0);
    }
  }

  /** {@return the bytes of an ordinary page} */
  static long pageSize() {
    try (Arena arena = Arena.ofConfined()) {
      return call(state -> (int) GETPAGESIZE.invokeExact(state), arena.allocate(STATE));
    }
  }

  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... parameters) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, parameters),
        Linker.Option.captureCallState("errno"));
  }
}
