package org.spaprtce.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory.PinResult;
import org.spaprtce.platform.HostMemory.Unpinnable;
import org.spaprtce.platform.LinuxHostMemory.Placement;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** Real memory in a thread without CAP_IPC_LOCK, when the process may lock only some more pages. */
class LockLimitTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  private static final ProcessId OWNER = new ProcessId(0);
  private static final int PAGES = 5;

  private static final int RLIMIT_MEMLOCK = 8;
  private static final int CAPABILITY_VERSION_3 = 0x20080522;
  private static final int CAP_IPC_LOCK = 14;

  private static final Linker LINKER = Linker.nativeLinker();

  @BeforeAll
  static void requireLinux() {
    RealMemory.assumeLinux();
    RealMemory.assumeLockable(2 * PAGES * LinuxProcess.pageSize());
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, MemoryLayout... parameters) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, parameters));
  }

  /** Takes a capability from the calling thread. */
  private static void dropCapIpcLock() throws Throwable {
    MethodHandle capget = function("capget", ADDRESS, ADDRESS);
    MethodHandle capset = function("capset", ADDRESS, ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocateFrom(JAVA_INT, CAPABILITY_VERSION_3, 0);
      MemorySegment sets = arena.allocate(JAVA_INT, 6);
      assertEquals(0, (int) capget.invokeExact(header, sets));
      int effective = sets.getAtIndex(JAVA_INT, 0);
      sets.setAtIndex(JAVA_INT, 0, effective & ~(1 << CAP_IPC_LOCK));
      assertEquals(0, (int) capset.invokeExact(header, sets));
    }
  }

  /** Sets the soft limit of the process, and returns what it was. */
  private static long setMemlock(long bytes) throws Throwable {
    MethodHandle getrlimit = function("getrlimit", JAVA_INT, ADDRESS);
    MethodHandle setrlimit = function("setrlimit", JAVA_INT, ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(JAVA_LONG, 2);
      assertEquals(0, (int) getrlimit.invokeExact(RLIMIT_MEMLOCK, limits));
      long before = limits.get(JAVA_LONG, 0);
      limits.set(JAVA_LONG, 0, bytes);
      assertEquals(0, (int) setrlimit.invokeExact(RLIMIT_MEMLOCK, limits));
      return before;
    }
  }

  private static Boolean limited(long limit, Callable<Boolean> work) throws Exception {
    try {
      dropCapIpcLock();
      long before = setMemlock(limit);
      try {
        return work.call();
      } finally {
        setMemlock(before);
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pin_pastTheLimit_tellsHowManyPagesFit() throws Exception {
    long page = LinuxProcess.pageSize();
    long locked = LinuxProcess.lockedBytes();
    var host = new LinuxHostMemory(Placement.ASSUMED);
    try (Arena arena = Arena.ofShared();
        var thread = Executors.newSingleThreadExecutor()) {
      long start = AnonymousMemory.map(2 * PAGES * page, arena).address();
      Callable<Boolean> work =
          () -> {
            assertEquals(
                new Memlock(locked + PAGES * page, false), new LinuxResourceLimits().memlock());
            assertEquals(new Unpinnable(PAGES * page), pin(host, start, 2 * PAGES * page));
            assertEquals(locked, LinuxProcess.lockedBytes());
            var block = assertInstanceOf(PinnedBlock.class, pin(host, start, 3 * page));
            assertEquals(new Unpinnable(PAGES * page), pin(host, start, 2 * PAGES * page));
            assertEquals(
                new Unpinnable((PAGES - 3) * page), pin(host, start + 3 * page, PAGES * page));
            assertEquals(locked + 3 * page, LinuxProcess.lockedBytes());
            host.unpin(block);
            return locked == LinuxProcess.lockedBytes();
          };
      assertEquals(
          true, thread.submit(() -> limited(locked + PAGES * page, work)).get(1, TimeUnit.MINUTES));
    }
  }

  private static PinResult pin(LinuxHostMemory host, long start, long size) {
    return host.pin(OWNER, new UserAddress(start), size);
  }
}
