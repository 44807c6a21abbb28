package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;

/** Where a block lies, as runs or as pages. */
class PhysicalLayoutTest {

  private static final long PAGE = 0x10000;

  private static PhysicalRun run(long start, long size) {
    return new PhysicalRun(new HostPhysicalAddress(start), size);
  }

  private static PhysicalLayout runs(PhysicalRun... runs) {
    return PhysicalLayout.ofRuns(List.of(runs));
  }

  @Test
  void ofRuns_thatGoOn_areJoined() {
    PhysicalLayout layout = runs(run(PAGE, PAGE), run(2 * PAGE, 3 * PAGE), run(PAGE, PAGE));
    assertEquals(List.of(run(PAGE, 4 * PAGE), run(PAGE, PAGE)), layout.runs());
    assertEquals(5 * PAGE, layout.size());
    assertEquals(new HostPhysicalAddress(5 * PAGE - 1), layout.at(4 * PAGE - 1));
    assertEquals(new HostPhysicalAddress(PAGE), layout.at(4 * PAGE));
  }

  @Test
  void ofRuns_atTheEndsOfMemory_areNotJoined() {
    PhysicalLayout layout = runs(run(-PAGE, PAGE), run(0, PAGE));
    assertEquals(List.of(run(-PAGE, PAGE), run(0, PAGE)), layout.runs());
    PhysicalLayout pages = PhysicalLayout.ofPages(PAGE, -2 * PAGE, -PAGE, 0, PAGE, 2 * PAGE);
    assertEquals(List.of(run(-2 * PAGE, 2 * PAGE), run(0, 3 * PAGE)), pages.runs());
  }

  @Test
  void ofRuns_unequalOnes_keepTheirBounds() {
    PhysicalLayout layout = runs(run(0, 3 * PAGE), run(7 * PAGE, PAGE), run(0, 2 * PAGE));
    assertEquals(List.of(run(0, 3 * PAGE), run(7 * PAGE, PAGE), run(0, 2 * PAGE)), layout.runs());
    assertEquals(new HostPhysicalAddress(7 * PAGE), layout.at(3 * PAGE));
  }

  @Test
  void ofRuns_ofAByte_isThatByte() {
    PhysicalLayout layout = runs(run(-1, 1));
    assertEquals(List.of(run(-1, 1)), layout.runs());
    assertEquals(new HostPhysicalAddress(-1), layout.at(0));
  }

  @Test
  void ofRuns_emptyOrTooLong_isMisuse() {
    assertThrows(IllegalArgumentException.class, PhysicalLayoutTest::runs);
    PhysicalRun half = run(0, 1L << 63);
    assertThrows(IllegalArgumentException.class, () -> runs(half, half));
    assertThrows(IllegalArgumentException.class, () -> runs(half, half, run(0, PAGE)));
  }

  @Test
  void ofPages_badOnes_areMisuse() {
    assertThrows(IllegalArgumentException.class, () -> PhysicalLayout.ofPages(PAGE));
    assertThrows(IllegalArgumentException.class, () -> PhysicalLayout.ofPages(3, 0));
    assertThrows(IllegalArgumentException.class, () -> PhysicalLayout.ofPages(PAGE, 0, PAGE / 2));
    assertThrows(IllegalArgumentException.class, () -> PhysicalLayout.ofPages(1L << 63, 0, 0));
  }

  @Test
  void ofPages_upToTheTop_areABlock() {
    assertEquals(1L << 63, PhysicalLayout.ofPages(1L << 63, 0).size());
  }

  @Test
  void ofPages_keepsNoArrayOfTheCaller() {
    long[] starts = {0, 5 * PAGE, 9 * PAGE};
    PhysicalLayout layout = PhysicalLayout.ofPages(PAGE, starts);
    starts[0] = PAGE;
    assertEquals(new HostPhysicalAddress(0), layout.at(0));
  }

  @Test
  void at_outsideTheBlock_isMisuse() {
    PhysicalLayout layout = runs(run(0, 3 * PAGE));
    assertThrows(IllegalArgumentException.class, () -> layout.at(3 * PAGE));
    assertThrows(IllegalArgumentException.class, () -> layout.at(-1));
  }

  @Property(tries = 300)
  void layout_ofPages_isThatOfTheirRuns(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int pages) {
    var starts = new long[pages];
    var runs = new ArrayList<PhysicalRun>();
    int jumps = random.nextInt(4);
    for (int i = 0; i < pages; i++) {
      boolean jump = i == 0 || random.nextInt(4) < jumps;
      starts[i] = jump ? random.nextInt(200) * PAGE : starts[i - 1] + PAGE;
      runs.add(run(starts[i], PAGE));
    }
    PhysicalLayout byPages = PhysicalLayout.ofPages(PAGE, starts);
    PhysicalLayout byRuns = PhysicalLayout.ofRuns(runs);
    for (PhysicalLayout layout : List.of(byPages, byRuns)) {
      assertEquals(pages * PAGE, layout.size());
      long done = 0;
      for (PhysicalRun piece : layout.runs()) {
        assertEquals(piece.start(), layout.at(done));
        done += piece.size();
      }
      assertEquals(pages * PAGE, done);
      for (int i = 0; i < pages; i++) {
        assertEquals(new HostPhysicalAddress(starts[i]), layout.at(i * PAGE));
        assertEquals(new HostPhysicalAddress(starts[i] + 5), layout.at(i * PAGE + 5));
        assertEquals(new HostPhysicalAddress(starts[i] + PAGE - 1), layout.at((i + 1) * PAGE - 1));
      }
    }
  }

  @Test
  void block_ofALayout_isAsLong() {
    var block = new PinnedBlock(new UserAddress(PAGE), PAGE, runs(run(0, 3 * PAGE)));
    assertEquals(3 * PAGE, block.size());
    assertEquals(
        "PinnedBlock[start=0x10000, size=0x30000, backing=0x10000, pieces=1]", block.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PinnedBlock(new UserAddress(0), 3, List.of(run(0, PAGE))));
  }

  @Test
  void run_emptyOrPastTheTop_isMisuse() {
    assertEquals(0x1000, run(-0x1000, 0x1000).size());
    assertThrows(IllegalArgumentException.class, () -> run(-0x1000, 0x1001));
    assertThrows(IllegalArgumentException.class, () -> run(-0x1000, 0));
  }
}
