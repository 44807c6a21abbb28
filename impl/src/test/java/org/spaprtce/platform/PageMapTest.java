package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** What a page map says, read from files that the tests write. */
class PageMapTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  /** So small that every frame has an address. */
  private static final long PAGE = 0x200;

  private static final long PRESENT = 1L << 63;

  /** Words that are read at once. */
  private static final int CHUNK = 1 << 13;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("pagemap");
  }

  private PageMap map(long... words) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.nativeOrder());
    bytes.asLongBuffer().put(words);
    Files.write(file(), bytes.array());
    return new PageMap(PAGE, file());
  }

  private static PhysicalRun run(long frame, long pages) {
    return new PhysicalRun(new HostPhysicalAddress(frame * PAGE), pages * PAGE);
  }

  private static Optional<List<PhysicalRun>> runs(PhysicalRun... runs) {
    return Optional.of(List.of(runs));
  }

  @Test
  void runs_framesThatContinueEachOther_areOneRun() throws IOException {
    PageMap map =
        map(PRESENT | 7, PRESENT | 8, PRESENT | 9, PRESENT | 11, PRESENT | 10, PRESENT | 11);
    assertEquals(runs(run(7, 3), run(11, 1), run(10, 2)), map.runs(0, 6 * PAGE));
  }

  @Test
  void runs_otherPagesOfTheFile_areNotLookedAt() throws IOException {
    PageMap map = map(0, PRESENT | 3, PRESENT | 5, 0);
    assertEquals(runs(run(3, 1), run(5, 1)), map.runs(PAGE, 2 * PAGE));
    assertEquals(runs(run(5, 1)), map.runs(2 * PAGE, PAGE));
  }

  @Test
  void runs_allBitsOfAWord_areFrameFlagsAndPresent() throws IOException {
    long flags = 0xffL << 55;
    long highest = 1L << 54;
    assertEquals(runs(run(6, 1)), map(PRESENT | flags | 6).runs(0, PAGE));
    assertEquals(runs(run(highest, 1)), map(PRESENT | flags | highest).runs(0, PAGE));
    assertEquals(Optional.empty(), map(flags | 6).runs(0, PAGE));
  }

  @Test
  void runs_pageThatIsNotPresent_isNothing() throws IOException {
    assertEquals(Optional.empty(), map(PRESENT | 3, 4).runs(0, 2 * PAGE));
  }

  @Test
  void runs_frameThatIsHidden_isNothing() throws IOException {
    assertEquals(Optional.empty(), map(PRESENT | 3, PRESENT).runs(0, 2 * PAGE));
    assertEquals(Optional.empty(), map(PRESENT | 1L << 55).runs(0, PAGE));
  }

  @Test
  void runs_morePagesThanAreReadAtOnce_areAllSeen() throws IOException {
    PageMap map = map(LongStream.range(0, 2 * CHUNK + 3).map(i -> PRESENT | 2 * i + 1).toArray());
    List<PhysicalRun> expected =
        LongStream.range(1, 2 * CHUNK + 2).mapToObj(i -> run(2 * i + 1, 1)).toList();
    assertEquals(Optional.of(expected), map.runs(PAGE, (2 * CHUNK + 1) * PAGE));
  }

  @Test
  void runs_fileThatEndsEarly_isAnError() throws IOException {
    PageMap map = map(PRESENT | 1, PRESENT | 2, PRESENT | 3, PRESENT | 4);
    var ends = assertThrows(IOException.class, () -> map.runs(PAGE, 5 * PAGE));
    assertEquals(file() + " ends before page=0x6", ends.getMessage());
    assertEquals(runs(run(1, 4)), map.runs(0, 4 * PAGE));
  }

  @Test
  void runs_noFile_isAnError() {
    assertThrows(NoSuchFileException.class, () -> new PageMap(PAGE, file()).runs(0, PAGE));
  }

  @Test
  void permitted_noFile_isFalse() {
    assertFalse(new PageMap(PAGE, file()).permitted());
  }

  @Test
  void permitted_zeros_isFalse() {
    RealMemory.assumeLinux();
    assertFalse(new PageMap(PAGE, Path.of("/dev/zero")).permitted());
  }
}
