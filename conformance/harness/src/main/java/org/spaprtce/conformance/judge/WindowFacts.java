package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Tells the norm which DMA windows a container has.
 *
 * <p>A container of the norm's type owes a default window from the moment it gets its IOMMU. The
 * window appears when the first MAP_DMA, UNMAP_DMA or TCE_CREATE needs it, and its table is charged
 * then; removing address 0 before that gives it up. Other windows come with TCE_CREATE and go with
 * TCE_REMOVE. What a table costs is what locked_vm was recorded to grow by, and 0 where the
 * recording does not tell it.
 */
final class WindowFacts {
  /** Least argsz of TCE_CREATE. */
  private static final int CREATE_ARGSZ = 40;

  private static final BigInteger DEFAULT_SIZE = BigInteger.ONE.shiftLeft(31);
  private static final BigInteger DEFAULT_PAGE = BigInteger.ONE.shiftLeft(12);

  /** An entry and its mirror for each page of the default window. */
  private static final BigInteger DEFAULT_TABLE_BYTES =
      DEFAULT_SIZE.divide(DEFAULT_PAGE).multiply(BigInteger.valueOf(2L * Long.BYTES));

  private static final int WORD = 64;

  private final Norm norm;
  private final BigInteger pageSize;

  WindowFacts(Norm norm, long pageSize) {
    this.norm = norm;
    this.pageSize = BigInteger.valueOf(pageSize);
  }

  /** The default window appears; all that locked_vm grew by is its table. */
  @Nullable Reason defaultAppears(OpenFiles.Container container, @Nullable Long lockedPages) {
    return openDefault(container, growth(lockedPages));
  }

  private @Nullable Reason openDefault(OpenFiles.Container container, BigInteger table) {
    container.settleWindow();
    return open(container, BigInteger.ZERO, DEFAULT_SIZE, DEFAULT_PAGE, table);
  }

  private @Nullable Reason open(
      OpenFiles.Container container,
      BigInteger start,
      BigInteger size,
      BigInteger page,
      BigInteger table) {
    Value window =
        Values.record(
            "container", container.name(),
            "start", start,
            "size", size,
            "page", page,
            "table", table);
    return norm.fact("WindowOpened", window) ? null : Reason.LOST_WINDOW;
  }

  private BigInteger growth(@Nullable Long lockedPages) {
    return lockedPages == null
        ? BigInteger.ZERO
        : BigInteger.valueOf(lockedPages).subtract(norm.lockedVm()).max(BigInteger.ZERO);
  }

  /**
   * A TCE_CREATE has answered.
   *
   * @return why the windows are unknown from here on, or null
   */
  @Nullable Reason created(
      OpenFiles.Container container,
      Operation.CreateWindow command,
      Answer answer,
      @Nullable Long lockedPages) {
    BigInteger growth = growth(lockedPages);
    if (container.owesWindow() && reachesWindows(command.header())) {
      boolean told = lockedPages != null;
      if (!told && !answer.succeeded() && refusesDefault(answer)) {
        return Reason.LOST_DEFAULT_WINDOW;
      }
      if (answer.succeeded() || !told || growth.signum() > 0) {
        BigInteger table = growth.min(DEFAULT_TABLE_BYTES.divide(pageSize));
        growth = growth.subtract(table);
        Reason lost = openDefault(container, table);
        if (lost != null) {
          return lost;
        }
      }
    }
    BigInteger start = command.start();
    if (!answer.succeeded() || start == null) {
      return null;
    }
    bind(container);
    BigInteger page = BigInteger.ONE.shiftLeft((int) Math.min(command.pageShift(), WORD));
    return open(container, start, command.size(), page, growth);
  }

  private static boolean reachesWindows(Header header) {
    return header.readable() && header.argsz() >= CREATE_ARGSZ && header.flags() == 0;
  }

  /** Whether the answer may be that of the default window and not of the requested one. */
  private static boolean refusesDefault(Answer answer) {
    return answer.errno().equals("ENOMEM") || answer.errno().equals("EPERM");
  }

  /**
   * A TCE_REMOVE has answered.
   *
   * @return why the windows are unknown from here on, or null
   */
  @Nullable Reason removed(
      OpenFiles.Container container, Operation.RemoveWindow command, Answer answer) {
    if (!answer.succeeded()) {
      return null;
    }
    bind(container);
    if (container.owesWindow() && command.start().signum() == 0) {
      container.settleWindow();
      return null;
    }
    List<Value> windows =
        norm.windows(container.name()).stream()
            .filter(window -> contains(window, command.start()))
            .toList();
    boolean closed = windows.size() == 1 && norm.fact("WindowClosed", windows.getFirst());
    return closed ? null : Reason.LOST_WINDOW;
  }

  private static boolean contains(Value window, BigInteger address) {
    BigInteger start = window.field("start").asBigInteger();
    BigInteger end = start.add(window.field("size").asBigInteger());
    return start.compareTo(address) <= 0 && address.compareTo(end) < 0;
  }

  private void bind(OpenFiles.Container container) {
    norm.fact("ContainerBound", Values.string(container.name()));
  }

  /**
   * The last group has left: the windows close and the container lets go of its blocks.
   *
   * @return why the blocks are unknown from here on, or null
   */
  @Nullable Reason released(OpenFiles.Container container) {
    for (Value window : norm.windows(container.name())) {
      norm.fact("WindowClosed", window);
    }
    boolean released = norm.fact("ContainerReleased", Values.string(container.name()));
    return released ? null : Reason.LOST_RELEASE;
  }
}
