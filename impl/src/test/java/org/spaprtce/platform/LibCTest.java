package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** Calls that Linux refuses. */
class LibCTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  private static final int EINVAL = 22;

  @BeforeAll
  static void requireLinux() {
    RealMemory.assumeLinux();
  }

  @Test
  void munmap_addressInsideAPage_isTheErrorNumber() {
    assertEquals(EINVAL, LibC.munmap(1, LinuxProcess.pageSize()));
  }

  /** There are no huge pages of 2 bytes. */
  @Test
  void mmap_hugePagesOfNoSuchSize_tellsTheFlags() {
    var refused = assertThrows(IllegalStateException.class, () -> LibC.mmap(1 << 20, 1));
    assertEquals("mmap of size=0x100000 flags=0x4040022: errno=22", refused.getMessage());
  }
}
