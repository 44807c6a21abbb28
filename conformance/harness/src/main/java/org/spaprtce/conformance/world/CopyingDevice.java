package org.spaprtce.conformance.world;

import org.jspecify.annotations.Nullable;

/**
 * A device with a buffer that copies from memory into it and back. What the buffer holds at first,
 * and after a copy that something stopped, is unknown.
 */
public final class CopyingDevice {
  /** Bytes of the buffer. */
  public static final int BUFFER = 4096;

  private final Contents buffer = new Contents();

  /** A device of which nothing is known. */
  public CopyingDevice() {
    buffer.write(0, BUFFER, null);
  }

  /** Bytes came in; null for unknown ones. */
  public void take(long offset, int size, byte @Nullable [] bytes) {
    buffer.write(offset, size, bytes);
  }

  /** Bytes that go out; null if any of them is unknown. */
  public byte @Nullable [] give(long offset, int size) {
    return buffer.read(offset, size);
  }
}
