package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.world.MemoryMap;
import org.spaprtce.conformance.world.RecordedProcess;

/**
 * An ioctl that was recorded by its number. Its structure is read from the memory of the process,
 * as far as the recording tells what is there.
 */
final class RawIoctl {
  private static final int GET_STATUS = 3;
  private static final int SET_CONTAINER = 4;
  private static final int UNSET_CONTAINER = 5;
  private static final int GET_DEVICE_FD = 6;

  /** No process has descriptors from here on. */
  private static final int MOST_DESCRIPTORS = 1024;

  /** Bytes of the largest structure. */
  private static final int LARGEST = 40;

  /** A structure as it is read: its least size, and the request that it makes. */
  private record Layout(int bytes, Function<ByteBuffer, Request> request) {}

  private static final Map<Integer, Layout> LAYOUTS =
      Map.of(
          12,
          new Layout(16, b -> new Request.GetInfo(header(b))),
          13,
          new Layout(32, b -> new Request.MapDma(header(b), word(b, 8), word(b, 16), word(b, 24))),
          14,
          new Layout(24, b -> new Request.UnmapDma(header(b), word(b, 8), word(b, 16))),
          17,
          new Layout(24, b -> new Request.Register(header(b), word(b, 8), word(b, 16))),
          18,
          new Layout(24, b -> new Request.Unregister(header(b), word(b, 8), word(b, 16))),
          19,
          new Layout(
              40, b -> new Request.CreateWindow(header(b), half(b, 8), word(b, 16), half(b, 24))),
          20,
          new Layout(16, b -> new Request.RemoveWindow(header(b), word(b, 8))),
          21,
          new Layout(12, b -> new Request.Eeh(header(b), half(b, 8))));

  /** Where a field is that a call fills in; no two structures differ in this. */
  private record Slot(int offset, int bytes) {}

  private static final Map<String, Slot> SLOTS =
      Map.of(
          "flags", new Slot(4, 4),
          "dma32_start", new Slot(8, 4),
          "dma32_size", new Slot(12, 4),
          "pgsizes", new Slot(16, 8),
          "max_windows", new Slot(24, 4),
          "levels", new Slot(28, 4),
          "start_addr", new Slot(32, 8));

  private final Ioctls ioctls;
  private final RecordedProcess process;
  private final Request.Raw raw;

  RawIoctl(Ioctls ioctls, RecordedProcess process, Request.Raw raw) {
    this.ioctls = ioctls;
    this.process = process;
    this.raw = raw;
  }

  Resolution onContainer(String name) {
    BigInteger argument = raw.argument();
    Layout layout = LAYOUTS.get((int) raw.number());
    Request request =
        switch ((int) raw.number()) {
          case 0 -> new Request.ApiVersion();
          case 1 -> argument == null ? null : new Request.CheckExtension(argument.longValue());
          case 2 -> argument == null ? null : new Request.SetIommu(argument.longValue());
          case 15 -> new Request.Enable();
          case 16 -> new Request.Disable();
          default -> layout == null ? raw : structure(layout);
        };
    return request == null
        ? new Resolution.Untold(Reason.ARGUMENT)
        : ioctls.onContainer(name, request);
  }

  Resolution onGroup(String name) {
    return switch ((int) raw.number()) {
      case GET_STATUS -> {
        Request status = structure(new Layout(8, b -> new Request.GroupStatus(header(b))));
        yield status == null
            ? new Resolution.Untold(Reason.ARGUMENT)
            : ioctls.onGroup(name, status);
      }
      case SET_CONTAINER -> setContainer(name);
      case UNSET_CONTAINER -> ioctls.onGroup(name, new Request.UnsetContainer());
      case GET_DEVICE_FD -> noDevice();
      default -> ioctls.onGroup(name, raw);
    };
  }

  private Resolution setContainer(String group) {
    return switch (readable(Integer.BYTES)) {
      case UNTOLD -> new Resolution.Untold(Reason.ARGUMENT);
      case NO -> ioctls.setContainer(group, false, NamedFile.CLOSED);
      case YES -> {
        ByteBuffer bytes = read(Integer.BYTES);
        int descriptor = bytes == null ? 1 : bytes.getInt();
        if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS) {
          yield ioctls.setContainer(group, true, NamedFile.CLOSED);
        }
        yield descriptor == 0
            ? ioctls.setContainer(group, true, NamedFile.OTHER)
            : new Resolution.Untold(Reason.ARGUMENT);
      }
    };
  }

  /** GROUP_GET_DEVICE_FD; no buffer of the recorder holds the name of a device. */
  private Resolution noDevice() {
    return switch (readable(1)) {
      case UNTOLD -> new Resolution.Untold(Reason.ARGUMENT);
      case NO -> new Resolution.OfFiles("EFAULT", Map.of());
      case YES -> new Resolution.OfFiles("ENODEV", Map.of());
    };
  }

  private MemoryMap.Answer readable(int bytes) {
    BigInteger argument = raw.argument();
    return argument == null
        ? MemoryMap.Answer.UNTOLD
        : process.memory().readable(argument, BigInteger.valueOf(bytes));
  }

  private @Nullable ByteBuffer read(int size) {
    BigInteger argument = raw.argument();
    byte[] bytes = argument == null ? null : process.memory().read(argument, size);
    return bytes == null ? null : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The request of a structure; null if the recording does not tell it. */
  private @Nullable Request structure(Layout layout) {
    return switch (readable(layout.bytes)) {
      case UNTOLD -> null;
      case NO -> unreadable(layout.request.apply(ByteBuffer.allocate(layout.bytes)));
      case YES -> {
        ByteBuffer bytes = read(layout.bytes);
        yield bytes == null ? null : layout.request.apply(bytes);
      }
    };
  }

  private static Request unreadable(Request request) {
    Header none = new Header(false, 0, 0);
    BigInteger zero = BigInteger.ZERO;
    return switch (request) {
      case Request.GetInfo _ -> new Request.GetInfo(none);
      case Request.MapDma _ -> new Request.MapDma(none, zero, zero, zero);
      case Request.UnmapDma _ -> new Request.UnmapDma(none, zero, zero);
      case Request.Register _ -> new Request.Register(none, zero, zero);
      case Request.Unregister _ -> new Request.Unregister(none, zero, zero);
      case Request.CreateWindow _ -> new Request.CreateWindow(none, 0, zero, 0);
      case Request.RemoveWindow _ -> new Request.RemoveWindow(none, zero);
      case Request.Eeh _ -> new Request.Eeh(none, 0);
      case Request.GroupStatus _ -> new Request.GroupStatus(none);
      default -> throw new IllegalArgumentException("request=" + request);
    };
  }

  /**
   * Writes what a call hands out into the memory of the process.
   *
   * @param outcome how the call ended; null if that is not known
   */
  static void writeBack(RecordedProcess process, Request.Raw raw, @Nullable Outcome outcome) {
    BigInteger argument = raw.argument();
    if (argument == null
        || process.memory().readable(argument, BigInteger.ONE) == MemoryMap.Answer.NO) {
      return;
    }
    if (outcome == null) {
      process.memory().write(argument, LARGEST, null);
      return;
    }
    outcome
        .fields(Map.of())
        .forEach((name, value) -> {
          Slot slot = SLOTS.get(name);
          if (slot != null) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            byte[] word = bytes.putLong(value.longValue()).array();
            process
                .memory()
                .write(
                    argument.add(BigInteger.valueOf(slot.offset)),
                    slot.bytes,
                    Arrays.copyOf(word, slot.bytes));
          }
        });
  }

  private static Header header(ByteBuffer bytes) {
    return new Header(true, half(bytes, 0), half(bytes, 4));
  }

  private static long half(ByteBuffer bytes, int offset) {
    return Integer.toUnsignedLong(bytes.getInt(offset));
  }

  private static BigInteger word(ByteBuffer bytes, int offset) {
    return new BigInteger(Long.toUnsignedString(bytes.getLong(offset)));
  }
}
