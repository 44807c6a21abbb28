package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.Sequence;

class JudgeTest {
  private static final long B = Script.BUFFER;
  private static final long TABLE = 128;

  /** An IOVA that no window contains, in pages. */
  private static final long OUTSIDE = 1L << 20;

  private static void assertCounts(Script script, int agreed, Map<Reason, Integer> reasons) {
    FileReport report = script.judge();
    assertEquals(List.of(), report.divergences());
    assertEquals(agreed, report.agreed());
    reasons.forEach((reason, count) ->
        assertEquals(count, report.notCoveredReasons().getOrDefault(reason, 0), reason::text));
  }

  private static void assertDiverges(
      Script script, List<String> clauses, List<String> expected, String got) {
    Divergence divergence = script.divergence();
    assertEquals(clauses, divergence.clauses());
    assertEquals(expected, divergence.expected());
    assertEquals(got, divergence.got());
    assertNull(divergence.follows());
  }

  @Test
  void lifeOfABlock_agrees() {
    Script script =
        Script.kernel()
            .locked(4)
            .register(B, 4, "OK")
            .register(B, 4, "EBUSY")
            .register(B + 1, 4, "EINVAL")
            .locked(4 + TABLE)
            .map(B, 0, 4, "OK")
            .unregister(B, 4, "EBUSY")
            .unmap(0, 4, "OK")
            .locked(TABLE)
            .unregister(B, 4, "OK")
            .map(B, 0, 1, "EINVAL");
    assertCounts(script, 8, Map.of(Reason.LIFE_CYCLE, 4, Reason.MEMORY, 1));
  }

  @Test
  void wrongError_namesDecidingChecks() {
    assertDiverges(
        Script.kernel().register(B, 0, "ENOMEM"), List.of("REG-2"), List.of("EINVAL"), "ENOMEM");
    assertDiverges(
        Script.kernel().unregister(B, 1, "ENOENT"), List.of("UNR-1"), List.of("EPERM"), "ENOENT");
  }

  @Test
  void errorWhereSuccessWasDue_namesTheChecksOfThatError() {
    assertDiverges(
        Script.kernel().register(B, 1, "EBUSY"), List.of("REG-4"), List.of("OK"), "EBUSY");
    assertDiverges(
        Script.kernel().register(B, 1, "ENXIO"), List.of("REG-8"), List.of("OK"), "ENXIO");
  }

  @Test
  void positiveReturn_isNeverAllowed() {
    assertDiverges(
        Script.kernel().register(B + 250, 16, "+6"),
        List.of("REG-6", "ABI-5"),
        List.of("EFAULT"),
        "+6");
    assertDiverges(
        Script.kernel().register(B, 1, "+1"), List.of("REG-8", "ABI-5"), List.of("OK"), "+1");
  }

  @Test
  void wrongCharge_isADivergenceOfTheCharge() {
    assertDiverges(
        Script.kernel().locked(5).register(B, 4, "OK"),
        List.of("ACC-1"),
        List.of("VmLck 256 kB"),
        "VmLck 320 kB");
  }

  @Test
  void laterDivergences_followTheFirst() {
    Script script =
        Script.kernel().locked(4).register(B, 4, "OK").locked(4 + TABLE).map(B, 0, 4, "OK");
    int first = script.next();
    script.unregister(B, 4, "OK").register(B, 4, "OK").register(B, 4, "OK");
    FileReport report = script.judge();
    assertEquals(3, report.diverged());
    assertEquals(1, report.first());
    assertNull(report.divergences().getFirst().follows());
    assertEquals(first, report.divergences().getFirst().line());
    assertEquals(first, report.divergences().getLast().follows());
    assertEquals(List.of("REG-4"), report.divergences().getLast().clauses());
  }

  @Test
  void forbiddenZero_leavesTheStateOfTheNorm() {
    Script script =
        Script.kernel()
            .locked(4)
            .register(B, 4, "OK")
            .locked(4 + TABLE)
            .map(B, 0, 4, "OK")
            .unregister(B, 4, "OK")
            .unregister(B, 4, "EBUSY")
            .map(B, 4, 4, "OK");
    assertEquals(List.of("UNR-4"), script.divergence().clauses());
  }

  @Test
  void chargesOfOthers_countAgainstTheLimit() {
    Script script =
        Script.kernel()
            .add(new Operation.SetMemlock(Script.bytes(8)))
            .add(new Operation.SetMemlock(Script.bytes(9)), "EPERM")
            .add(new Operation.SetUser(9))
            .locked(6)
            .add(new Operation.UseMemory())
            .register(B, 3, "ENOMEM")
            .locked(8)
            .register(B, 2, "OK");
    assertCounts(script, 2, Map.of());
  }

  @Test
  void sharedMemoryOfTwoContainers_agrees() {
    var second = new Operation.Register("C1", Script.header(24), Script.bytes(B), Script.bytes(4));
    Script script =
        Script.kernel()
            .container("C1", "G1")
            .locked(4)
            .register(B, 4, "OK")
            .add(second)
            .unregister(B, 4, "OK")
            .register(B, 2, "EINVAL");
    assertCounts(script, 4, Map.of());
  }

  @Test
  void defaultWindow_appearsOnce() {
    Script script =
        Script.kernel()
            .locked(1)
            .register(B, 1, "OK")
            .locked(1 + TABLE)
            .unmap(0, 1, "OK")
            .locked(1 + 2 * TABLE)
            .map(B, 0, 1, "OK");
    assertDiverges(script, List.of("ACC-1"), List.of("VmLck 8256 kB"), "VmLck 16448 kB");
  }

  @Test
  void defaultWindow_isNotNeededByACallThatFailsBefore() {
    Script script =
        Script.kernel()
            .map(B, 0, 1, "EPERM")
            .locked(1)
            .register(B, 1, "OK")
            .add(
                new Operation.UnmapDma(
                    "C0", new Header(true, 23, 0), BigInteger.ZERO, BigInteger.ZERO),
                "EINVAL")
            .locked(1 + TABLE)
            .map(B, OUTSIDE, 1, "ENXIO")
            .map(B, 0, 1, "OK");
    assertCounts(script, 5, Map.of());
  }

  @Test
  void defaultWindowRefused_isNotCoveredAndStaysOwed() {
    Script script =
        Script.kernel()
            .locked(1)
            .register(B, 1, "OK")
            .map(B, 0, 1, "ENOMEM")
            .remove(0, "OK")
            .map(B, 0, 1, "ENXIO");
    assertCounts(script, 2, Map.of(Reason.DEFAULT_WINDOW_REFUSED, 1));
  }

  @Test
  void allocationFailure_isNotCovered() {
    long tooMuch = (1L << 32) / Script.PAGE + 1;
    assertCounts(
        Script.kernel().register(B, tooMuch, "ENOMEM"), 0, Map.of(Reason.ALLOCATION_FAILURE, 1));
    assertEquals(
        List.of("REG-6"), Script.kernel().register(B, 257, "ENOMEM").divergence().clauses());
    Script table = Script.kernel().locked(1).register(B, 1, "OK").locked(1 + TABLE);
    table.map(B, 0, 1, "OK").map(B, 1, 1, "ENOMEM");
    assertCounts(table, 2, Map.of(Reason.ALLOCATION_FAILURE, 1));
  }

  @Test
  void allocationFailure_isNotAnExcuseForEarlierChecks() {
    long allMemory = (1L << 32) / Script.PAGE;
    assertEquals(
        List.of("REG-6"), Script.kernel().register(B, allMemory, "ENOMEM").divergence().clauses());
    var unaligned =
        new Operation.Register(
            "C0", Script.header(24), BigInteger.ONE, Script.bytes(allMemory + 1));
    assertEquals(List.of("REG-1"), Script.kernel().add(unaligned, "ENOMEM").divergence().clauses());
  }

  @Test
  void clientLog_allowsWhatSomeEnvironmentAllows() {
    Script script =
        Script.client()
            .register(B, 4, "ENOMEM")
            .register(B, 4, "EFAULT")
            .register(B, 4, "OK")
            .map(B, 0, 4, "OK");
    assertCounts(script, 4, Map.of());
    assertDiverges(
        Script.client().register(B, 4, "EIO"),
        List.of("REG-8", "REG-5", "REG-6"),
        List.of("EFAULT", "ENOMEM", "OK"),
        "EIO");
  }

  @Test
  void clientLog_backingIsUnknown() {
    Script script =
        Script.client()
            .remove(0, "OK")
            .create(24, 1 << 15, 0, "OK")
            .register(1 << 16, 256, "OK")
            .map(1 << 16, 0, 256, "OK")
            .map(1 << 16, 256, 256, "EINVAL");
    assertCounts(script, 3, Map.of());
    script.map(1 << 16, 0, 256, "EPERM");
    assertEquals(List.of("MAP-1"), script.divergence().clauses());
  }

  @Test
  void otherContainers_areNotCovered() {
    Script script =
        Script.bare()
            .register(B, 1, "EBADF")
            .add(new Operation.OpenContainer("C0"))
            .register(B, 1, "EINVAL")
            .add(new Operation.OpenGroup("G0"))
            .add(new Operation.SetContainer("G0", "C0"))
            .add(new Operation.SetIommu("C0", 2))
            .register(B, 1, "ENOTTY");
    assertCounts(
        script, 0, Map.of(Reason.NOT_A_CONTAINER, 1, Reason.NO_IOMMU, 1, Reason.VERSION_1, 1));
  }

  @Test
  void secondProcess_mayBindTheContainer() {
    var register =
        new Operation.Register("C0", Script.header(24), Script.bytes(B), Script.bytes(1));
    Script bound = Script.kernel().child(register, "EINVAL").register(B, 1, "EPERM");
    assertCounts(bound, 0, Map.of(Reason.SECOND_PROCESS, 1, Reason.FOREIGN, 1));
    Script refused = Script.kernel().child(register, "EPERM").locked(1).register(B, 1, "OK");
    assertCounts(refused, 1, Map.of(Reason.SECOND_PROCESS, 1));
    Script late = Script.kernel().locked(1).register(B, 1, "OK").child(register, "EINVAL");
    assertCounts(late.register(B, 1, "EBUSY"), 2, Map.of(Reason.SECOND_PROCESS, 1));
    Script lost = Script.kernel().child(register, "OK").register(B, 1, "OK").register(B, 1, "OK");
    assertCounts(lost, 0, Map.of(Reason.FOREIGN, 1, Reason.LOST_FOREIGN, 1));
    Script window = Script.kernel().child(register, "OK").remove(0, "OK").register(B, 1, "EIO");
    assertCounts(window, 0, Map.of(Reason.LOST_FOREIGN, 1));
  }

  @Test
  void secondProcess_bindsNothingWithoutAnIommu() {
    var register =
        new Operation.Register("C0", Script.header(24), Script.bytes(B), Script.bytes(1));
    Script script =
        Script.bare()
            .add(new Operation.OpenContainer("C0"))
            .add(new Operation.OpenGroup("G0"))
            .child(register, "EINVAL")
            .child(new Operation.SetContainer("G0", "C0"), "OK")
            .child(new Operation.SetIommu("C0", 7), "EBUSY")
            .register(B, 1, "EINVAL")
            .child(new Operation.SetIommu("C0", 7), "OK")
            .unregister(B, 1, "EPERM");
    assertCounts(script, 1, Map.of(Reason.SECOND_PROCESS, 4, Reason.NO_IOMMU, 1));
    Script raw = Script.kernel().child(new Operation.RawIoctl("C0"), "OK");
    assertCounts(raw.register(B, 1, "EIO"), 0, Map.of(Reason.LOST_RAW_IOCTL, 1));
  }

  @Test
  void closedDevice_mayHoldItsGroupInAClientLog() {
    var open = new Operation.OpenDevice("G0", "D0");
    Script client = Script.client().add(open).add(new Operation.Close("D0"));
    client.add(new Operation.Close("G0")).register(B, 1, "EIO");
    assertCounts(client, 0, Map.of(Reason.LOST_DEVICE, 1));
    Script kernel = Script.kernel().add(open).add(new Operation.Close("D0"));
    kernel.add(new Operation.Close("G0")).register(B, 1, "EINVAL");
    assertCounts(kernel, 0, Map.of(Reason.NO_IOMMU, 1));
  }

  @Test
  void divergencesOfSeveralProcesses_areInTheOrderOfLines() {
    var register = new Operation.Register("C", Script.header(24), BigInteger.ZERO, BigInteger.ZERO);
    List<Operation> operations =
        List.of(
            new Operation.OpenContainer("C"),
            new Operation.OpenGroup("G"),
            new Operation.SetContainer("G", "C"),
            new Operation.SetIommu("C", 7),
            register);
    List<Sequence> sequences = new ArrayList<>();
    for (int process = 0; process < 2; process++) {
      List<RecordedOperation> recorded = new ArrayList<>();
      for (Operation operation : operations) {
        int line = 2 * recorded.size() + 2 - process;
        Answer answer = operation instanceof Operation.Call ? Answer.ofReturn(-5) : Answer.OK;
        recorded.add(new RecordedOperation(line, "operation", operation, answer, null, false));
      }
      sequences.add(new Sequence("process " + process, recorded));
    }
    FileReport report =
        Judge.judge(new Recording("f", Recording.Source.CLIENT, Script.PAGE, sequences));
    assertEquals(List.of(9, 10), report.divergences().stream().map(Divergence::line).toList());
    assertEquals(2, report.first());
  }

  @Test
  void lostSequence_isNotCoveredFromThereOn() {
    Script raw = Script.kernel().add(new Operation.RawIoctl("C0")).register(B, 1, "EIO");
    assertCounts(
        raw.add(new Operation.Look()), 0, Map.of(Reason.LOST_RAW_IOCTL, 1, Reason.LOOK, 1));
    Script failed = Script.kernel().add(new Operation.RawIoctl("C0"), "ENOTTY").locked(1);
    assertCounts(failed.register(B, 1, "OK"), 1, Map.of());
    Script unknown = Script.kernel().add(new Operation.Close("X")).register(B, 1, "EIO");
    assertCounts(unknown, 0, Map.of(Reason.LOST_DESCRIPTOR, 1));
    var other = new Operation.Register("X", Script.header(24), Script.bytes(B), Script.bytes(1));
    Script call = Script.kernel().add(other).register(B, 1, "EIO");
    assertCounts(call, 0, Map.of(Reason.NOT_A_CONTAINER, 1, Reason.LOST_DESCRIPTOR, 1));
    var remove = new Operation.RemoveWindow("X", Script.header(16), BigInteger.ZERO);
    Script window = Script.kernel().add(remove).register(B, 1, "EIO");
    assertCounts(window, 0, Map.of(Reason.LOST_DESCRIPTOR, 1));
    Script ended = Script.kernel().add(new Operation.ProcessExit()).register(B, 1, "EIO");
    assertCounts(ended, 0, Map.of(Reason.LOST_EXIT, 1));
    assertCounts(Script.kernel().add(new Operation.Died()), 0, Map.of(Reason.DIED, 1));
  }

  @Test
  void everyOperation_isCountedOnce() {
    FileReport report = Script.kernel().register(B, 0, "ENOMEM").register(B, 0, "EINVAL").judge();
    assertEquals(1, report.agreed());
    assertEquals(1, report.diverged());
    assertEquals(5, report.notCovered());
    assertEquals(7, report.operations());
    assertThrows(
        IllegalStateException.class,
        () -> new FileReport("f", 8, 1, report.divergences(), report.notCoveredReasons()));
  }
}
