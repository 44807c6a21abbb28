package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFunctionTest {
  private static final Value ONE = Values.integer(1);
  private static final Value TWO = Values.integer(2);

  private final List<Value> asked = new ArrayList<>();

  /** The number of the argument's halvings until it is 0. */
  private Value halvings(Value domain) {
    return Functions.recursive(
        "here",
        domain,
        (self, n) -> {
          asked.add(n);
          return n.asLong() == 0
              ? n
              : Arithmetic.plus(
                  "here", ONE, Functions.apply("here", self, Arithmetic.quotient("here", n, TWO)));
        });
  }

  @Test
  void apply_infiniteDomain_computesWhatIsNeededOnce() {
    Value function = halvings(Sets.NAT);
    assertEquals(Values.integer(5), Functions.apply("here", function, Values.integer(16)));
    assertEquals(6, asked.size());
    assertEquals(Values.integer(6), Functions.apply("here", function, Values.integer(32)));
    assertEquals(7, asked.size());
    assertSame(Sets.NAT, Functions.domain("here", function));
    assertEquals("[x \\in Nat |-> ...]", function.toString());
    assertEquals(function, function);
    assertNotEquals(function, halvings(Sets.NAT));
    assertEquals(function.hashCode(), function.hashCode());
  }

  @Test
  void apply_outsideTheDomain_isAnErrorAtThePlaceOfTheApplication() {
    Value function = halvings(Values.range(0, 3));
    TlaError error =
        assertThrows(TlaError.class, () -> Functions.apply("there", function, Values.integer(4)));
    assertEquals(
        "there: 4 is outside the domain of the function [x \\in 0..3 |-> ...]", error.getMessage());
    TlaError kind =
        assertThrows(TlaError.class, () -> Functions.apply("there", function, Values.string("a")));
    assertEquals("there: whether \"a\" is in the integer range 0..3", kind.getMessage());
  }

  @Test
  void finite_whereverAFunctionIsNeeded_isTheFunction() {
    Value function = halvings(Values.range(1, 3));
    Value tuple = Values.tuple(Values.integer(1), Values.integer(2), Values.integer(2));
    Value zero = Functions.of("here", Values.range(1, 3), n -> Values.integer(n.asLong() / 2 + 1));
    assertEquals(2, zero.at(TWO).asLong());
    assertThrows(TlaError.class, () -> Functions.domain("here", ONE));
    TlaError error = assertThrows(TlaError.class, () -> Values.set(function));
    assertEquals(
        "here: 0 is outside the domain of the function [x \\in 1..3 |-> ...]", error.getMessage());
    Value sound = Functions.recursive("here", Values.range(1, 3), (_, n) -> n);
    Value same = Values.tuple(ONE, TWO, Values.integer(3));
    assertEquals(same, Values.set(sound).asList().getFirst());
    assertEquals(sound, same);
    assertEquals(same.hashCode(), sound.hashCode());
    assertEquals(sound, Functions.recursive("here", Values.range(1, 3), (_, n) -> n));
    assertFalse(sound.equals(tuple));
    assertEquals(0, Values.ORDER.compare(sound, same));
    assertEquals(0, Values.ORDER.compare(same, sound));
    assertEquals("<<1, 2, 3>>", sound.toString());
    assertEquals(same.asList(), sound.asList());
    assertEquals(TWO, sound.at(TWO));
    assertEquals(same.asMap(), sound.asMap());
    assertEquals(Values.integer(3), Sequences.length("here", sound));
    assertEquals(TWO, Functions.item("here", sound, 2, 3));
    assertEquals(
        Values.tuple(ONE, ONE, Values.integer(3)),
        Functions.except("here", sound, new Value[] {TWO}, _ -> ONE));
    assertEquals(
        true, Sets.in("here", sound, Sets.functions("here", Values.range(1, 3), Sets.NAT)));
  }

  @Test
  void field_functionOnStrings_isItsValue() {
    Value names = Values.set(Values.string("a"), Values.string("b"));
    Value record = Functions.recursive("here", names, (_, name) -> name);
    assertEquals(Values.string("b"), Functions.field("here", record, Field.of("b")));
  }

  @Test
  void of_hugeDomain_isComputedWhereApplied() {
    Value doubled = Functions.of("here", Sets.NAT, n -> Arithmetic.times("here", TWO, n));
    assertEquals(Values.integer(42), Functions.apply("here", doubled, Values.integer(21)));
    TlaError error = assertThrows(TlaError.class, () -> Values.tuple(doubled));
    assertEquals("here: the elements of the infinite set Nat are needed", error.getMessage());
    assertThrows(TlaError.class, () -> Functions.recursive("here", ONE, (_, n) -> n));
  }

  @Test
  void item_noTupleOfThatSize_isAnError() {
    Value pair = Values.tuple(ONE, TWO);
    assertEquals(ONE, Functions.item("here", pair, 1, 2));
    TlaError size = assertThrows(TlaError.class, () -> Functions.item("here", pair, 1, 3));
    assertEquals("here: a tuple of 3 items is needed, not <<1, 2>>", size.getMessage());
    assertThrows(TlaError.class, () -> Functions.item("here", ONE, 1, 2));
  }

  @Test
  void image_ofARule_isEvaluatedAtThatElementOnly() {
    Value rule =
        Functions.recursive(
            "here",
            Values.range(1, 3),
            (_, n) -> Arithmetic.quotient("here", n, Arithmetic.minus("here", n, n3())));
    assertEquals(Values.integer(-1), Functions.image("here", rule, Values.integer(1), 0));
    assertThrows(TlaError.class, () -> Functions.image("here", rule, n3(), 2));
  }

  private static Value n3() {
    return Values.integer(3);
  }

  @Test
  void image_ofAFunction_isTheOneAtThatPlace() {
    for (String function : new String[] {"<<7, 8>>", "[a |-> 7, b |-> 8]", "(5 :> 7 @@ 6 :> 8)"}) {
      Value f = Values.parse(function);
      FiniteSet domain = Sets.elements("here", Functions.domain("here", f));
      for (int i = 0; i < domain.size(); i++) {
        Value image = Functions.image("here", f, domain.get(i), i);
        assertEquals(Values.integer(7L + i), image, function);
        assertEquals(Functions.apply("here", f, domain.get(i)), image, function);
      }
    }
  }
}
