package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.Sequence;
import org.spaprtce.oracle.runtime.Value;

/** Judges what one process did, in order. */
final class SequenceJudge {
  /** The memory of the recorded machines: more cannot be pinned, whatever the limits are. */
  private static final BigInteger MACHINE_MEMORY = BigInteger.ONE.shiftLeft(32);

  private static final String OUT_OF_MEMORY = "ENOMEM";
  private static final String LIMIT_CLAUSE = "REG-5";
  private static final String CHARGE_CLAUSE = "ACC-1";

  private final Sequence sequence;
  private final Tally tally;
  private final Norm norm;
  private final ProcessFacts process;
  private final OpenFiles files = new OpenFiles();
  private final WindowFacts windows;
  private final LifeFacts life;
  private final BigInteger pageSize;
  private @Nullable Reason lost;
  private @Nullable Integer firstDivergence;

  SequenceJudge(Recording recording, Sequence sequence, Tally tally) {
    this.sequence = sequence;
    this.tally = tally;
    this.norm = new Norm(recording.pageSize(), containers(sequence));
    this.process = new ProcessFacts(recording.source(), recording.pageSize());
    this.windows = new WindowFacts(norm, recording.pageSize());
    this.life = new LifeFacts(files, windows, recording.source());
    this.pageSize = BigInteger.valueOf(recording.pageSize());
  }

  private static int containers(Sequence sequence) {
    return (int)
        sequence.operations().stream()
            .filter(recorded -> recorded.operation() instanceof Operation.OpenContainer)
            .count();
  }

  void judge() {
    sequence.operations().forEach(this::judge);
  }

  private void judge(RecordedOperation recorded) {
    if (recorded.child()) {
      lose(life.takeOfChild(recorded, norm));
      tally.notCovered(Reason.SECOND_PROCESS);
      return;
    }
    if (lost != null) {
      tally.notCovered(
          recorded.operation() instanceof Operation.Call ? lost : plainReason(recorded));
      return;
    }
    if (recorded.operation() instanceof Operation.Call call) {
      judge(recorded, call);
    } else {
      lose(takeFact(recorded));
      tally.notCovered(plainReason(recorded));
    }
    Long lockedPages = recorded.lockedPages();
    if (lockedPages != null) {
      norm.settle(lockedPages);
    }
  }

  private void lose(@Nullable Reason reason) {
    if (lost == null) {
      lost = reason;
    }
  }

  private @Nullable Reason takeFact(RecordedOperation recorded) {
    Answer answer = recorded.answer();
    return switch (recorded.operation()) {
      case Operation.Call _ -> throw new IllegalArgumentException("operation=" + recorded);
      case Operation.LifeCycle step -> life.take(step, answer.succeeded());
      case Operation.WindowCommand command -> takeWindowCommand(command, recorded);
      case Operation.Memory memory -> {
        process.take(memory, answer.succeeded());
        yield null;
      }
      case Operation.Privilege privilege -> {
        if (answer.succeeded()) {
          process.take(privilege);
        }
        yield null;
      }
      case Operation.RawIoctl _ -> answer.succeeded() ? Reason.LOST_RAW_IOCTL : null;
      case Operation.Query _,
          Operation.DeviceOperation _,
          Operation.EnableOrDisable _,
          Operation.Look _,
          Operation.Died _ ->
          null;
    };
  }

  private @Nullable Reason takeWindowCommand(
      Operation.WindowCommand command, RecordedOperation recorded) {
    OpenFiles.Container container = files.container(command.container());
    Answer answer = recorded.answer();
    if (container == null) {
      return answer.succeeded() ? Reason.LOST_DESCRIPTOR : null;
    }
    if (container.foreign()) {
      return answer.succeeded() ? Reason.LOST_FOREIGN : null;
    }
    if (container.type() != OpenFiles.TYPE) {
      return null;
    }
    return switch (command) {
      case Operation.CreateWindow create ->
          windows.created(container, create, answer, recorded.lockedPages());
      case Operation.RemoveWindow remove -> windows.removed(container, remove, answer);
    };
  }

  private void judge(RecordedOperation recorded, Operation.Call call) {
    OpenFiles.Container container = files.container(call.container());
    boolean succeeded = recorded.answer().succeeded();
    if (container == null) {
      tally.notCovered(Reason.NOT_A_CONTAINER);
      lose(succeeded ? Reason.LOST_DESCRIPTOR : null);
    } else if (container.type() != OpenFiles.TYPE) {
      tally.notCovered(container.type() == 0 ? Reason.NO_IOMMU : Reason.VERSION_1);
    } else if (container.foreign()) {
      tally.notCovered(Reason.FOREIGN);
      lose(succeeded ? Reason.LOST_FOREIGN : null);
    } else {
      judge(recorded, call, container);
    }
  }

  private void judge(
      RecordedOperation recorded, Operation.Call call, OpenFiles.Container container) {
    List<Value> commands = possibilities(call, container.name());
    Answer answer = recorded.answer();
    if (container.owesWindow() && needsWindow(call, commands.getFirst())) {
      if (answer.errno().equals(OUT_OF_MEMORY)) {
        tally.notCovered(Reason.DEFAULT_WINDOW_REFUSED);
        return;
      }
      Reason reason = windows.defaultAppears(container, recorded.lockedPages());
      if (reason != null) {
        tally.notCovered(reason);
        lose(reason);
        return;
      }
    }
    if (agrees(call, commands, answer)) {
      judgeCharge(recorded);
    } else if (allocationFailed(call, commands.getFirst(), answer)) {
      tally.notCovered(Reason.ALLOCATION_FAILURE);
    } else {
      Explanation explanation = Explanation.of(norm, call, commands, answer);
      diverge(
          recorded,
          List.copyOf(explanation.clauses()),
          List.copyOf(explanation.expected()),
          answer.text());
    }
  }

  private List<Value> possibilities(Operation.Call call, String container) {
    return switch (call) {
      case Operation.Register register ->
          process.possible(register).stream()
              .map(environment -> Commands.register(register, container, environment))
              .toList();
      case Operation.Unregister unregister -> List.of(Commands.unregister(unregister, container));
      case Operation.MapDma map -> List.of(Commands.map(map, container));
      case Operation.UnmapDma unmap -> List.of(Commands.unmap(unmap, container));
    };
  }

  /** Whether the call gets as far as looking for a window. */
  private boolean needsWindow(Operation.Call call, Value command) {
    return switch (call) {
      case Operation.Register _, Operation.Unregister _ -> false;
      case Operation.MapDma _ -> reaches(command, "MAP-2");
      case Operation.UnmapDma _ -> reaches(command, "UNM-2");
    };
  }

  /** Whether all checks of earlier steps than that of a clause pass. */
  private boolean reaches(Value command, String clause) {
    List<Norm.Check> checks = norm.checks(command);
    long step =
        checks.stream()
            .filter(check -> check.clause().equals(clause))
            .mapToLong(Norm.Check::step)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("clause=" + clause + " unknown"));
    return checks.stream().noneMatch(check -> check.fails() && check.step() < step);
  }

  private boolean agrees(Operation.Call call, List<Value> commands, Answer answer) {
    for (Value command : commands) {
      if (norm.take(command, answer.text())) {
        return true;
      }
    }
    return call instanceof Operation.MapDma
        && !process.knowsBacking()
        && norm.withBacking(pageSize).allows(commands.getFirst(), answer.text());
  }

  /**
   * Whether the kernel may have been short of memory for its own records: for a block that no
   * machine of the recordings can hold, or for a level of a TCE table.
   */
  private boolean allocationFailed(Operation.Call call, Value command, Answer answer) {
    if (!answer.errno().equals(OUT_OF_MEMORY)) {
      return false;
    }
    return switch (call) {
      case Operation.Register register ->
          register.size().compareTo(MACHINE_MEMORY) > 0 && reaches(command, LIMIT_CLAUSE);
      case Operation.MapDma _ -> norm.allows(command, Answer.OK.text());
      case Operation.Unregister _, Operation.UnmapDma _ -> false;
    };
  }

  private void judgeCharge(RecordedOperation recorded) {
    Long lockedPages = recorded.lockedPages();
    if (lockedPages == null || norm.lockedVm().equals(BigInteger.valueOf(lockedPages))) {
      tally.agreed();
      return;
    }
    diverge(
        recorded,
        List.of(CHARGE_CLAUSE),
        List.of("VmLck " + kibibytes(norm.lockedVm())),
        "VmLck " + kibibytes(BigInteger.valueOf(lockedPages)));
  }

  private String kibibytes(BigInteger pages) {
    return pages.multiply(pageSize).shiftRight(10) + " kB";
  }

  private void diverge(
      RecordedOperation recorded, List<String> clauses, List<String> expected, String got) {
    tally.diverged(
        new Divergence(
            recorded.line(),
            sequence.name(),
            recorded.text(),
            clauses,
            expected,
            got,
            firstDivergence));
    if (firstDivergence == null) {
      firstDivergence = recorded.line();
    }
  }

  private static Reason plainReason(RecordedOperation recorded) {
    return switch (recorded.operation()) {
      case Operation.Call _ -> throw new IllegalArgumentException("operation=" + recorded);
      case Operation.LifeCycle _ -> Reason.LIFE_CYCLE;
      case Operation.WindowCommand _ -> Reason.WINDOW_COMMAND;
      case Operation.Memory _ -> Reason.MEMORY;
      case Operation.Privilege _ -> Reason.PRIVILEGE;
      case Operation.RawIoctl _ -> Reason.RAW_IOCTL;
      case Operation.Query _ -> Reason.QUERY;
      case Operation.DeviceOperation _ -> Reason.DEVICE;
      case Operation.EnableOrDisable _ -> Reason.VERSION_1_COMMAND;
      case Operation.Look _ -> Reason.LOOK;
      case Operation.Died _ -> Reason.DIED;
    };
  }
}
