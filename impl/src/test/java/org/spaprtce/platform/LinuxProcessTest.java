package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** What Linux says about this process. */
class LinuxProcessTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  @TempDir private Path folder;

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

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("file"), List.of(lines));
  }

  /** The size of the page of a mapping, [0x7f00, 0x7f10), as far as it overlaps a range. */
  private long pageIn(long start, long end) throws IOException {
    Path mappings =
        file("7f00-7f10 rw-p 00000000 00:00 0", "Size: 64 kB", "KernelPageSize:        8 kB");
    return LinuxProcess.smallestPage(mappings, start, end);
  }

  @ParameterizedTest
  @CsvSource({"7e00, 7f01", "7f0f, 8000", "7f00, 7f10", "7f04, 7f05", "7e00, 8000"})
  void smallestPage_overlappingMapping_isItsPage(String start, String end) throws IOException {
    assertEquals(8192, pageIn(Long.parseLong(start, 16), Long.parseLong(end, 16)));
  }

  @ParameterizedTest
  @CsvSource({"7e00, 7f00", "7f10, 8000", "0, 1", "9000, 9001"})
  void smallestPage_noMapping_isAnError(String start, String end) {
    var missing =
        assertThrows(
            IOException.class, () -> pageIn(Long.parseLong(start, 16), Long.parseLong(end, 16)));
    assertEquals(
        "%s has no mapping in [0x%s, 0x%s)".formatted(folder.resolve("file"), start, end),
        missing.getMessage());
  }

  @Test
  void smallestPage_highAddresses_areUnsigned() throws IOException {
    Path mappings =
        file(
            "7ffffffffffff000-8000000000001000 rw-p 0 0:0 0",
            "KernelPageSize: 64 kB",
            "ffffffffff600000-ffffffffff601000 --xp 0 0:0 0 [vsyscall]",
            "KernelPageSize: 4 kB");
    assertEquals(1 << 16, LinuxProcess.smallestPage(mappings, 0x1000, -0x1000000));
    assertEquals(1 << 12, LinuxProcess.smallestPage(mappings, -0x1000000, -1));
  }

  @Test
  void smallestPage_severalMappings_isTheSmallestInTheRange() throws IOException {
    Path mappings =
        file(
            "1000-2000 rw-p 0 0:0 0",
            "KernelPageSize: 4 kB",
            "2000-3000 rw-p 0 0:0 0",
            "KernelPageSize: 2048 kB",
            "MMUPageSize: 1 kB",
            " 1 kB",
            "",
            "3000-4000 rw-p 0 0:0 0",
            "KernelPageSize: 64 kB",
            "4000-5000 rw-p 0 0:0 0",
            "KernelPageSize: 1048576 kB",
            "5000-6000 rw-p 0 0:0 0",
            "KernelPageSize: 4 kB");
    assertEquals(1 << 16, LinuxProcess.smallestPage(mappings, 0x2000, 0x5000));
  }

  @Test
  void field_ofAName_isTheTextBehindIt() throws IOException {
    assertEquals("64 kB", LinuxProcess.field(file("VmPin: 1 kB", "VmLck:\t64 kB "), "VmLck:"));
  }

  @Test
  void field_missing_isAnError() throws IOException {
    Path status = file("VmPin: 1 kB");
    var missing =
        assertThrows(IllegalStateException.class, () -> LinuxProcess.field(status, "VmLck:"));
    assertEquals(status + " has no VmLck:", missing.getMessage());
    assertThrows(
        UncheckedIOException.class, () -> LinuxProcess.field(folder.resolve("none"), "VmLck:"));
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
