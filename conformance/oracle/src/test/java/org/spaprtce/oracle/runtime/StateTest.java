package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final String TEXT = "/\\ x = 1\n/\\ y = {[a |-> 2]}";

  private final State state = ValueParser.parseState(TEXT);

  @Test
  void toString_state_isReadBack() {
    assertEquals(TEXT, state.toString());
    assertEquals(state, ValueParser.parseState(state.toString()));
  }

  @Test
  void with_variable_changesACopy() {
    State changed = state.with("x", Values.integer(2));
    assertEquals(Values.integer(2), changed.get("x"));
    assertEquals(Values.integer(1), state.get("x"));
    assertNotEquals(state, changed);
    assertEquals(state, changed.with("x", Values.integer(1)));
    assertEquals(state.hashCode(), changed.with("x", Values.integer(1)).hashCode());
  }

  @Test
  void equals_states_dependsOnNamesAndValues() {
    assertNotEquals(state, ValueParser.parseState("/\\ x = 1\n/\\ z = {[a |-> 2]}"));
    assertNotEquals(state, ValueParser.parseState("/\\ x = 1\n/\\ y = {[a |-> 3]}"));
    assertNotEquals(state, (Object) "text");
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      hashes.add(state.with("x", Values.integer(i)).hashCode());
    }
    assertTrue(hashes.size() > 80, hashes.size() + " hashes of 100 states");
  }

  @Test
  void get_unknownVariable_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> state.get("z"));
    assertThrows(IllegalArgumentException.class, () -> state.with("z", Values.TRUE));
  }

  @Test
  void get_stateOfConstants_hasNoVariable() {
    TlaError error = assertThrows(TlaError.class, () -> State.EMPTY.get(0));
    assertEquals("a variable is used where there is no state", error.getMessage());
  }
}
