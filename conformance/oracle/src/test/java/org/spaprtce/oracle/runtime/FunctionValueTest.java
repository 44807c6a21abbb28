package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tuples, records and other functions: three classes, one idea. */
class FunctionValueTest {
  private static FunctionValue function(String text) {
    return assertInstanceOf(FunctionValue.class, Values.parse(text));
  }

  /** Functions that all differ, and the same ones made anew. */
  private static final List<String> DIFFERENT =
      List.of(
          "<<>>",
          "<<1>>",
          "<<2>>",
          "<<1, 2>>",
          "<<2, 1>>",
          "[a |-> 1]",
          "[a |-> 2]",
          "[b |-> 1]",
          "[a |-> 1, b |-> 1]",
          "(0 :> 1)",
          "(0 :> 2)",
          "(5 :> 1)",
          "(0 :> 1 @@ 1 :> 1)",
          "({} :> 1)",
          "(TRUE :> 1)",
          "(<<1>> :> 1)");

  @Test
  void equals_functions_areEqualOnlyToThemselves() {
    for (int i = 0; i < DIFFERENT.size(); i++) {
      FunctionValue one = function(DIFFERENT.get(i));
      assertEquals(one, function(DIFFERENT.get(i)));
      assertEquals(one.hashCode(), function(DIFFERENT.get(i)).hashCode());
      assertNotEquals(one, Values.integer(1));
      assertNotEquals(one, (Object) "text");
      for (int j = 0; j < DIFFERENT.size(); j++) {
        assertEquals(i == j, one.equals(function(DIFFERENT.get(j))), i + " " + j);
      }
    }
  }

  static Stream<IntFunction<Value>> families() {
    return Stream.of(
        i -> Values.tuple(Values.integer(i / 10), Values.integer(i % 10)),
        i -> Values.record("a", i / 10, "b", i % 10),
        i -> Values.parse("(0 :> " + i / 10 + " @@ 7 :> " + i % 10 + ")"),
        i -> Values.set(Values.integer(i), Values.integer(2L * i + 100)),
        i -> State.of(Map.of("x", Values.integer(i))).get("x"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void hashCode_manyValues_differ(IntFunction<Value> family) {
    Set<Integer> hashes = new HashSet<>();
    IntStream.range(0, 100).forEach(i -> hashes.add(family.apply(i).hashCode()));
    assertTrue(hashes.size() > 80, hashes.size() + " hashes of 100 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<<4, 5, 6>>", "[a |-> 4, b |-> 5, c |-> 6]", "(2 :> 4 @@ 3 :> 5 @@ 9 :> 6)"})
  void with_oneValue_changesACopy(String text) {
    FunctionValue function = function(text);
    FunctionValue changed = function.with(1, Values.integer(50));
    assertEquals(text.replace("5", "50"), changed.toString());
    assertEquals(text, function.toString());
    assertEquals(function.domain(), changed.domain());
    assertTrue(function.sameDomain(changed));
    assertTrue(changed.sameDomain(function));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<<4, 5, 6>>", "[a |-> 4, b |-> 5, c |-> 6]", "(2 :> 4 @@ 3 :> 5 @@ 9 :> 6)"})
  void indexOf_keys_isTheirPlace(String text) {
    FunctionValue function = function(text);
    assertEquals(3, function.size());
    FiniteSet domain = function.domain().finite();
    for (int i = 0; i < 3; i++) {
      assertEquals(domain.get(i), function.key(i));
      assertEquals(i, function.indexOf(function.key(i)));
      assertEquals(Values.integer(i + 4L), function.value(i));
    }
    assertEquals(List.copyOf(function.asMap().keySet()), domain.asList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "-1", "9223372036854775808", "\"a\""})
  void indexOf_outsideATuple_isNone(String key) {
    assertEquals(-1, function("<<4, 5, 6>>").indexOf(Values.parse(key)));
  }

  @Test
  void sameDomain_otherFunctions_isFalse() {
    assertFalse(function("<<1>>").sameDomain(function("<<1, 2>>")));
    assertFalse(function("<<1>>").sameDomain(function("[a |-> 1]")));
    assertFalse(function("[a |-> 1]").sameDomain(function("[b |-> 1]")));
    assertFalse(function("(0 :> 1)").sameDomain(function("(5 :> 1)")));
    assertFalse(function("(0 :> 1)").sameDomain(function("<<1>>")));
  }

  static Stream<Arguments> slices() {
    return Stream.of(
        Arguments.of(1, 3, "<<4, 5, 6>>"),
        Arguments.of(1, 1, "<<4>>"),
        Arguments.of(3, 3, "<<6>>"),
        Arguments.of(2, 1, "<<>>"),
        Arguments.of(9, 8, "<<>>"));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void slice_bounds_areIncluded(long from, long to, String expected) {
    Value sequence = Values.parse("<<4, 5, 6>>");
    Value slice = Sequences.slice("", sequence, Values.integer(from), Values.integer(to));
    assertEquals(expected, slice.toString());
  }

  @Test
  void slice_outside_isAnError() {
    Value sequence = Values.parse("<<4, 5, 6>>");
    for (long[] bounds : new long[][] {{0, 1}, {1, 4}, {4, 4}, {0, 0}}) {
      TlaError error =
          assertThrows(
              TlaError.class,
              () ->
                  Sequences.slice(
                      "at", sequence, Values.integer(bounds[0]), Values.integer(bounds[1])));
      assertEquals(
          "at: SubSeq from " + bounds[0] + " to " + bounds[1] + " of <<4, 5, 6>>",
          error.getMessage());
    }
  }

  @Test
  void except_outsideTheDomain_changesNothing() {
    Value function = Values.parse("<<4, 5>>");
    Value[] path = {Values.integer(3)};
    assertEquals(function, Functions.except("", function, path, old -> Values.TRUE));
    Value nested = Values.parse("[a |-> <<1>>, b |-> <<2>>]");
    Value[] deep = {Values.string("a"), Values.integer(1)};
    assertEquals(
        "[a |-> <<7>>, b |-> <<2>>]",
        Functions.except("", nested, deep, old -> Values.integer(7)).toString());
    Value[] beyond = {Values.string("a"), Values.integer(2)};
    assertEquals(nested, Functions.except("", nested, beyond, old -> Values.integer(7)));
    assertEquals(nested, Functions.except("", nested, deep, old -> old));
  }

  @Test
  void of_names_inAnyOrder_areOneShape() {
    RecordShape shape = RecordShape.of("late", "early", "middle");
    assertEquals(shape, RecordShape.of("early", "middle", "late"));
    assertNotEquals(shape, RecordShape.of("early", "middle"));
    assertEquals(3, shape.size());
    assertEquals("{\"early\", \"late\", \"middle\"}", shape.domain().toString());
    assertEquals("early", shape.name(0));
    assertEquals(1, shape.index("late"));
    assertEquals(-1, shape.index("never"));
  }

  @Test
  void append_concat_makeLongerSequences() {
    Value sequence = Values.parse("<<4, 5>>");
    assertEquals(Values.parse("<<4, 5, 6>>"), Sequences.append("", sequence, Values.integer(6)));
    assertEquals(
        Values.parse("<<4, 5, 4, 5>>"), Sequences.concat("", sequence, Values.parse("<<4, 5>>")));
    assertEquals(Values.parse("<<5>>"), Sequences.tail("", sequence));
    assertEquals(Values.parse("<<>>"), Sequences.tail("", Values.parse("<<1>>")));
    TlaError error = assertThrows(TlaError.class, () -> Sequences.append("at", sequence, Sets.NAT));
    assertEquals("at: the elements of the infinite set Nat are needed", error.getMessage());
  }

  @Test
  void override_severalFunctions_theFirstWithThePointDecides() {
    Value f = Values.parse("(2 :> 20)");
    Value g = Values.parse("<<1, 2>>");
    Value h = Values.parse("(0 :> 100 @@ 1 :> 100 @@ 3 :> 300)");
    assertEquals(f, Functions.override("at", f));
    assertEquals(Values.parse("<<1, 20>>"), Functions.override("at", f, g));
    assertEquals(g, Functions.override("at", g, f));
    assertEquals(
        Values.parse("(0 :> 100 @@ 1 :> 1 @@ 2 :> 20 @@ 3 :> 300)"),
        Functions.override("at", f, g, h));
    Value number = Values.integer(1);
    TlaError noFunction =
        assertThrows(TlaError.class, () -> Functions.override("M.tla:1:1", f, number));
    assertEquals("M.tla:1:1: a function is needed, not 1", noFunction.getMessage());
    Value record = Values.parse("[a |-> 1]");
    TlaError mixed = assertThrows(TlaError.class, () -> Functions.override("M.tla:1:1", f, record));
    assertTrue(mixed.toString().contains("M.tla:1:1: comparing "), mixed.toString());
  }
}
