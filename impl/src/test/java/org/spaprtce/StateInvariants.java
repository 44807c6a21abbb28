package org.spaprtce;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spaprtce.ProcessState.Block;
import org.spaprtce.ProcessState.Container;
import org.spaprtce.ProcessState.Run;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** The invariants of the spec, by their names there, in numbers that cannot overflow. */
final class StateInvariants {

  private static final BigInteger TOP = BigInteger.ONE.shiftLeft(64);

  private final ProcessState state;
  private final BigInteger pageSize;
  private final List<String> violated = new ArrayList<>();

  private StateInvariants(ProcessState state, long pageSize) {
    this.state = state;
    this.pageSize = u(pageSize);
  }

  /** The names of the invariants that a state violates. */
  static List<String> violated(ProcessState state, long pageSize) {
    var invariants = new StateInvariants(state, pageSize);
    invariants.types();
    invariants.blocks();
    state.containers().forEach(invariants::container);
    invariants.live();
    return invariants.violated;
  }

  /** Whether exactly the registered blocks are pinned, each once. */
  static boolean pinned(ProcessState state, Map<Range, Integer> pins) {
    var blocks = new HashSet<Range>();
    state.blocks().forEach(b -> blocks.add(new Range(b.ua(), b.size())));
    return blocks.equals(pins.keySet()) && pins.values().stream().allMatch(n -> n == 1);
  }

  private void types() {
    var containers = new HashSet<>(state.containers().stream().map(Container::id).toList());
    for (Block b : state.blocks()) {
      require(
          "TypeInv",
          b.size() != 0
              && aligned(b.ua().value(), pageSize)
              && aligned(b.size(), pageSize)
              && u(b.ua().value()).add(u(b.size())).compareTo(TOP) < 0
              && b.live() >= 0
              && containers.containsAll(b.holders()));
    }
    for (Container c : state.containers()) {
      for (Run m : c.runs()) {
        require("TypeInv", m.size() != 0);
      }
    }
  }

  private void blocks() {
    require(
        "DisjointInv",
        pairs(state.blocks())
            .noneMatch(p -> shared(p.left.ua().value(), p.left.size(), p.right).signum() > 0));
    // No container is released, so a block that nobody holds is not mapped either.
    require("HeldOrMappedInv", state.blocks().stream().noneMatch(b -> b.holders().isEmpty()));
    BigInteger tables = sum(state.containers(), c -> u(c.window().tablePages()));
    BigInteger bytes = sum(state.blocks(), b -> u(b.size()));
    require(
        "ChargeInv",
        state.lockedVm().equals(u(state.elsewhere()).add(tables).add(bytes.divide(pageSize))));
    for (Container c : state.containers()) {
      boolean holds = state.blocks().stream().anyMatch(b -> b.holders().contains(c.id()));
      require("HolderInv", c.enabled() || !holds);
    }
  }

  private void container(Container c) {
    BigInteger page = u(c.window().pageBytes());
    BigInteger start = u(c.window().start().value());
    BigInteger end = start.add(u(c.window().size()));
    List<Block> mappable =
        state.blocks().stream()
            .filter(b ->
                page.compareTo(u(b.backing())) <= 0
                    && aligned(b.ua().value(), page)
                    && aligned(b.size(), page))
            .toList();
    for (Run m : c.runs()) {
      require("InsideRegionsInv", covers(state.blocks(), m));
      require("PageInv", covers(mappable, m));
      require(
          "InsideWindowInv",
          start.compareTo(u(m.iova().value())) <= 0
              && u(m.iova().value()).add(u(m.size())).compareTo(end) <= 0
              && aligned(m.iova().value(), page)
              && aligned(m.ua().value(), page)
              && aligned(m.size(), page));
    }
    require(
        "OneEntryInv",
        pairs(c.runs())
            .noneMatch(p ->
                shared(
                            u(p.left.iova().value()),
                            u(p.left.size()),
                            u(p.right.iova().value()),
                            u(p.right.size()))
                        .signum()
                    > 0));
    require(
        "JoinedInv",
        pairs(c.runs()).noneMatch(p -> continues(p.left, p.right) || continues(p.right, p.left)));
  }

  private void live() {
    for (Block b : state.blocks()) {
      BigInteger entries =
          sum(
              state.containers(),
              c ->
                  sum(c.runs(), m -> shared(m.ua().value(), m.size(), b))
                      .divide(u(c.window().pageBytes())));
      require("LiveInv", entries.equals(u(b.live())));
    }
  }

  private void require(String name, boolean holds) {
    if (!holds && !violated.contains(name)) {
      violated.add(name);
    }
  }

  private static boolean continues(Run m, Run n) {
    return m.permission() == n.permission()
        && u(m.iova().value()).add(u(m.size())).equals(u(n.iova().value()))
        && u(m.ua().value()).add(u(m.size())).equals(u(n.ua().value()));
  }

  private static boolean covers(List<Block> blocks, Run m) {
    return sum(blocks, b -> shared(m.ua().value(), m.size(), b)).equals(u(m.size()));
  }

  private static BigInteger shared(long ua, long size, Block b) {
    return shared(u(ua), u(size), u(b.ua().value()), u(b.size()));
  }

  private static BigInteger shared(BigInteger a, BigInteger la, BigInteger b, BigInteger lb) {
    return a.add(la).min(b.add(lb)).subtract(a.max(b)).max(BigInteger.ZERO);
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

  private record Pair<T>(T left, T right) {}

  /** Every two items of a list, without regard to their order. */
  private static <T> Stream<Pair<T>> pairs(List<T> items) {
    var all = new ArrayList<Pair<T>>();
    for (int i = 0; i < items.size(); i++) {
      for (int j = i + 1; j < items.size(); j++) {
        all.add(new Pair<>(items.get(i), items.get(j)));
      }
    }
    return all.stream();
  }
}
