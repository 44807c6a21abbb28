package org.spaprtce.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spaprtce.platform.LinuxResourceLimits;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** What a host must allow for a test with real memory. */
public final class RealMemory {

  private RealMemory() {}

  /** Skips a test elsewhere than on Linux. */
  public static void assumeLinux() {
    String system = System.getProperty("os.name");
    assumeTrue(system.equals("Linux"), () -> "os.name=" + system + " is not Linux");
  }

  /** Skips a test that locks more than this process may. */
  public static void assumeLockable(long bytes) {
    Memlock memlock = new LinuxResourceLimits().memlock();
    assumeTrue(
        memlock.capIpcLock() || Long.compareUnsigned(bytes, memlock.bytes()) <= 0,
        () -> memlock + " does not allow bytes=" + bytes);
  }

  /** {@return the huge pages that can be mapped} */
  public static long freeHugePages() throws IOException {
    return Files.readAllLines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith("HugePages_Free:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .sum();
  }
}
