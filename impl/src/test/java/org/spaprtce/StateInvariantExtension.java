package org.spaprtce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.spaprtce.platform.Platform;

/** Gives tests their machines and checks the invariants of each after the test. */
final class StateInvariantExtension implements AfterEachCallback {

  private final List<TestMachine> machines = new ArrayList<>();

  TestMachine create() {
    return create(platform -> platform);
  }

  TestMachine create(UnaryOperator<Platform> ports) {
    var machine = new TestMachine(ports);
    machines.add(machine);
    return machine;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    machines.forEach(TestMachine::check);
  }
}
