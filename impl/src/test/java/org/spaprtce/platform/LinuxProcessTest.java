package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** What Linux says about this process. */
class LinuxProcessTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  @Test
  void memlock_isTheSoftLimit() throws IOException {
    RealMemory.assumeLinux();
    String limit =
        Files.readAllLines(Path.of("/proc/self/limits")).stream()
            .filter(line -> line.startsWith("Max locked memory"))
            .map(line -> line.replaceAll("Max locked memory +([^ ]+) .*", "$1"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        limit.equals("unlimited") ? -1 : Long.parseUnsignedLong(limit),
        new LinuxResourceLimits().memlock().bytes());
  }

  @Test
  void pageSize_isAPowerOfTwo() {
    RealMemory.assumeLinux();
    assertEquals(1, Long.bitCount(LinuxProcess.pageSize()));
    assertTrue(LinuxProcess.pageSize() >= 4096);
  }

  @Test
  void ports_onAnotherSystem_sayWhatTheyNeed() {
    String system = System.getProperty("os.name");
    System.setProperty("os.name", "Plan 9");
    try {
      var refusal = assertThrows(UnsupportedOperationException.class, LinuxResourceLimits::new);
      assertEquals("os.name=Plan 9: this port needs Linux", refusal.getMessage());
      assertThrows(
          UnsupportedOperationException.class,
          () -> new LinuxHostMemory(LinuxHostMemory.Placement.ASSUMED));
    } finally {
      System.setProperty("os.name", system);
    }
  }
}
