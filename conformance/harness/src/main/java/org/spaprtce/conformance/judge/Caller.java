package org.spaprtce.conformance.judge;

import org.spaprtce.conformance.world.MemoryMap;
import org.spaprtce.conformance.world.OpenFiles;
import org.spaprtce.conformance.world.RecordedProcess;

/** A process that calls, with what is worked out from it. */
final class Caller {
  private final RecordedProcess process;
  private final Circumstances circumstances;
  private final MemorySteps steps;

  Caller(RecordedProcess process, Case one) {
    this.process = process;
    this.circumstances = new Circumstances(process, one.pageSize(), one.machine().hugePage());
    this.steps = new MemorySteps(process, one.pageSize(), one.machine().hugePage());
  }

  RecordedProcess process() {
    return process;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  /** What it does to its memory. */
  MemorySteps steps() {
    return steps;
  }

  String name() {
    return process.name();
  }

  boolean isTold() {
    return process.isTold();
  }

  MemoryMap memory() {
    return process.memory();
  }

  OpenFiles files() {
    return process.files();
  }
}
