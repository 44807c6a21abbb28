package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.FunctionValue;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** What the environment of a caller decides about a command: its field {@code env}. Immutable. */
public final class Environment {
  private static final RecordForm FORM =
      new RecordForm(
          "memlock",
          "capIpcLock",
          "pinned",
          "backing",
          "frames",
          "records",
          "contiguous",
          "room",
          "platform",
          "state");
  private static final int MEMLOCK = 0;
  private static final int PINNED = 2;
  private static final int BACKING = 3;
  private static final int RECORDS = 5;
  private static final int ROOM = 7;
  private static final int PLATFORM = 8;

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

  private final FunctionValue record;

  private Environment(FunctionValue record) {
    this.record = record;
  }

  /**
   * An environment.
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
  public Environment(
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
    this(
        FORM.of(
            Values.integer(memlock),
            Values.bool(capIpcLock),
            Values.integer(pinned),
            Values.integer(backing),
            Values.integer(frames),
            Values.integer(records),
            Values.integer(contiguous),
            Values.integer(room),
            Values.string(platform),
            Values.integer(state)));
  }

  /** How many leading bytes of the user range can be pinned for writing. */
  public BigInteger pinned() {
    return FORM.get(record, PINNED).asBigInteger();
  }

  /** The smallest page that backs the user range, bytes. */
  public BigInteger backing() {
    return FORM.get(record, BACKING).asBigInteger();
  }

  /** The same for a task with this limit and this capability. */
  public Environment withPrivilege(BigInteger limit, boolean capable) {
    return with(MEMLOCK, Values.integer(limit), Values.bool(capable));
  }

  /** The same for a user range of these pages. */
  public Environment withMemory(BigInteger pinnable, BigInteger smallest, long pages) {
    return with(PINNED, Values.integer(pinnable), Values.integer(smallest), Values.integer(pages));
  }

  /** The same on a machine that can allocate so much. */
  public Environment withAllocations(BigInteger forRecords, BigInteger forLevel) {
    return with(RECORDS, Values.integer(forRecords), Values.integer(forLevel));
  }

  /** The same where only so many leading bytes of the bus range can be written. */
  public Environment withRoom(BigInteger bytes) {
    return with(ROOM, Values.integer(bytes));
  }

  /** The same where hardware and firmware answer so. */
  public Environment withPlatform(String answer, long reported) {
    return with(PLATFORM, Values.string(answer), Values.integer(reported));
  }

  /** The same with values for this field and those after it. */
  private Environment with(int field, Value... values) {
    return new Environment(FORM.with(record, field, values));
  }

  /** The record that a command carries. */
  public Value value() {
    return record;
  }
}
