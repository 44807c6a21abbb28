package org.spaprtce;

import org.jspecify.annotations.Nullable;

/**
 * What a caller observes when a command returns.
 *
 * @clause ABI-5 ABI-7
 */
public sealed interface Outcome {

  /**
   * The command did what was asked; the record says what it handed out.
   *
   * @clause ABI-5 ABI-7
   */
  sealed interface Success extends Outcome {}

  /**
   * Success with nothing to hand out; the value of the call is zero.
   *
   * @clause ABI-5
   */
  enum Done implements Success {
    /** The only value. */
    DONE
  }

  /**
   * The value of CHECK_EXTENSION and GET_API_VERSION.
   *
   * @param value 1 if the extension is there, else 0; the version is 0
   * @clause QRY-1 QRY-2
   */
  record Value(int value) implements Success {}

  /**
   * The answer of GET_INFO.
   *
   * @param flags 1 if windows can be created, else 0
   * @param dma32Start bus address of the default window as the machine has it
   * @param dma32Size its bytes, unsigned; 0: there is none
   * @param windows the part about windows that can be created, null if the caller's structure is
   *     too short for it
   * @clause QRY-3 QRY-4
   */
  record TceInfo(int flags, Iova dma32Start, long dma32Size, @Nullable DynamicWindows windows)
      implements Success {}

  /**
   * What windows can be created; zeros if none can.
   *
   * @param pageSizes sum of the page sizes that they may have, bytes, unsigned
   * @param maxWindows number of windows, not negative
   * @param levels most levels of a table, not negative
   * @clause QRY-3
   */
  record DynamicWindows(long pageSizes, int maxWindows, int levels) {}

  /**
   * The answer of GET_STATUS.
   *
   * @param flags 1, the group can be used, and 2 as well if it is in a container
   * @clause QRY-5
   */
  record Status(int flags) implements Success {}

  /**
   * The answer of TCE_CREATE.
   *
   * @param start bus address of the new window
   * @clause WIN-13
   */
  record WindowCreated(Iova start) implements Success {}

  /**
   * The answer of EEH_PE_OP.
   *
   * @param value the number that the platform gives
   * @clause QRY-9
   */
  record EehState(int value) implements Success {}

  /**
   * A rejection.
   *
   * <p>Nothing changed, with two exceptions: the default window that a command needed stays, once
   * made (WIN-1), and a MAP_DMA that failed at an entry has cleared the entries of its range before
   * this one (MAP-14).
   *
   * @param errno the error that the caller sees, that of the clause or the platform's
   * @param clause the clause of the spec that was answered with, such as {@code REG-5}: diagnostic,
   *     since the spec allows several where it does not order them
   * @clause ABI-4 ABI-7
   */
  record Rejected(Errno errno, String clause) implements Outcome {}
}
