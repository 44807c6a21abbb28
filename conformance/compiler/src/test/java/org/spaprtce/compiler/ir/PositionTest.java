package org.spaprtce.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void isInModule_file_isThatOfAModule() {
    assertTrue(Position.inModule("Spec", 1, 2).isInModule());
    assertFalse(new Position("Spec.cfg", 1, 2).isInModule());
  }

  @Test
  void sorted_positions_areInTheOrderOfTheText() {
    List<String> places = List.of("A.tla:2:1", "A.tla:10:3", "A.tla:10:20", "B.tla:1:1");
    Stream<Position> positions =
        Stream.of(
            Position.inModule("B", 1, 1),
            Position.inModule("A", 10, 20),
            Position.inModule("A", 10, 3),
            Position.inModule("A", 2, 1));
    assertEquals(places, positions.sorted().map(Position::toString).toList());
  }
}
