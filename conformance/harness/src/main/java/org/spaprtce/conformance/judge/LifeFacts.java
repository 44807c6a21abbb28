package org.spaprtce.conformance.judge;

import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;

/**
 * Takes the facts of the life of containers, groups and devices. A step that failed is none.
 *
 * <p>The answers are reasons why the rest of the sequence cannot be judged, or null.
 */
final class LifeFacts {
  private final OpenFiles files;
  private final WindowFacts windows;
  private final boolean mappingsHidden;

  LifeFacts(OpenFiles files, WindowFacts windows, Recording.Source source) {
    this.files = files;
    this.windows = windows;
    this.mappingsHidden = source == Recording.Source.CLIENT;
  }

  /** A step of the recorded process. */
  @Nullable Reason take(Operation.LifeCycle step, boolean succeeded) {
    if (!succeeded) {
      return null;
    }
    return switch (step) {
      case Operation.OpenContainer open -> {
        files.openContainer(open.descriptor());
        yield null;
      }
      case Operation.OpenGroup open -> {
        files.openGroup(open.descriptor());
        yield null;
      }
      case Operation.OpenDevice open -> known(files.openDevice(open.group(), open.descriptor()));
      case Operation.Duplicate duplicate ->
          known(files.duplicate(duplicate.descriptor(), duplicate.copy()));
      case Operation.Close close -> closed(files.close(close.descriptor()));
      case Operation.SetContainer set -> known(files.setContainer(set.group(), set.container()));
      case Operation.UnsetContainer unset -> left(files.unsetContainer(unset.group()));
      case Operation.SetIommu set -> known(files.setIommu(set.container(), set.type()));
      case Operation.ProcessExit _ -> Reason.LOST_EXIT;
    };
  }

  /**
   * An operation of a second process, a fork of the recorded one that ends right after it. What it
   * opens and closes is its own; what it does to the groups and containers it inherits is not.
   */
  @Nullable Reason takeOfChild(RecordedOperation recorded, Norm norm) {
    boolean succeeded = recorded.answer().succeeded();
    return switch (recorded.operation()) {
      case Operation.SetContainer _, Operation.UnsetContainer _, Operation.SetIommu _ ->
          take((Operation.LifeCycle) recorded.operation(), succeeded);
      case Operation.Register register -> claim(register.container(), recorded, norm);
      case Operation.WindowCommand command -> claim(command.container(), recorded, norm);
      case Operation.RawIoctl _ -> succeeded ? Reason.LOST_RAW_IOCTL : null;
      case Operation.Call _,
          Operation.LifeCycle _,
          Operation.Memory _,
          Operation.Privilege _,
          Operation.Query _,
          Operation.DeviceOperation _,
          Operation.EnableOrDisable _,
          Operation.Look _,
          Operation.Died _ ->
          null;
    };
  }

  /**
   * A command that binds a container which is not bound yet; only a refusal shows that it did not.
   */
  private @Nullable Reason claim(String descriptor, RecordedOperation recorded, Norm norm) {
    OpenFiles.Container container = files.container(descriptor);
    if (container != null
        && container.type() != 0
        && !norm.isBound(container.name())
        && !recorded.answer().errno().equals("EPERM")) {
      container.becomeForeign();
    }
    return null;
  }

  private static @Nullable Reason known(boolean known) {
    return known ? null : Reason.LOST_DESCRIPTOR;
  }

  /** A mapping of a device, which a client log does not show, may keep a closed group alive. */
  private @Nullable Reason closed(OpenFiles.@Nullable Left left) {
    if (left != null && left.released() != null && left.hadDevice() && mappingsHidden) {
      return Reason.LOST_DEVICE;
    }
    return left(left);
  }

  private @Nullable Reason left(OpenFiles.@Nullable Left left) {
    if (left == null) {
      return Reason.LOST_DESCRIPTOR;
    }
    OpenFiles.Container released = left.released();
    return released == null ? null : windows.released(released);
  }
}
