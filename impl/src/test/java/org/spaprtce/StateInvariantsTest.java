package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.MACHINE;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.STRANGER;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.OpenDevice;
import org.spaprtce.MachineState.Charges;
import org.spaprtce.MachineState.Container;
import org.spaprtce.MachineState.Group;
import org.spaprtce.MachineState.Mapping;
import org.spaprtce.MachineState.Region;
import org.spaprtce.MachineState.Window;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/**
 * Each check of a state, and of what is left in the host, notices the fault that it is there for.
 */
class StateInvariantsTest {

  private static final ProcessId P = new ProcessId(0);
  private static final ContainerId C = new ContainerId(0);

  private final TestMachine p = new TestMachine();
  private final MachineState good = good();

  /** A block of c that c maps twice, and a container of version 1 that maps a page. */
  private MachineState good() {
    TceContainer c = p.withWindow(0);
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    p.done(c, map(PAGE, PAGE, SMALL));
    p.done(p.group(0), new OpenDevice());
    TceContainer old = p.container(1, SetIommu.VERSION_1);
    p.done(old, new Enable());
    p.done(old, map(8 * PAGE, 0, SMALL));
    return p.state();
  }

  private static List<String> violated(MachineState state) {
    return StateInvariants.violated(state, MACHINE);
  }

  private static <T> List<T> changed(List<T> items, int place, UnaryOperator<T> change) {
    var copy = new ArrayList<>(items);
    copy.set(place, change.apply(copy.get(place)));
    return copy;
  }

  private static <T> List<T> more(List<T> items, T item) {
    var copy = new ArrayList<>(items);
    copy.add(item);
    return copy;
  }

  private MachineState withContainers(List<Container> containers) {
    return new MachineState(
        good.charges(), containers, good.groups(), good.regions(), good.windows(), good.mappings());
  }

  private MachineState withRegions(List<Region> regions) {
    return new MachineState(
        good.charges(), good.containers(), good.groups(), regions, good.windows(), good.mappings());
  }

  private MachineState withWindows(List<Window> windows) {
    return new MachineState(
        good.charges(), good.containers(), good.groups(), good.regions(), windows, good.mappings());
  }

  private MachineState withMappings(List<Mapping> mappings) {
    return new MachineState(
        good.charges(), good.containers(), good.groups(), good.regions(), good.windows(), mappings);
  }

  private void notices(String name, MachineState state) {
    assertTrue(violated(state).contains(name), () -> name + " among " + violated(state));
  }

  private void noticesContainer(String name, UnaryOperator<Container> change) {
    notices(name, withContainers(changed(good.containers(), 0, change)));
  }

  private void noticesRegion(String name, UnaryOperator<Region> change) {
    notices(name, withRegions(changed(good.regions(), 0, change)));
  }

  private void noticesMapping(String name, Mapping mapping) {
    notices(name, withMappings(more(good.mappings(), mapping)));
  }

  private static Region region(long ua, long size, Set<ContainerId> holders, long live) {
    return new Region(P, new UserAddress(ua), size, 1 << 30, List.of(), holders, live);
  }

  private static Mapping mapping(long iova, long ua, long size) {
    return new Mapping(
        C, new Iova(0), new Iova(iova), new UserAddress(ua), size, DmaPermission.READ_WRITE);
  }

  @Test
  void violated_goodState_isEmpty() {
    assertEquals(List.of(), violated(good));
    p.check();
  }

  @Test
  void violated_badContainer_isNoticed() {
    noticesContainer("TypeInv", c -> new Container(C, 3, P, true, false, 0, c.groups()));
    noticesContainer("BlankInv", c -> new Container(C, 0, P, true, false, 0, c.groups()));
    noticesContainer("BoundInv", c -> new Container(C, 7, null, true, false, 0, c.groups()));
    noticesContainer("PendingInv", c -> new Container(C, 7, P, true, true, 0, c.groups()));
    noticesContainer("LockedInv", c -> new Container(C, 7, P, true, false, 1, c.groups()));
    noticesContainer(
        "CompatibleInv",
        c ->
            new Container(C, 7, P, true, false, 0, List.of(new GroupId(0), new GroupId(STRANGER))));
    noticesContainer("HolderInv", c -> new Container(C, 7, P, false, false, 0, c.groups()));
    noticesContainer(
        "OneHomeInv", c -> new Container(C, 7, P, true, false, 0, List.of(new GroupId(1))));
  }

  @Test
  void violated_badGroup_isNoticed() {
    notices(
        "InUseInv",
        new MachineState(
            good.charges(),
            good.containers(),
            changed(good.groups(), 0, g -> new Group(g.id(), false, 0)),
            good.regions(),
            good.windows(),
            good.mappings()));
    notices(
        "DeviceOpenInv",
        new MachineState(
            good.charges(),
            good.containers(),
            changed(good.groups(), 3, g -> new Group(g.id(), true, 1)),
            good.regions(),
            good.windows(),
            good.mappings()));
  }

  @Test
  void violated_badBlock_isNoticed() {
    noticesRegion("TypeInv", r -> region(-PAGE, PAGE, r.holders(), 0));
    noticesRegion("HeldOrMappedInv", r -> region(PAGE, PAGE, Set.of(), 0));
    noticesRegion("HolderInv", r -> region(PAGE, PAGE, Set.of(new ContainerId(1)), 2));
    noticesRegion("LiveInv", r -> region(PAGE, PAGE, r.holders(), 1));
    noticesRegion("ChargeInv", r -> region(PAGE, 2 * PAGE, r.holders(), 2));
    noticesRegion(
        "PageInv", r -> new Region(P, r.ua(), r.size(), SMALL / 2, List.of(), r.holders(), 2));
    notices("DisjointInv", withRegions(more(good.regions(), region(0, 2 * PAGE, Set.of(C), 2))));
  }

  @Test
  void violated_badCharge_isNoticed() {
    notices(
        "ChargeInv",
        new MachineState(
            changed(
                good.charges(),
                0,
                c -> new Charges(P, c.lockedVm().add(BigInteger.ONE), c.elsewhere())),
            good.containers(),
            good.groups(),
            good.regions(),
            good.windows(),
            good.mappings()));
  }

  @Test
  void violated_badWindow_isNoticed() {
    Window window = good.windows().getFirst();
    var range = new DmaWindow(new Iova(0x1000), 0x1000, 0x1000, 1);
    notices("StartInv", withWindows(more(good.windows(), new Window(C, range, window.groups()))));
    notices("ApartInv", withWindows(more(good.windows(), new Window(C, range, window.groups()))));
    notices("StartInv", withWindows(more(good.windows(), window)));
    notices(
        "WindowsInAllGroupsInv",
        withWindows(changed(good.windows(), 0, w -> new Window(C, w.range(), Set.of()))));
    notices(
        "TableInv",
        withWindows(
            changed(
                good.windows(),
                0,
                w -> new Window(C, new DmaWindow(new Iova(0), 1L << 31, SMALL, 0), w.groups()))));
  }

  @Test
  void violated_badMapping_isNoticed() {
    noticesMapping("InsideRegionsInv", mapping(9 * PAGE, 9 * PAGE, SMALL));
    noticesMapping("InsideWindowInv", mapping(1L << 31, PAGE, SMALL));
    noticesMapping("InsideWindowInv", mapping(9 * PAGE, PAGE + 1, SMALL));
    noticesMapping("OneEntryInv", mapping(PAGE, PAGE + SMALL, SMALL));
    noticesMapping("JoinedInv", mapping(SMALL, PAGE + SMALL, SMALL));
    noticesMapping("LiveInv", mapping(9 * PAGE, PAGE, SMALL));
    noticesMapping(
        "InsideWindowInv",
        new Mapping(
            C, new Iova(PAGE), new Iova(0), new UserAddress(PAGE), SMALL, DmaPermission.READ));
  }

  private void noticesInHost(String fault) {
    List<String> faults = HostTrace.faults(good, p.host);
    assertTrue(faults.stream().anyMatch(f -> f.startsWith(fault)), faults::toString);
  }

  @Test
  void faults_pinThatNobodyNeeds_isNoticed() {
    p.host.memory().pin(P, new UserAddress(20 * PAGE), PAGE);
    noticesInHost("pinned without a TCE");
  }

  @Test
  void faults_missingPin_isNoticed() {
    assertTrue(p.host.memory().pins().size() == 2);
    var nothing = withMappings(List.of());
    assertTrue(
        HostTrace.faults(nothing, p.host).stream().anyMatch(f -> f.startsWith("pinned without")));
    var another = withRegions(List.of(region(40 * PAGE, PAGE, Set.of(C), 0)));
    assertTrue(
        HostTrace.faults(another, p.host).stream().anyMatch(f -> f.startsWith("not pinned")));
    assertTrue(
        p.host.memory().pins().keySet().stream()
            .anyMatch(r -> r.range().equals(new Range(new UserAddress(8 * PAGE), SMALL))));
  }

  @Test
  void faults_otherWindowsProgrammed_areNoticed() {
    p.host
        .firmware()
        .program(
            List.of(new GroupId(0)), List.of(new DmaWindow(new Iova(1L << 59), SMALL, SMALL, 1)));
    noticesInHost("expected {");
  }

  @Test
  void faults_otherDevicesOpen_areNoticed() {
    p.host.firmware().openDevice(new GroupId(1));
    noticesInHost("expected {");
  }
}
