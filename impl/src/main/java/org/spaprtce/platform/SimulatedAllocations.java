package org.spaprtce.platform;

import java.util.List;
import org.spaprtce.ContainerId;
import org.spaprtce.Iova;

/**
 * Memory for records and tables whose amount is set by hand. A call that fails is given nothing.
 *
 * @clause REG-11 WIN-4 WIN-12 MAP-13
 */
public final class SimulatedAllocations implements Allocations {

  private final FaultPoint recordsCalls = new FaultPoint("Allocations.records");
  private final FaultPoint contiguousCalls = new FaultPoint("Allocations.contiguous");
  private final FaultPoint roomCalls = new FaultPoint("Allocations.room");
  private volatile long records = -1;
  private volatile long contiguous = -1;
  private volatile long room = -1;

  /** Memory without an end. */
  public SimulatedAllocations() {}

  /**
   * Sets the bytes that can be had for the records of a block.
   *
   * @param bytes unsigned; all there is at the start
   * @clause REG-11
   */
  public void setRecords(long bytes) {
    records = bytes;
  }

  /**
   * Sets the bytes that can be had for a level of a table.
   *
   * @param bytes unsigned; all there is at the start
   * @clause WIN-4 WIN-12
   */
  public void setContiguous(long bytes) {
    contiguous = bytes;
  }

  /**
   * Sets how many leading bytes of any range of bus addresses can have their table.
   *
   * @param bytes unsigned; all there is at the start
   * @clause MAP-13
   */
  public void setRoom(long bytes) {
    room = bytes;
  }

  /**
   * {@return the calls of {@link #records}, {@link #contiguous} and {@link #room}, in this order}
   */
  public List<FaultPoint> calls() {
    return List.of(recordsCalls, contiguousCalls, roomCalls);
  }

  @Override
  public long records() {
    return recordsCalls.fails() ? 0 : records;
  }

  @Override
  public long contiguous() {
    return contiguousCalls.fails() ? 0 : contiguous;
  }

  @Override
  public long room(ContainerId container, Iova iova, long size) {
    if (roomCalls.fails()) {
      return 0;
    }
    long now = room;
    return Long.compareUnsigned(now, size) < 0 ? now : size;
  }
}
