package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.unmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.FaultPoint;
import org.spaprtce.platform.FaultPoint.SimulatedException;
import org.spaprtce.platform.Firmware;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.ResourceLimits;

/** When ports are asked, what becomes of a call whose port fails, and ports that call back. */
class PortTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private static final int STEPS = 60;

  /** Where a fault is put into a run of random commands, and which of the calls there it hits. */
  private record Fault(int point, long call, boolean thrown) {

    void arm(TestMachine p) {
      FaultPoint hit = p.host.faultPoints().get(point);
      if (thrown) {
        hit.throwAt(call);
      } else {
        hit.failAt(call);
      }
    }
  }

  /** Sends random commands, with a fault among them; tells how many came to nothing by it. */
  private static int play(TestMachine p, long seed, Consumer<TestMachine> fault) {
    var random = new RandomCommands(p, seed);
    p.host.faultPoints().forEach(FaultPoint::reset);
    fault.accept(p);
    int thrown = 0;
    for (int i = 0; i < STEPS; i++) {
      MachineState before = p.state();
      try {
        random.step();
      } catch (SimulatedException e) {
        assertEquals(before, p.state());
        thrown++;
      }
      p.check();
    }
    return thrown;
  }

  @Test
  void execute_eachCallOfEachPortFailing_keepsInvariants() {
    for (long seed = 0; seed < 3; seed++) {
      var p = new TestMachine();
      play(p, seed, _ -> {});
      List<FaultPoint> points = p.host.faultPoints();
      for (int point = 0; point < points.size(); point++) {
        for (long call = 0; call < points.get(point).calls(); call++) {
          assertEquals(0, play(new TestMachine(), seed, new Fault(point, call, false)::arm));
          assertEquals(1, play(new TestMachine(), seed, new Fault(point, call, true)::arm));
        }
      }
    }
  }

  private static Platform with(Platform ports, Firmware firmware) {
    return new Platform(ports.memory(), ports.limits(), ports.allocations(), firmware);
  }

  @Test
  void execute_asksEachQuestionOnce() {
    TestMachine p = machines.create();
    TceContainer c = p.version2(0);
    p.host.faultPoints().forEach(FaultPoint::reset);
    c.execute(p.process, new TceCreate(12, 1L << 30, 1));
    assertCalls(p, 0, 1, 0, 1, 0, 0, 1, 0, 0);
    p.done(c, register(PAGE, PAGE));
    assertCalls(p, 1, 2, 1, 1, 0, 0, 1, 0, 0);
    p.done(c, map(PAGE, 0, SMALL));
    assertCalls(p, 1, 2, 1, 1, 1, 0, 1, 0, 0);
    c.execute(p.process, map(9 * PAGE, 0, SMALL));
    assertCalls(p, 1, 2, 1, 1, 2, 0, 1, 0, 0);
    p.done(c, unmap(0, SMALL));
    p.done(c, map(PAGE, 0, 0));
    c.execute(p.process, new EehPeOp(1));
    assertCalls(p, 1, 2, 1, 1, 2, 0, 1, 0, 1);
  }

  private static void assertCalls(TestMachine p, long... calls) {
    assertEquals(
        Arrays.stream(calls).boxed().toList(),
        p.host.faultPoints().stream().map(FaultPoint::calls).toList());
  }

  @Test
  void execute_unlimitedAllocations_areNotAskedForRoom() {
    TestMachine p =
        machines.create(ports ->
            new Platform(ports.memory(), ports.limits(), Allocations.UNLIMITED, ports.firmware()));
    TceContainer c = p.withWindow(0);
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    assertEquals(List.of(0L), List.of(p.host.allocations().calls().getLast().calls()));
  }

  @Test
  void execute_byAPortUnderALock_isMisuse() {
    var machine = new ArrayList<TestMachine>();
    var container = new ArrayList<TceContainer>();
    UnaryOperator<Platform> callingBack =
        ports ->
            new Platform(
                ports.memory(),
                (ResourceLimits)
                    () -> {
                      container.getFirst().execute(machine.getFirst().process, new GetInfo());
                      return ports.limits().memlock();
                    },
                ports.allocations(),
                ports.firmware());
    TestMachine p = machines.create(callingBack);
    machine.add(p);
    TceContainer c = p.version2(0);
    container.add(c);
    assertThrows(IllegalStateException.class, () -> c.execute(p.process, register(PAGE, PAGE)));
    assertThrows(
        IllegalStateException.class, () -> c.execute(p.process, new TceCreate(12, 4096, 1)));
    assertTrue(p.state(c).pending());
  }

  @Test
  void eeh_whilePlatformRecovers_holdsNoLock() {
    var machine = new ArrayList<TestMachine>();
    TestMachine p =
        machines.create(ports ->
            with(
                ports,
                new ForwardingFirmware(ports.firmware()) {
                  @Override
                  public Recovery recover(List<GroupId> groups, int operation) {
                    machine.getFirst().state();
                    return super.recover(groups, operation);
                  }
                }));
    machine.add(p);
    TceContainer c = p.version2(0);
    p.host.firmware().setState(4);
    assertEquals(new Outcome.EehState(4), c.execute(p.process, new EehPeOp(1)));
  }
}
