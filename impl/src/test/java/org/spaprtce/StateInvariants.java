package org.spaprtce;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.MachineState.Charges;
import org.spaprtce.MachineState.Container;
import org.spaprtce.MachineState.Group;
import org.spaprtce.MachineState.Mapping;
import org.spaprtce.MachineState.Region;
import org.spaprtce.MachineState.Window;

/** The invariants of the spec, by their names there, in numbers that cannot overflow. */
final class StateInvariants {

  private static final BigInteger TOP = BigInteger.ONE.shiftLeft(64);

  private final MachineState state;
  private final Machine machine;
  private final BigInteger pageSize;
  private final List<String> violated = new ArrayList<>();

  private StateInvariants(MachineState state, Machine machine) {
    this.state = state;
    this.machine = machine;
    this.pageSize = u(machine.pageSize());
  }

  /** The names of the invariants that a state violates. */
  static List<String> violated(MachineState state, Machine machine) {
    var invariants = new StateInvariants(state, machine);
    state.containers().forEach(invariants::container);
    state.groups().forEach(invariants::group);
    state.regions().forEach(invariants::region);
    state.charges().forEach(invariants::charges);
    state.windows().forEach(invariants::window);
    state.mappings().forEach(invariants::mapping);
    invariants.pairs();
    return invariants.violated;
  }

  private void container(Container c) {
    List<GroupId> groups = c.groups();
    require("TypeInv", new HashSet<>(groups).size() == groups.size());
    require("TypeInv", Set.of(0, SetIommu.VERSION_1, SetIommu.VERSION_2).contains(c.type()));
    var blank = new Container(c.id(), 0, null, false, false, 0, groups);
    require("BlankInv", c.type() == 0 ? c.equals(blank) : !groups.isEmpty());
    boolean hasWindow = state.windows().stream().anyMatch(w -> w.container().equals(c.id()));
    require("BoundInv", c.process() != null || !(c.enabled() || hasWindow));
    require("PendingInv", !c.pending() || (c.type() != 0 && !hasWindow));
    if (c.type() != 0) {
      List<TableGroup> members = groups.stream().map(this::capability).toList();
      require("CompatibleInv", members.stream().map(TableGroup::family).distinct().count() == 1);
      require(
          "CompatibleInv",
          isVersion2(c) ? members.stream().allMatch(g -> g.windows() > 0) : members.size() == 1);
      boolean charged = !isVersion2(c) && c.enabled();
      long locked = charged ? capability(groups.getFirst()).size() / machine.pageSize() : 0;
      require("LockedInv", c.locked() == locked);
    }
  }

  private void group(Group g) {
    List<Container> homes =
        state.containers().stream().filter(c -> c.groups().contains(g.id())).toList();
    require("OneHomeInv", homes.size() <= 1);
    require("InUseInv", homes.isEmpty() || g.open() || g.devices() > 0);
    require("DeviceOpenInv", g.devices() == 0 || homes.stream().anyMatch(c -> c.type() != 0));
  }

  private void region(Region r) {
    require(
        "TypeInv",
        r.size() != 0
            && aligned(r.ua().value(), pageSize)
            && aligned(r.size(), pageSize)
            && u(r.ua().value()).add(u(r.size())).compareTo(TOP) < 0
            && r.live() >= 0);
    require("HeldOrMappedInv", !r.holders().isEmpty() || r.live() > 0);
    for (ContainerId id : r.holders()) {
      Container c = container(id);
      require("HolderInv", isVersion2(c) && c.enabled() && r.process().equals(c.process()));
    }
    BigInteger entries =
        sum(
            state.mappings(),
            m ->
                isVersion2(container(m.container())) && r.process().equals(owner(m))
                    ? range(m)
                        .map(w -> shared(m, r).divide(u(w.pageBytes())))
                        .orElse(BigInteger.ZERO)
                    : BigInteger.ZERO);
    require("LiveInv", entries.equals(u(r.live())));
  }

  private void charges(Charges p) {
    List<Container> mine =
        state.containers().stream().filter(c -> p.process().equals(c.process())).toList();
    BigInteger blocks =
        sum(state.regions(), r -> r.process().equals(p.process()) ? u(r.size()) : BigInteger.ZERO);
    BigInteger tables =
        sum(
            state.windows(),
            w ->
                mine.contains(container(w.container()))
                    ? u(w.range().tablePages())
                    : BigInteger.ZERO);
    require(
        "ChargeInv",
        p.lockedVm()
            .equals(
                u(p.elsewhere())
                    .add(blocks.divide(pageSize))
                    .add(tables)
                    .add(sum(mine, c -> u(c.locked())))));
  }

  private void window(Window w) {
    Container c = container(w.container());
    Iova start = w.range().start();
    boolean first = start.equals(capability(c.groups().getFirst()).start());
    boolean second = start.value() == DmaWindow.SECOND_START;
    require("StartInv", first || (second && isVersion2(c)));
    require("WindowsInAllGroupsInv", w.groups().equals(Set.copyOf(c.groups())));
    require("TableInv", isVersion2(c) == (w.range().tablePages() != 0));
  }

  private void mapping(Mapping m) {
    DmaWindow range = range(m).orElse(null);
    require("InsideWindowInv", range != null);
    if (range == null) {
      return;
    }
    BigInteger page = u(range.pageBytes());
    require(
        "InsideWindowInv",
        range.contains(m.iova())
            && m.size() != 0
            && end(m).compareTo(u(range.start().value()).add(u(range.size()))) <= 0
            && aligned(m.iova().value(), page)
            && aligned(m.ua().value(), page)
            && aligned(m.size(), page));
    if (isVersion2(container(m.container()))) {
      require("InsideRegionsInv", covers(m, r -> true));
      require(
          "PageInv",
          covers(
              m,
              r ->
                  page.compareTo(u(r.backing())) <= 0
                      && aligned(r.ua().value(), page)
                      && aligned(r.size(), page)));
    }
  }

  private void pairs() {
    pairs(
        state.regions(),
        (r, s) ->
            require(
                "DisjointInv",
                !r.process().equals(s.process())
                    || !overlap(r.ua().value(), r.size(), s.ua().value(), s.size())));
    pairs(
        state.windows(),
        (v, w) -> {
          DmaWindow a = v.range();
          DmaWindow b = w.range();
          boolean apart = !v.container().equals(w.container());
          require("StartInv", apart || !a.start().equals(b.start()));
          require(
              "ApartInv",
              apart || !overlap(a.start().value(), a.size(), b.start().value(), b.size()));
        });
    pairs(
        state.mappings(),
        (m, n) -> {
          boolean apart = !m.container().equals(n.container());
          require(
              "OneEntryInv",
              apart || !overlap(m.iova().value(), m.size(), n.iova().value(), n.size()));
          require("JoinedInv", apart || !(continues(m, n) || continues(n, m)));
        });
  }

  private boolean covers(Mapping m, Function<Region, Boolean> fits) {
    return sum(
            state.regions(),
            r -> r.process().equals(owner(m)) && fits.apply(r) ? shared(m, r) : BigInteger.ZERO)
        .equals(u(m.size()));
  }

  private void require(String name, boolean holds) {
    if (!holds && !violated.contains(name)) {
      violated.add(name);
    }
  }

  private TableGroup capability(GroupId id) {
    return machine.groups().get(id.number());
  }

  private Container container(ContainerId id) {
    return state.containers().get(id.number());
  }

  private @Nullable ProcessId owner(Mapping m) {
    return container(m.container()).process();
  }

  /** The window that a run says that it lies in. */
  private Optional<DmaWindow> range(Mapping m) {
    return state.windows().stream()
        .filter(w -> w.container().equals(m.container()) && w.range().start().equals(m.window()))
        .map(Window::range)
        .findFirst();
  }

  private static boolean isVersion2(Container c) {
    return c.type() == SetIommu.VERSION_2;
  }

  private static BigInteger end(Mapping m) {
    return u(m.iova().value()).add(u(m.size()));
  }

  private static boolean continues(Mapping m, Mapping n) {
    return m.window().equals(n.window())
        && m.permission() == n.permission()
        && end(m).equals(u(n.iova().value()))
        && u(m.ua().value()).add(u(m.size())).equals(u(n.ua().value()));
  }

  private static BigInteger shared(Mapping m, Region r) {
    return shared(m.ua().value(), m.size(), r.ua().value(), r.size());
  }

  private static boolean overlap(long a, long sizeA, long b, long sizeB) {
    return shared(a, sizeA, b, sizeB).signum() > 0;
  }

  private static BigInteger shared(long a, long sizeA, long b, long sizeB) {
    return u(a).add(u(sizeA)).min(u(b).add(u(sizeB))).subtract(u(a).max(u(b))).max(BigInteger.ZERO);
  }

  private static boolean aligned(long value, BigInteger unit) {
    return u(value).mod(unit).signum() == 0;
  }

  private static BigInteger u(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }

  private static <T> BigInteger sum(Collection<T> items, Function<T, BigInteger> amount) {
    return items.stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Every two items of a list, without regard to their order. */
  private static <T> void pairs(List<T> items, BiConsumer<T, T> check) {
    for (int i = 0; i < items.size(); i++) {
      for (int j = i + 1; j < items.size(); j++) {
        check.accept(items.get(i), items.get(j));
      }
    }
  }
}
