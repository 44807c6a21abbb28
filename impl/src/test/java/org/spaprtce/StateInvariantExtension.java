package org.spaprtce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.SimulatedHostMemory;

/** Gives tests their processes and checks the invariants of each after the test. */
final class StateInvariantExtension implements AfterEachCallback {

  private final List<TestProcess> processes = new ArrayList<>();

  TestProcess create() {
    return track(new TestProcess());
  }

  TestProcess create(Function<SimulatedHostMemory, HostMemory> port) {
    return track(new TestProcess(port));
  }

  private TestProcess track(TestProcess process) {
    processes.add(process);
    return process;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    processes.forEach(TestProcess::check);
  }
}
