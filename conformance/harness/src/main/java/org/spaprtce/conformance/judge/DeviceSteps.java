package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.world.CopyingDevice;
import org.spaprtce.conformance.world.Frames;
import org.spaprtce.conformance.world.OpenFiles.DeviceFile;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Copies between memory and a device, as far as the TCEs let it. An access that no TCE allows is
 * dropped: memory stays, and what the device reads is unknown.
 */
final class DeviceSteps {
  /** The smallest page of a window; within it, memory is in one piece. */
  private static final long PIECE = 4096;

  private static final long MAY_WRITE = 3;

  private final Rules rules;
  private final Map<Long, Frames> frames;

  /**
   * Copies under the rules.
   *
   * @param frames the physical pages, by the names that blocks have for them
   */
  DeviceSteps(Rules rules, Map<Long, Frames> frames) {
    this.rules = rules;
    this.frames = frames;
  }

  /** The device copies. */
  void take(State state, DeviceFile file, Operation.DeviceAccess access) {
    long size = Math.min(access.size(), CopyingDevice.BUFFER);
    Value group = Values.string(file.group());
    for (long done = 0; done < size; ) {
      BigInteger iova = access.iova().add(BigInteger.valueOf(done));
      long inPiece = iova.mod(BigInteger.valueOf(PIECE)).longValueExact();
      int length = (int) Math.min(PIECE - inPiece, size - done);
      Value view = rules.deviceView(state, group, Values.integer(iova));
      switch (access) {
        case Operation.DeviceReads _ ->
            file.device().take(done, length, view == null ? null : read(view, length));
        case Operation.DeviceWrites _ -> {
          if (view != null && view.field("perm").asLong() == MAY_WRITE) {
            Frames pages = frames.get(view.field("frames").asLong());
            if (pages != null) {
              byte[] bytes = file.device().give(done, length);
              pages.write(view.field("offset").asLong(), length, bytes);
            }
          }
        }
      }
      done += length;
    }
  }

  private byte @Nullable [] read(Value view, int length) {
    Frames pages = frames.get(view.field("frames").asLong());
    byte[] bytes = pages == null ? null : pages.read(view.field("offset").asLong(), length);
    return bytes == null ? null : Arrays.copyOf(bytes, length);
  }
}
