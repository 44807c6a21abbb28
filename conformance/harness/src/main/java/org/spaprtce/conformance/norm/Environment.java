package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What the environment of a caller decides about a command: its field {@code env}.
 *
 * @param memlock RLIMIT_MEMLOCK of the calling task, bytes
 * @param capIpcLock whether that task has CAP_IPC_LOCK
 * @param pinned how many leading bytes of the user range can be pinned for writing
 * @param backing the smallest page that backs the range, bytes
 * @param frames names the physical pages behind the range
 * @param records bytes that can be allocated for the records of a block
 * @param contiguous bytes that can be allocated for a level of a table
 * @param room how many leading bytes of the bus range have their levels of the table
 * @param platform what hardware and firmware answer: "OK" or an error
 * @param state the state that the platform reports where it is asked for one
 */
public record Environment(
    BigInteger memlock,
    boolean capIpcLock,
    BigInteger pinned,
    BigInteger backing,
    long frames,
    BigInteger records,
    BigInteger contiguous,
    BigInteger room,
    String platform,
    long state) {
  private static final BigInteger EVERYTHING = BigInteger.ONE.shiftLeft(64);

  /** Refuses nothing: no limit counts, all memory can be pinned, every allocation succeeds. */
  public static final Environment GENEROUS =
      new Environment(
          BigInteger.ZERO,
          true,
          EVERYTHING,
          EVERYTHING,
          0,
          EVERYTHING,
          EVERYTHING,
          EVERYTHING,
          "OK",
          0);

  /** The same for a task with this limit and this capability. */
  public Environment withPrivilege(BigInteger limit, boolean capable) {
    return new Environment(
        limit, capable, pinned, backing, frames, records, contiguous, room, platform, state);
  }

  /** The same for a user range of these pages. */
  public Environment withMemory(BigInteger pinnable, BigInteger smallest, long pages) {
    return new Environment(
        memlock, capIpcLock, pinnable, smallest, pages, records, contiguous, room, platform, state);
  }

  /** The same on a machine that can allocate so much. */
  public Environment withAllocations(BigInteger forRecords, BigInteger forLevel) {
    return new Environment(
        memlock, capIpcLock, pinned, backing, frames, forRecords, forLevel, room, platform, state);
  }

  /** The same where only so many leading bytes of the bus range can be written. */
  public Environment withRoom(BigInteger bytes) {
    return new Environment(
        memlock, capIpcLock, pinned, backing, frames, records, contiguous, bytes, platform, state);
  }

  /** The same where hardware and firmware answer so. */
  public Environment withPlatform(String answer, long reported) {
    return new Environment(
        memlock, capIpcLock, pinned, backing, frames, records, contiguous, room, answer, reported);
  }

  /** The record that a command carries. */
  public Value value() {
    return Values.record(
        "memlock",
        memlock,
        "capIpcLock",
        capIpcLock,
        "pinned",
        pinned,
        "backing",
        backing,
        "frames",
        frames,
        "records",
        records,
        "contiguous",
        contiguous,
        "room",
        room,
        "platform",
        platform,
        "state",
        state);
  }
}
