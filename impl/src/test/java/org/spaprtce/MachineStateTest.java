package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.UnsetContainer;

/** The whole state: in which order it lists, and that it is of one moment. */
class MachineStateTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private void create(long start) {
    assertEquals(
        new Outcome.WindowCreated(new Iova(start)),
        c.execute(p.process, new TceCreate(12, 1L << 20, 1)));
  }

  @Test
  void state_listsByContainerWindowAndAddress() {
    create(SECOND);
    p.done(c, remove(0));
    create(0);
    p.done(d, register(8 * PAGE, PAGE));
    p.done(c, register(PAGE, PAGE));
    p.done(d, map(PAGE, 0, SMALL));
    p.done(c, map(PAGE, SECOND, SMALL));
    p.done(c, map(PAGE, 4 * SMALL, SMALL));
    p.done(c, map(PAGE, SMALL, SMALL));
    MachineState state = p.state();
    assertEquals(
        List.of(0L, SECOND, 0L),
        state.windows().stream().map(w -> w.range().start().value()).toList());
    assertEquals(
        List.of(SMALL, 4 * SMALL, SECOND, 0L),
        state.mappings().stream().map(m -> m.iova().value()).toList());
    assertEquals(
        List.of(PAGE, 8 * PAGE), state.regions().stream().map(r -> r.ua().value()).toList());
  }

  @Test
  void state_listsBlocksByProcess() {
    TceProcess other = p.tce.openProcess();
    TceContainer theirs = p.version2(2);
    assertEquals(Outcome.Done.DONE, theirs.execute(other, register(0, PAGE)));
    p.done(c, register(PAGE, PAGE));
    assertEquals(
        List.of(p.process.id(), other.id()),
        p.regions().stream().map(MachineState.Region::process).toList());
  }

  @Test
  void state_changesAfterwards_areNotInIt() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    MachineState before = p.state();
    Set<ContainerId> holders = before.regions().getFirst().holders();
    List<GroupId> groups = before.containers().getFirst().groups();
    p.done(d, register(PAGE, PAGE));
    p.done(c, unmap(0, SMALL));
    p.done(p.group(1), new UnsetContainer());
    p.done(p.group(1), new SetContainer(c.id()));
    assertNotEquals(before, p.state());
    assertEquals(Set.of(c.id()), holders);
    assertEquals(List.of(new GroupId(0)), groups);
    assertEquals(1, before.mappings().size());
    assertEquals(1, before.regions().getFirst().live());
    assertEquals(Set.of(new GroupId(0)), before.windows().getFirst().groups());
  }

  @Test
  void state_afterAChangeIsUndone_isEqual() {
    p.done(c, register(PAGE, PAGE));
    MachineState before = p.state();
    p.done(c, map(PAGE, 0, SMALL));
    assertNotEquals(before, p.state());
    p.done(c, unmap(0, SMALL));
    assertEquals(before, p.state());
  }
}
