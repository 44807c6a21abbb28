package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.Outcome;

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
