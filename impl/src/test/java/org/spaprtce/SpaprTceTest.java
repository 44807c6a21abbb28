package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.spaprtce.DmaPermission.READ_WRITE;
import static org.spaprtce.TestProcess.SMALL;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory;
import org.spaprtce.platform.SimulatedResourceLimits;

/** The process: its example, its containers and what others charge. */
class SpaprTceTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  @Test
  void example_ofTheDocumentation_translates() {
    var memory = new SimulatedHostMemory();
    var process = new SpaprTce(1 << 16, memory, new SimulatedResourceLimits(1 << 23));
    var container = process.openContainer(new DmaWindow(new Iova(0), 1L << 31, 1 << 12, 64));
    container.execute(new RegisterMemory(new UserAddress(0x10000), 0x10000));
    container.execute(new MapDma(new UserAddress(0x13000), new Iova(0x5000), 0x1000, READ_WRITE));
    TceEntry entry = container.translate(new Iova(0x5678)).orElseThrow();

    assertEquals(new TceEntry(memory.physical(new UserAddress(0x13678)), READ_WRITE), entry);
    assertEquals(List.of(), StateInvariants.violated(process.state(), 1 << 16));
  }

  @Test
  void openContainer_numbersContainersAndChargesTables() {
    TestProcess p = processes.create();
    p.limits.set(new Memlock(0, false));
    assertEquals(new ContainerId(0), p.open().id());
    TceContainer second = p.open();
    assertEquals(new ContainerId(1), second.id());
    assertEquals(TestProcess.WINDOW, second.window());
    assertEquals(BigInteger.valueOf(128), p.state().lockedVm());
  }

  @Test
  void openContainer_tablesPastAWord_isMisuseAndChangesNothing() {
    TestProcess p = processes.create();
    var window = new DmaWindow(new Iova(0), SMALL, SMALL, -1);
    p.process.openContainer(window);
    ProcessState before = p.state();
    assertThrows(IllegalArgumentException.class, p::open);
    assertEquals(before, p.state());
  }

  @Test
  void setLockedElsewhere_replacesWhatOthersCharged() {
    TestProcess p = processes.create();
    p.process.setLockedElsewhere(-1);
    assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.ONE), p.state().lockedVm());
    p.process.setLockedElsewhere(7);
    assertEquals(BigInteger.valueOf(7), p.state().lockedVm());
    assertEquals(7, p.state().elsewhere());
  }

  @Test
  void process_pageSizeNoPowerOfTwo_isMisuse() {
    var memory = new SimulatedHostMemory();
    var limits = new SimulatedResourceLimits(0);
    assertThrows(IllegalArgumentException.class, () -> new SpaprTce(0, memory, limits));
    assertThrows(IllegalArgumentException.class, () -> new SpaprTce(3 << 12, memory, limits));
  }
}
