package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.SimulatedHostMemory;

/** The world of the benchmarks does what they measure, and fails where it does not. */
class WorldTest {

  @ParameterizedTest
  @EnumSource
  void commands_ofTheBenchmarks_areDone(Peer peer) {
    var world = new World(peer, 3, World.HOST_PAGE);
    Guest guest = world.guest();
    assertEquals(Outcome.Done.DONE, guest.map(world.blockAt(2), World.place(0), World.HOST_PAGE));
    assertEquals(Outcome.Done.DONE, guest.unmap(World.place(0), World.HOST_PAGE));
    if (peer.registers()) {
      assertEquals(Outcome.Done.DONE, guest.register(world.gapAt(1), World.HOST_PAGE));
      assertEquals(Outcome.Done.DONE, guest.unregister(world.gapAt(1), World.HOST_PAGE));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "PINNING", mode = EnumSource.Mode.EXCLUDE)
  void map_outsideTheBlocks_throws(Peer peer) {
    var world = new World(peer, 3, World.HOST_PAGE);
    Guest guest = world.guest();
    assertThrows(
        IllegalStateException.class,
        () -> guest.map(world.gapAt(0), World.place(0), World.HOST_PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void restart_withBlocksAndTces_givesAllBack(Peer peer) {
    var memory = new SimulatedHostMemory();
    var world = new World(peer, memory, FlatMemory.BASE, 3, World.HOST_PAGE);
    Guest guest = world.guest();
    guest.map(world.blockAt(1), World.place(4), World.PAGE);
    assertEquals(peer.registers() ? 3 : 1, memory.pins().size());
    guest.restart();
    assertEquals(Map.of(), memory.pins());
    assertEquals(Optional.empty(), guest.container().translate(World.place(4)));
    if (peer.registers()) {
      assertThrows(
          IllegalStateException.class,
          () -> guest.map(world.blockAt(1), World.place(4), World.PAGE));
      world.registerAll(guest);
    }
    guest.map(world.blockAt(1), World.place(4), World.PAGE);
    assertEquals(
        memory.physical(new ProcessId(0), world.blockAt(1)),
        guest.container().translate(World.place(4)).orElseThrow().address());
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "TREE", "SKIP_LIST"})
  void restart_whileAnotherMapsItsBlock_throws(Peer baseline) {
    var world = new World(baseline, 0, World.HOST_PAGE);
    Guest holder = world.guest();
    Guest other = world.guest();
    holder.register(world.blockAt(0), World.HOST_PAGE);
    other.register(world.blockAt(1), World.HOST_PAGE);
    other.map(world.blockAt(0), World.place(0), World.PAGE);
    assertThrows(IllegalStateException.class, holder::restart);
  }

  @Test
  void pin_scatteredMemory_hasNoPageBesideItsNeighbour() {
    var memory = new ScatteredMemory(64 * World.HOST_PAGE);
    var block =
        (PinnedBlock) memory.pin(new ProcessId(0), new UserAddress(0), 64 * World.HOST_PAGE);
    var places =
        LongStream.range(0, 64).map(page -> block.at(page * World.HOST_PAGE).value()).toArray();
    assertEquals(64, LongStream.of(places).distinct().count());
    for (int page = 1; page < places.length; page++) {
      assertNotEquals(World.HOST_PAGE, Math.abs(places[page] - places[page - 1]));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> memory.pin(new ProcessId(0), new UserAddress(0), World.HOST_PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void guest_second_hasATableOfItsOwn(Peer peer) {
    var world = new World(peer, 3, World.HOST_PAGE);
    Guest first = world.guest();
    Guest second = world.guest();
    first.map(world.blockAt(0), World.place(5), World.PAGE);
    assertEquals(false, second.container().translate(World.place(5)).isPresent());
    assertEquals(true, first.container().translate(World.place(5)).isPresent());
  }

  @Test
  void below_manyCalls_reachesEveryNumberAndNoOther() {
    var draws = new Draws(2);
    Set<Integer> drawn =
        IntStream.range(0, 2000).mapToObj(_ -> draws.below(7)).collect(Collectors.toSet());
    assertEquals(IntStream.range(0, 7).boxed().collect(Collectors.toSet()), drawn);
    assertNotEquals(draws.below(1 << 30), draws.below(1 << 30));
  }

  @Test
  void below_otherSeed_drawsOthers() {
    assertNotEquals(new Draws(1).below(1 << 30), new Draws(2).below(1 << 30));
  }
}
