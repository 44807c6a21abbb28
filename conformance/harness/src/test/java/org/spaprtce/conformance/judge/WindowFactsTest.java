package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;

/** What calls show of the windows that the facts have made. */
class WindowFactsTest {
  private static final long B = Script.BUFFER;
  private static final long TABLE = 128;

  /** Where the second window starts, in pages. */
  private static final long SECOND = (1L << 59) / Script.PAGE;

  /** The windows' size in the tests, in pages. */
  private static final long SIZE = 16;

  private static void assertAgrees(int agreed, Script script) {
    FileReport report = script.judge();
    assertEquals(List.of(), report.divergences());
    assertEquals(agreed, report.agreed());
  }

  private static Script registered() {
    return Script.kernel().locked(4).register(B, 4, "OK");
  }

  @Test
  void create_whileDefaultIsOwed_opensBoth() {
    assertAgrees(
        6,
        registered()
            .locked(4 + TABLE + 2)
            .create(16, SIZE, SECOND, "OK")
            .map(B, SECOND + SIZE - 1, 1, "OK")
            .map(B, SECOND + SIZE, 1, "ENXIO")
            .map(B, SECOND + SIZE - 1, 2, "EINVAL")
            .map(B, 0, 1, "OK")
            .unmap(SECOND, SIZE, "OK"));
  }

  @Test
  void create_whileDefaultIsOwed_sharesTheCharge() {
    Norm norm = new Norm(Script.PAGE, 1);
    OpenFiles files = new OpenFiles();
    files.openContainer("C");
    files.setIommu("C", 7);
    OpenFiles.Container container = Objects.requireNonNull(files.container("C"));
    var create =
        new Operation.CreateWindow(
            "C", Script.header(40), 16, Script.bytes(SIZE), Script.bytes(SECOND));
    assertNull(new WindowFacts(norm, Script.PAGE).created(container, create, Answer.OK, 130L));
    assertEquals(
        List.of(TABLE, 2L),
        norm.windows(container.name()).stream()
            .map(window -> window.field("table").asLong())
            .sorted(Comparator.reverseOrder())
            .toList());
    assertEquals(BigInteger.valueOf(130), norm.lockedVm());
  }

  @Test
  void create_thatFailsLate_opensDefault() {
    assertAgrees(
        2, registered().locked(4 + TABLE).create(99, SIZE, 0, "EINVAL").map(B, 0, 1, "OK"));
    assertAgrees(
        2, registered().locked(4 + TABLE + 70).create(12, SIZE, 0, "ENOMEM").map(B, 0, 1, "OK"));
  }

  @Test
  void create_thatFailsEarly_leavesDefaultOwed() {
    var create = new Operation.CreateWindow("C0", Script.header(39), 16, Script.bytes(SIZE), null);
    Script script = registered().add(create, "EINVAL").remove(0, "OK");
    assertAgrees(2, script.map(B, 0, 1, "ENXIO"));
    Script refused = registered().create(16, SIZE, 0, "ENOMEM").locked(4 + TABLE);
    assertAgrees(2, refused.map(B, 0, 1, "OK"));
  }

  @Test
  void remove_closesTheWindowAndItsMappings() {
    assertAgrees(
        5,
        registered()
            .remove(0, "OK")
            .locked(6)
            .create(16, SIZE, 0, "OK")
            .map(B, 0, 4, "OK")
            .unregister(B, 4, "EBUSY")
            .locked(4)
            .remove(0, "OK")
            .map(B, 0, 1, "ENXIO")
            .create(16, SIZE, 0, "OK")
            .remove(SIZE - 1, "OK")
            .locked(0)
            .unregister(B, 4, "OK"));
  }

  @Test
  void successfulWindowCommands_bindTheContainer() {
    assertAgrees(1, Script.kernel().remove(0, "OK").unregister(B, 1, "ENOENT"));
    assertAgrees(1, Script.kernel().remove(1, "EINVAL").unregister(B, 1, "EPERM"));
    Script created = Script.kernel().locked(TABLE + 2).create(16, SIZE, SECOND, "OK");
    assertAgrees(1, created.unregister(B, 1, "ENOENT"));
  }

  @Test
  void windowsThatTheRecordingDoesNotExplain_loseTheSequence() {
    Script removed = registered().remove(0, "OK").remove(0, "OK").map(B, 0, 1, "EIO");
    assertEquals(1, removed.judge().notCoveredReasons().get(Reason.LOST_WINDOW));
    Script owed = registered().remove(5, "OK").map(B, 0, 1, "EIO");
    assertEquals(1, owed.judge().notCoveredReasons().get(Reason.LOST_WINDOW));
    Script end = registered().remove(0, "OK").create(16, SIZE, 0, "OK").remove(SIZE, "OK");
    assertEquals(1, end.map(B, 0, 1, "EIO").judge().notCoveredReasons().get(Reason.LOST_WINDOW));
    Script twice = registered().remove(0, "OK").create(16, SIZE, 0, "OK");
    twice.create(16, SIZE, 1, "OK").map(B, 0, 1, "EIO");
    assertEquals(1, twice.judge().notCoveredReasons().get(Reason.LOST_WINDOW));
  }

  @Test
  void clientLog_cannotTellWhichWindowWasRefused() {
    Script script = Script.client().create(16, SIZE, 0, "ENOMEM").unregister(B, 1, "EIO");
    assertEquals(1, script.judge().notCoveredReasons().get(Reason.LOST_DEFAULT_WINDOW));
    var early = new Operation.CreateWindow("C0", Script.header(39), 16, Script.bytes(SIZE), null);
    Script owed = Script.client().add(early, "EINVAL").create(16, SIZE, 0, "ENOMEM");
    assertEquals(
        1,
        owed.unregister(B, 1, "EIO").judge().notCoveredReasons().get(Reason.LOST_DEFAULT_WINDOW));
    assertAgrees(
        2, Script.client().create(16, SIZE, SECOND, "OK").register(B, 4, "OK").map(B, 0, 4, "OK"));
  }

  @Test
  void release_givesBackWhatTheContainerHas() {
    assertAgrees(
        4,
        registered()
            .locked(4 + TABLE)
            .map(B, 0, 4, "OK")
            .locked(0)
            .add(new Operation.UnsetContainer("G0"))
            .add(new Operation.SetContainer("G0", "C0"))
            .add(new Operation.SetIommu("C0", 7))
            .map(B, 0, 4, "EPERM")
            .locked(4)
            .register(B, 4, "OK"));
  }

  @Test
  void release_ofBlocksThatAnotherContainerMaps_losesTheSequence() {
    var other =
        new Operation.Register("C1", Script.header(24), Script.bytes(B + 8), Script.bytes(1));
    var map =
        new Operation.MapDma(
            "C1", new Header(true, 32, 3), Script.bytes(B), Script.bytes(0), Script.bytes(1));
    Script script =
        registered()
            .container("C1", "G1")
            .locked(5)
            .add(other)
            .locked(5 + TABLE)
            .add(map)
            .add(new Operation.Close("G0"))
            .add(map, "EIO");
    assertEquals(1, script.judge().notCoveredReasons().get(Reason.LOST_RELEASE));
  }
}
