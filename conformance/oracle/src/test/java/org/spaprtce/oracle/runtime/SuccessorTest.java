package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Next states in the making. */
class SuccessorTest {
  private static final Value ONE = Values.integer(1);
  private static final Value TWO = Values.integer(2);

  private final Successor successor = new Successor(List.of("x", "y"));

  private static State state(Value x, Value y) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("x", x);
    values.put("y", y);
    return State.of(values);
  }

  @Test
  void assign_otherValue_isRefused() {
    assertTrue(successor.assign("", 0, ONE));
    assertTrue(successor.assign("", 0, Values.integer(1)));
    assertFalse(successor.assign("", 0, TWO));
    assertEquals(ONE, successor.primed("", 0));
  }

  @Test
  void release_ofTheLast_forgetsTheValue() {
    successor.assign("", 0, ONE);
    successor.assign("", 0, ONE);
    successor.release(0);
    assertEquals(ONE, successor.primed("", 0));
    successor.release(0);
    assertThrows(TlaError.class, () -> successor.primed("", 0));
    assertTrue(successor.assign("", 0, TWO));
    assertEquals(TWO, successor.primed("", 0));
  }

  @Test
  void assign_rule_isEnumerated() {
    assertTrue(successor.assign("", 0, Values.range(1, 2)));
    assertTrue(successor.primed("", 0) instanceof FiniteSet);
    TlaError error = assertThrows(TlaError.class, () -> successor.assign("M.tla:1:2", 1, Sets.NAT));
    assertTrue(String.valueOf(error.getMessage()).startsWith("M.tla:1:2: "), error.getMessage());
  }

  @Test
  void keep_takesAllOrNone() {
    int[] both = {0, 1};
    State state = state(ONE, TWO);
    assertTrue(successor.keep("", state, both));
    assertEquals(state, successor.state());
    successor.release(both);
    assertThrows(TlaError.class, () -> successor.primed("", 0));
    assertThrows(TlaError.class, () -> successor.primed("", 1));
    successor.assign("", 1, ONE);
    assertFalse(successor.keep("", state, both));
    assertThrows(TlaError.class, () -> successor.primed("", 0));
    assertEquals(ONE, successor.primed("", 1));
    successor.release(1);
    assertThrows(TlaError.class, () -> successor.primed("", 1));
  }

  @Test
  void assignIn_triesEach_orAsksForTheKnownOne() {
    List<Value> met = new ArrayList<>();
    Value set = Values.set(ONE, TWO);
    successor.assignIn("", 0, set, () -> met.add(successor.primed("", 0)));
    assertEquals(List.of(ONE, TWO), met);
    assertThrows(TlaError.class, () -> successor.primed("", 0));
    successor.assign("", 0, TWO);
    successor.assignIn("", 0, set, () -> met.add(ONE));
    successor.assignIn("", 0, Values.set(ONE), () -> met.add(ONE));
    assertEquals(List.of(ONE, TWO, ONE), met);
    assertEquals(TWO, successor.primed("", 0));
  }
}
