package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;

/** The world of the benchmarks does what they measure, and fails where it does not. */
class WorldTest {

  @ParameterizedTest
  @EnumSource
  void commands_ofTheBenchmarks_areDone(Peer peer) {
    var world = new World(peer, 3, World.HOST_PAGE);
    assertEquals(Outcome.Done.DONE, world.map(world.blockAt(2), new Iova(0), World.HOST_PAGE));
    assertEquals(Outcome.Done.DONE, world.unmap(new Iova(0), World.HOST_PAGE));
    assertEquals(Outcome.Done.DONE, world.register(world.gapAt(1), World.HOST_PAGE));
    assertEquals(Outcome.Done.DONE, world.unregister(world.gapAt(1), World.HOST_PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void map_outsideTheBlocks_throws(Peer peer) {
    var world = new World(peer, 3, World.HOST_PAGE);
    assertThrows(
        IllegalStateException.class, () -> world.map(world.gapAt(0), new Iova(0), World.HOST_PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void below_manyCalls_reachesEveryNumberAndNoOther(Peer peer) {
    var world = new World(peer, 1, World.HOST_PAGE);
    Set<Integer> drawn =
        IntStream.range(0, 2000).mapToObj(_ -> world.below(7)).collect(Collectors.toSet());
    assertEquals(IntStream.range(0, 7).boxed().collect(Collectors.toSet()), drawn);
    assertNotEquals(world.below(1 << 30), world.below(1 << 30));
  }
}
