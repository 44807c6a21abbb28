package org.spaprtce.conformance.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.world.CopyingDevice;
import org.spaprtce.conformance.world.Frames;
import org.spaprtce.conformance.world.OpenFiles.ContainerFile;
import org.spaprtce.conformance.world.OpenFiles.DeviceFile;
import org.spaprtce.conformance.world.OpenFiles.GroupFile;
import org.spaprtce.conformance.world.OpenFiles.OpenFile;
import org.spaprtce.conformance.world.RecordedProcess;

/** Judges what one process and its children did, in order. */
final class SequenceJudge {
  private static final String BUSY = "EBUSY";
  private static final long EEH_GET_STATE = 4;

  /** With so many names of pages, those that no block has any more are forgotten. */
  private static final int FEW_FRAMES = 64;

  private final Case one;
  private final Tally tally;
  private final Follower follower;
  private final Caller main;
  private final Map<Long, Frames> frames = new HashMap<>();
  private final Set<String> hadDevices = new HashSet<>();
  private long lastFrames;
  private int manyFrames = FEW_FRAMES;
  private boolean blurred;
  private @Nullable Reason lost;

  SequenceJudge(Case one, String sequence, Tally tally) {
    this.one = one;
    this.tally = tally;
    this.follower = new Follower(one, sequence, tally);
    this.main =
        new Caller(
            one.isTold()
                ? RecordedProcess.ofRecorder(Names.PROCESS, Kernels.usualMemlock(one.origin()))
                : RecordedProcess.untold(Names.PROCESS),
            one);
  }

  /** The file system may refuse; and a group may be open in a process of which nothing is told. */
  private static boolean isRefusedByOthers(RecordedOperation recorded, Caller process) {
    return !recorded.answer().succeeded()
        && (!recorded.answer().errno().equals(BUSY) || !process.isTold());
  }

  /**
   * Judges the next operation. A child is a copy of the process with an address space of its own;
   * it ends right after.
   */
  void judge(RecordedOperation recorded) {
    if (lost != null && recorded.operation() instanceof Operation.ProcessExit) {
      tally.agreedFact(); // it ends whatever there was
      lost = Reason.LOST_EXIT;
    } else if (lost != null) {
      tally.notCovered(recorded.operation() instanceof Operation.Died ? Reason.DIED : lost);
    } else if (recorded.child()) {
      Caller child = new Caller(main.process().fork(follower.nameChild()), one);
      judge(recorded, child);
      child.files().closeAll().forEach(file -> follower.take(closing(child, file, recorded)));
    } else {
      judge(recorded, main);
    }
  }

  private void judge(RecordedOperation recorded, Caller process) {
    switch (recorded.operation()) {
      case Operation.Ioctl ioctl -> ioctl(recorded, process, ioctl);
      case Operation.LifeCycle step -> lifeCycle(recorded, process, step);
      case Operation.Memory memory -> memory(recorded, process, memory);
      case Operation.Privilege privilege -> {
        if (recorded.answer().succeeded()) {
          take(process, privilege);
        }
        follower.fact(recorded, process.name(), null);
      }
      case Operation.DeviceAccess access -> {
        copy(recorded, process, access);
        follower.fact(recorded, process.name(), null);
      }
      case Operation.DeviceIoctl _ -> ofDevice(recorded, process);
      case Operation.Look _ -> follower.fact(recorded, process.name(), null);
      case Operation.Died _ -> tally.notCovered(Reason.DIED);
    }
  }

  private static void take(Caller process, Operation.Privilege privilege) {
    switch (privilege) {
      case Operation.SetMemlock limit -> process.process().limit(limit.limit());
      case Operation.SetUser user -> process.process().become(user.user());
    }
  }

  private Ioctls ioctls(RecordedOperation recorded, Caller process) {
    return new Ioctls(process.process(), process.circumstances(), lastFrames, recorded);
  }

  private void ioctl(RecordedOperation recorded, Caller process, Operation.Ioctl ioctl) {
    lastFrames++;
    switch (ioctls(recorded, process).resolve(ioctl)) {
      case Resolution.OfNorm norm -> {
        Outcome outcome = follower.judge(recorded, norm.call());
        if (ioctl.request() instanceof Request.Raw raw && recorded.answer().succeeded()) {
          RawIoctl.writeBack(process.process(), raw, outcome);
        }
        Call.Range block = norm.call().block();
        if (block != null && recorded.answer().value() == 0) {
          pinned(process, block);
        }
        blurred = blurred || disturbs(ioctl, recorded);
      }
      case Resolution.OfFiles files ->
          follower.answered(recorded, process.name(), files.result(), files.before());
      case Resolution.OfDevice _ -> ofDevice(recorded, process);
      case Resolution.Untold untold -> untold(recorded, untold.reason());
    }
  }

  private void pinned(Caller process, Call.Range block) {
    frames.put(lastFrames, Frames.of(process.memory(), block.start(), block.size()));
    process.steps().pinned(block.start(), block.size());
    if (frames.size() > manyFrames) {
      frames.keySet().retainAll(follower.frames());
      manyFrames = FEW_FRAMES + 2 * frames.size();
    }
  }

  /** A reset or an injected error may stop the device. */
  private static boolean disturbs(Operation.Ioctl ioctl, RecordedOperation recorded) {
    return recorded.answer().succeeded() && Ioctls.isEehOtherThan(ioctl.request(), EEH_GET_STATE);
  }

  /**
   * What a device answers is its own affair; a kernel recording still tells what the process has
   * locked then. A device that did something may no longer copy.
   */
  private void ofDevice(RecordedOperation recorded, Caller process) {
    if (process.isTold()) {
      blurred = blurred || recorded.answer().succeeded();
      follower.fact(recorded, process.name(), null);
    } else {
      tally.notCovered(Reason.DEVICE);
    }
  }

  private void untold(RecordedOperation recorded, Reason reason) {
    tally.notCovered(reason);
    if (recorded.answer().succeeded()) {
      lost = reason == Reason.DESCRIPTOR ? Reason.LOST_DESCRIPTOR : Reason.LOST_ARGUMENT;
    }
  }

  private void memory(RecordedOperation recorded, Caller process, Operation.Memory operation) {
    String due = process.steps().take(recorded, operation, follower.lockedPages(process.name()));
    follower.lockedElsewhere(process.name(), process.memory().lockedBytes().divide(one.pageSize()));
    boolean unknown = blurred && operation instanceof Operation.ReadWord;
    follower.fact(recorded, process.name(), unknown ? null : due);
  }

  private void copy(RecordedOperation recorded, Caller process, Operation.DeviceAccess access) {
    if (!recorded.answer().succeeded()
        || !(process.files().get(access.device()) instanceof DeviceFile file)) {
      return;
    }
    blurred = blurred || follower.isVersion1(file.group());
    if (!blurred) {
      follower.devices(frames).take(follower.state(), file, access);
    }
  }

  private void lifeCycle(RecordedOperation recorded, Caller process, Operation.LifeCycle step) {
    switch (step) {
      case Operation.OpenContainer open -> {
        if (recorded.answer().succeeded()) {
          String name = follower.nameContainer(process.files());
          process.files().add(open.descriptor(), new ContainerFile(name));
        } else {
          process.files().lose(open.descriptor());
        }
        follower.fact(recorded, process.name(), null);
      }
      case Operation.OpenGroup open -> openGroup(recorded, process, open);
      case Operation.OpenDevice open -> openDevice(recorded, process, open);
      case Operation.Duplicate duplicate -> duplicate(recorded, process, duplicate);
      case Operation.Close close -> close(recorded, process, close);
      case Operation.ProcessExit _ -> {
        process.files().closeAll().forEach(file -> follower.take(closing(process, file, recorded)));
        follower.fact(recorded, process.name(), null);
        lost = Reason.LOST_EXIT;
      }
    }
  }

  private void openGroup(RecordedOperation recorded, Caller process, Operation.OpenGroup open) {
    if (isRefusedByOthers(recorded, process)) {
      follower.fact(recorded, process.name(), null);
    } else {
      follower.nameGroup(open.group());
      follower.judge(recorded, ioctls(recorded, process).ofGroup("OPEN_GROUP", open.group()));
    }
    process.files().lose(open.descriptor());
    if (recorded.answer().succeeded()) {
      process.files().add(open.descriptor(), new GroupFile(open.group()));
    }
  }

  private void openDevice(RecordedOperation recorded, Caller process, Operation.OpenDevice open) {
    OpenFile file = process.files().get(open.group());
    switch (file) {
      case null -> {
        if (process.isTold()) {
          follower.answered(recorded, process.name(), Ioctls.CLOSED, Map.of());
        } else {
          untold(recorded, Reason.DESCRIPTOR);
        }
      }
      case ContainerFile container ->
          follower.judge(recorded, ioctls(recorded, process).unknownOfContainer(container.name()));
      case DeviceFile _ -> ofDevice(recorded, process);
      case GroupFile group ->
          follower.judge(recorded, ioctls(recorded, process).openDevice(group.name()));
    }
    process.files().lose(open.descriptor());
    if (recorded.answer().succeeded() && file instanceof GroupFile group) {
      hadDevices.add(group.name());
      process.files().add(open.descriptor(), new DeviceFile(group.name(), new CopyingDevice()));
    }
  }

  private void duplicate(RecordedOperation recorded, Caller process, Operation.Duplicate step) {
    OpenFile file = process.files().get(step.descriptor());
    if (file == null && !process.isTold()) {
      untold(recorded, Reason.DESCRIPTOR);
      return;
    }
    process.files().lose(step.copy());
    if (file == null) {
      follower.answered(recorded, process.name(), Ioctls.CLOSED, Map.of());
    } else {
      if (recorded.answer().succeeded()) {
        process.files().add(step.copy(), file);
      }
      follower.fact(recorded, process.name(), null);
    }
  }

  private void close(RecordedOperation recorded, Caller process, Operation.Close close) {
    if (process.files().get(close.descriptor()) == null) {
      if (process.isTold()) {
        follower.fact(recorded, process.name(), recorded.answer().succeeded() ? "EBADF" : null);
      } else {
        untold(recorded, Reason.DESCRIPTOR);
      }
      return;
    }
    OpenFile file = process.files().close(close.descriptor());
    Call call = file == null ? null : closing(process, file, recorded);
    if (call == null) {
      follower.fact(recorded, process.name(), null);
      return;
    }
    follower.judge(recorded, call);
    if (!process.isTold() && file instanceof GroupFile group && hadDevices.contains(group.name())) {
      lost = Reason.LOST_DEVICE;
    }
  }

  /** The command that the last close of a file is; null for a container. */
  private @Nullable Call closing(Caller process, OpenFile file, RecordedOperation recorded) {
    Ioctls ioctls = ioctls(recorded, process);
    return switch (file) {
      case ContainerFile _ -> null;
      case GroupFile group -> ioctls.ofGroup("CLOSE_GROUP", group.name());
      case DeviceFile device -> ioctls.ofGroup("CLOSE_DEVICE", device.group());
    };
  }
}
