package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.GroupId;
import org.spaprtce.Iova;
import org.spaprtce.platform.FaultPoint.SimulatedException;
import org.spaprtce.platform.Firmware.Recovered;
import org.spaprtce.platform.Firmware.Unrecovered;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** The simulated ports other than memory, and how each of their calls is made to fail. */
class SimulatedPlatformTest {

  private static final GroupId A = new GroupId(0);
  private static final GroupId B = new GroupId(1);
  private static final DmaWindow WINDOW = new DmaWindow(new Iova(0), 0x1000, 0x1000, 1);
  private static final DmaWindow OTHER = new DmaWindow(new Iova(0x1000), 0x1000, 0x1000, 1);
  private static final ContainerId C = new ContainerId(0);

  private final SimulatedPlatform host = new SimulatedPlatform();
  private final SimulatedFirmware firmware = host.firmware();
  private final SimulatedAllocations allocations = host.allocations();

  @Test
  void ports_areTheOnesThatAreSet() {
    Platform ports = host.ports();
    assertSame(host.memory(), ports.memory());
    assertSame(host.limits(), ports.limits());
    assertSame(allocations, ports.allocations());
    assertSame(firmware, ports.firmware());
  }

  @Test
  void faultPoints_countEachCallThatCanFail() {
    List<FaultPoint> points = host.faultPoints();
    assertEquals(9, new HashSet<>(points.stream().map(FaultPoint::name).toList()).size());
    host.limits().memlock();
    allocations.records();
    allocations.contiguous();
    allocations.contiguous();
    allocations.room(C, new Iova(0), 1);
    firmware.attach(List.of(A), List.of());
    firmware.program(List.of(A), List.of(WINDOW));
    firmware.openDevice(A);
    firmware.recover(List.of(A), 0);
    assertEquals(
        List.of(0L, 1L, 1L, 2L, 1L, 1L, 1L, 1L, 1L),
        points.stream().map(FaultPoint::calls).toList());
  }

  @Test
  void faultPoint_failsOneCallAndNoOther() {
    FaultPoint point = host.limits().memlockCalls();
    host.limits().set(new Memlock(7, true));
    point.failAt(1);
    assertEquals(new Memlock(7, true), host.limits().memlock());
    assertEquals(new Memlock(0, false), host.limits().memlock());
    assertEquals(new Memlock(7, true), host.limits().memlock());
    point.reset();
    assertEquals(0, point.calls());
    host.limits().memlock();
    assertEquals(new Memlock(7, true), host.limits().memlock());
    assertEquals("ResourceLimits.memlock, calls=2", point.toString());
  }

  @Test
  void faultPoint_throwsInOneCallAndNoOther() {
    host.limits().memlockCalls().throwAt(0);
    assertThrows(SimulatedException.class, host.limits()::memlock);
    assertEquals(new Memlock(-1, false), host.limits().memlock());
  }

  @Test
  void allocations_areWhatWasSetAndNothingWhereACallFails() {
    assertEquals(List.of(-1L, -1L), List.of(allocations.records(), allocations.contiguous()));
    assertEquals(9, allocations.room(C, new Iova(0), 9));
    allocations.setRecords(1);
    allocations.setContiguous(2);
    allocations.setRoom(3);
    assertEquals(List.of(1L, 2L), List.of(allocations.records(), allocations.contiguous()));
    assertEquals(3, allocations.room(C, new Iova(0), -1));
    assertEquals(2, allocations.room(C, new Iova(0), 2));
    allocations.calls().forEach(FaultPoint::reset);
    allocations.calls().forEach(point -> point.failAt(0));
    assertEquals(List.of(0L, 0L), List.of(allocations.records(), allocations.contiguous()));
    assertEquals(0, allocations.room(C, new Iova(0), 2));
  }

  @Test
  void unlimited_givesAll() {
    assertEquals(-1, Allocations.UNLIMITED.records());
    assertEquals(-1, Allocations.UNLIMITED.contiguous());
    assertEquals(-5, Allocations.UNLIMITED.room(C, new Iova(0), -5));
  }

  @Test
  void firmware_remembersWhatIsProgrammed() {
    assertEquals(Optional.empty(), firmware.attach(List.of(A, B), List.of(WINDOW)));
    assertEquals(Optional.empty(), firmware.program(List.of(A, B), List.of(OTHER)));
    assertEquals(
        Map.of(A, List.of(WINDOW, OTHER), B, List.of(WINDOW, OTHER)), firmware.programmed());
    firmware.unprogram(List.of(A, B), WINDOW);
    firmware.detach(A, List.of(OTHER));
    assertEquals(Map.of(B, List.of(OTHER)), firmware.programmed());
  }

  @Test
  void firmware_toldWhatCannotBe_complains() {
    firmware.attach(List.of(A), List.of());
    assertThrows(IllegalStateException.class, () -> firmware.attach(List.of(A), List.of()));
    assertThrows(IllegalStateException.class, () -> firmware.program(List.of(B), List.of(WINDOW)));
    assertThrows(IllegalStateException.class, () -> firmware.unprogram(List.of(A), WINDOW));
    assertThrows(IllegalStateException.class, () -> firmware.detach(A, List.of(WINDOW)));
    assertThrows(IllegalStateException.class, () -> firmware.closeDevice(A));
  }

  @Test
  void firmware_countsOpenDevices() {
    firmware.openDevice(A);
    firmware.openDevice(A);
    firmware.closeDevice(A);
    assertEquals(Map.of(A, 1), firmware.devices());
    firmware.closeDevice(A);
    assertTrue(firmware.devices().isEmpty());
  }

  @Test
  void firmware_refusing_doesNothing() {
    firmware.refuse(Errno.EBUSY);
    assertEquals(Optional.of(Errno.EBUSY), firmware.attach(List.of(A), List.of()));
    assertEquals(Optional.of(Errno.EBUSY), firmware.program(List.of(A), List.of(WINDOW)));
    assertEquals(Optional.of(Errno.EBUSY), firmware.openDevice(A));
    assertEquals(new Unrecovered(Errno.EBUSY), firmware.recover(List.of(A), 0));
    assertTrue(firmware.programmed().isEmpty() && firmware.devices().isEmpty());
    firmware.refuseNothing();
    firmware.setState(3);
    assertEquals(new Recovered(3), firmware.recover(List.of(A), 0));
    firmware.calls().forEach(FaultPoint::reset);
    firmware.calls().forEach(point -> point.failAt(0));
    assertEquals(Optional.of(Errno.EIO), firmware.attach(List.of(A), List.of()));
    assertEquals(new Unrecovered(Errno.EIO), firmware.recover(List.of(A), 0));
  }
}
