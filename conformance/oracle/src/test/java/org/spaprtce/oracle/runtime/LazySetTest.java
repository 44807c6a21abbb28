package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets given by a rule: what belongs to them, how many that is, and when they are enumerated. */
class LazySetTest {
  private static final Value ONE = Values.integer(1);
  private static final Value TWO = Values.integer(2);
  private static final Value WORD = Values.string("a");
  private static final Value SMALL = Values.parse("{1, 2}");
  private static final Value VAST = Values.range(0, Long.MAX_VALUE);

  private static final Value POWERSET = Sets.subsets("", SMALL);
  private static final Value FUNCTIONS = Sets.functions("", SMALL, Values.parse("{7, 8}"));
  private static final Value TUPLES = Sets.product("", SMALL, Values.parse("{\"a\"}"));
  private static final Value RECORDS =
      Sets.records("", RecordShape.of("n", "s"), SMALL, Values.parse("{\"a\"}"));
  private static final Value SEQUENCES = Sequences.over("", SMALL);
  private static final Value WITHOUT = Sets.difference("", VAST, Values.parse("{1, 3, -5}"));

  private static boolean in(Value value, Value set) {
    return Sets.in("at", value, set);
  }

  static Stream<Arguments> members() {
    return Stream.of(
        Arguments.of(POWERSET, List.of("{}", "{1}", "{1, 2}"), List.of("{3}", "{1, 2, 3}")),
        Arguments.of(
            FUNCTIONS,
            List.of("<<7, 7>>", "<<8, 7>>"),
            List.of("<<>>", "<<7>>", "<<7, 7, 7>>", "<<7, 9>>", "<<9, 7>>", "[n |-> 7]", "m")),
        Arguments.of(
            TUPLES,
            List.of("<<1, \"a\">>", "<<2, \"a\">>"),
            List.of("<<>>", "<<1>>", "<<3, \"a\">>", "<<1, \"b\">>", "<<1, \"a\", 1>>", "m")),
        Arguments.of(
            RECORDS,
            List.of("[n |-> 1, s |-> \"a\"]", "[n |-> 2, s |-> \"a\"]"),
            List.of(
                "[n |-> 3, s |-> \"a\"]",
                "[n |-> 1, s |-> \"b\"]",
                "[n |-> 1]",
                "[n |-> 1, t |-> \"a\"]",
                "<<1, \"a\">>",
                "m")),
        Arguments.of(
            SEQUENCES,
            List.of("<<>>", "<<1>>", "<<2, 2, 1>>"),
            List.of("<<3>>", "<<1, 3>>", "[n |-> 1]", "m")),
        Arguments.of(WITHOUT, List.of("0", "2", "4"), List.of("1", "3", "-5", "-1", "m")),
        Arguments.of(VAST, List.of("0", "9223372036854775807"), List.of("-1", "m")),
        Arguments.of(Sets.NAT, List.of("0", "18446744073709551616"), List.of("-1", "m")),
        Arguments.of(Sets.INT, List.of("0", "-1"), List.of("m")),
        Arguments.of(Sets.STRING, List.of("\"\"", "\"a\""), List.of("m")));
  }

  @ParameterizedTest
  @MethodSource("members")
  void contains_value_followsTheRule(Value set, List<String> members, List<String> others) {
    for (String member : members) {
      assertTrue(in(Values.parse(member), set), member);
    }
    for (String other : others) {
      assertFalse(in(Values.parse(other), set), other);
    }
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of(POWERSET, ONE, "a set is needed, not 1"),
        Arguments.of(FUNCTIONS, ONE, "whether 1 is in the set of functions [{1, 2} -> {7, 8}]"),
        Arguments.of(TUPLES, ONE, "whether 1 is in the set of tuples ({1, 2} \\X {\"a\"})"),
        Arguments.of(RECORDS, ONE, "whether 1 is in the set of records [n : {1, 2}, s : {\"a\"}]"),
        Arguments.of(SEQUENCES, ONE, "whether 1 is in Seq({1, 2})"),
        Arguments.of(WITHOUT, WORD, "whether \"a\" is in the integer range 0..9223372036854775807"),
        Arguments.of(VAST, WORD, "whether \"a\" is in the integer range 0..9223372036854775807"),
        Arguments.of(Sets.NAT, WORD, "whether \"a\" is in Nat"),
        Arguments.of(Sets.STRING, ONE, "whether 1 is in STRING"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void contains_otherKind_hasNoValue(Value set, Value value, String message) {
    TlaError error = assertThrows(TlaError.class, () -> in(value, set));
    assertEquals("at: " + message, error.getMessage());
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(POWERSET, "SUBSET {1, 2}", 4),
        Arguments.of(FUNCTIONS, "[{1, 2} -> {7, 8}]", 4),
        Arguments.of(TUPLES, "({1, 2} \\X {\"a\"})", 2),
        Arguments.of(RECORDS, "[n : {1, 2}, s : {\"a\"}]", 2),
        Arguments.of(Values.range(3, 7), "3..7", 5),
        Arguments.of(Values.range(3, 2), "3..2", 0),
        Arguments.of(Sequences.over("", Values.EMPTY_SET), "Seq({})", 1));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void cardinality_finiteSet_isTheNumberOfItsElements(Value set, String text, int size) {
    assertEquals(text, set.toString());
    assertTrue(Sets.isFinite("", set));
    assertEquals(Values.integer(size), Sets.cardinality("", set));
    FiniteSet elements = Sets.elements("", set);
    assertEquals(size, elements.size());
    assertEquals(elements, set);
    assertEquals(set, elements);
    assertEquals(elements.hashCode(), set.hashCode());
    for (Value element : elements) {
      assertTrue(in(element, set), element.toString());
    }
  }

  static Stream<Value> infinite() {
    return Stream.of(
        Sets.NAT,
        Sets.INT,
        Sets.STRING,
        SEQUENCES,
        Sets.subsets("", Sets.NAT),
        Sets.functions("", Sets.NAT, SMALL),
        Sets.functions("", SMALL, Sets.NAT),
        Sets.product("", SMALL, Sets.NAT),
        Sets.records("", RecordShape.of("n"), Sets.NAT),
        Sequences.over("", Sets.NAT),
        Sets.difference("", Sets.NAT, SMALL));
  }

  @ParameterizedTest
  @MethodSource("infinite")
  void elements_infiniteSet_areAnError(Value set) {
    assertFalse(Sets.isFinite("", set));
    TlaError error = assertThrows(TlaError.class, () -> Sets.elements("at", set));
    assertEquals("at: the elements of the infinite set " + set + " are needed", error.getMessage());
    assertThrows(TlaError.class, () -> Sets.cardinality("at", set));
    assertEquals(set.toString().hashCode(), set.hashCode());
    assertNotEquals(set, SMALL);
    assertNotEquals(SMALL, set);
  }

  @Test
  void cardinality_ofNamedSet_isAnError() {
    TlaError named = assertThrows(TlaError.class, () -> Sets.cardinality("at", Sets.NAT));
    assertEquals("at: the cardinality of the infinite set Nat", named.getMessage());
    TlaError sequences = assertThrows(TlaError.class, () -> Sets.cardinality("at", SEQUENCES));
    assertEquals("at: the cardinality of the infinite set Seq({1, 2})", sequences.getMessage());
  }

  @Test
  void cardinality_vastSet_isExactWithoutItsElements() {
    assertEquals(BigInteger.TWO.pow(63), ((SetValue) VAST).cardinality());
    assertEquals(
        BigInteger.TWO.pow(63).subtract(BigInteger.TWO), ((SetValue) WITHOUT).cardinality());
    assertTrue(Sets.isFinite("", WITHOUT));
    assertEquals("0..9223372036854775807 \\ {-5, 1, 3}", WITHOUT.toString());
    Value subsets = Sets.subsets("", Values.range(1, 64));
    assertEquals(BigInteger.TWO.pow(64), ((SetValue) subsets).cardinality());
    Value functions = Sets.functions("", Values.range(1, 64), SMALL);
    assertEquals(BigInteger.TWO.pow(64), ((SetValue) functions).cardinality());
  }

  @Test
  void cardinality_functionsIntoFew_ignoresTheDomain() {
    Value many = Values.range(1, 1000);
    assertEquals(ONE, Sets.cardinality("", Sets.functions("", many, Values.set(ONE))));
    assertEquals(
        Values.integer(0), Sets.cardinality("", Sets.functions("", many, Values.EMPTY_SET)));
    Value none = Sets.functions("", Values.EMPTY_SET, Values.EMPTY_SET);
    assertEquals(Values.set(Values.tuple()), Sets.elements("", none));
  }

  @Test
  void elements_limit_isTheLastSizeEnumerated() {
    SetValue largest = Values.range(1, LazySet.LIMIT);
    assertEquals(LazySet.LIMIT, largest.finite().size());
    assertSame(largest.finite(), largest.finite());
    assertFalse(assertInstanceOf(LazySet.class, largest).isVast());
    SetValue larger = Values.range(0, LazySet.LIMIT);
    assertTrue(assertInstanceOf(LazySet.class, larger).isVast());
    TlaError error = assertThrows(TlaError.class, larger::finite);
    assertEquals(
        "the 1000001 elements of 0..1000000 are needed, limit 1000000", error.getMessage());
  }

  @Test
  void elements_differenceOfVastSet_areAnError() {
    Value most = Values.range(0, LazySet.LIMIT);
    Value rest = Sets.difference("", most, Values.parse("{0, 1, 2}"));
    assertInstanceOf(DifferenceSet.class, rest);
    assertEquals(Values.integer(LazySet.LIMIT - 2), Sets.cardinality("", rest));
    TlaError error = assertThrows(TlaError.class, () -> Sets.elements("at", rest));
    assertEquals(
        "at: the 1000001 elements of 0..1000000 are needed, limit 1000000", error.getMessage());
  }

  @Test
  void difference_smallSet_asksTheOther() {
    Value range = Values.range(1, 4);
    assertEquals(Values.parse("{3, 4}"), Sets.difference("", range, Values.range(-9, 2)));
    assertEquals(
        Values.parse("{1, 2}"), Sets.difference("", SMALL, Values.range(3, Long.MAX_VALUE)));
    assertEquals(Values.EMPTY_SET, Sets.difference("", SMALL, Sets.NAT));
  }

  @Test
  void intersection_oneSideVast_enumeratesTheOther() {
    Value five = Values.parse("{-1, 0, 5}");
    assertEquals(Values.parse("{0, 5}"), Sets.intersection("", five, Sets.NAT));
    assertEquals(Values.parse("{0, 5}"), Sets.intersection("", Sets.NAT, five));
    assertEquals(Values.parse("{0, 5}"), Sets.intersection("", five, VAST));
    Value common = Sets.intersection("", Values.range(1, 9), Values.range(1, 9));
    assertEquals(Values.range(1, 9), common);
    assertEquals(
        Values.parse("{4}"),
        Sets.intersection("", Values.range(1, 4), Values.range(4, Long.MAX_VALUE)));
  }

  @Test
  void intersection_ofRanges_isARange() {
    Value common = Sets.intersection("", VAST, Values.range(-5, Long.MAX_VALUE - 1));
    assertInstanceOf(RangeSet.class, common);
    assertEquals(Values.range(0, Long.MAX_VALUE - 1), common);
  }

  @Test
  void subset_vastSets_areComparedByTheirRule() {
    Value top = Values.range(5, Long.MAX_VALUE);
    assertTrue(Sets.subset("", top, VAST));
    assertTrue(Sets.subset("", VAST, VAST));
    assertFalse(Sets.subset("", VAST, top));
    assertFalse(Sets.subset("", Values.range(-1, 9), VAST));
    assertTrue(Sets.subset("", Values.range(9, 1), Values.range(100, 0)));
    assertFalse(Sets.subset("", VAST, SMALL));
    assertTrue(Sets.subset("", SMALL, Sets.NAT));
    assertFalse(Sets.subset("", Values.parse("{-1, 1}"), Sets.NAT));
    assertThrows(TlaError.class, () -> Sets.subset("", Sets.NAT, SMALL));
  }

  @Test
  void equal_vastSets_haveTheSameRule() {
    assertFalse(Logic.equal("", VAST, SMALL));
    assertFalse(Logic.equal("", Sets.NAT, SMALL));
    assertFalse(Logic.equal("", SMALL, Sets.NAT));
    assertTrue(Logic.equal("", Sets.NAT, Sets.NAT));
    assertTrue(Logic.equal("", Values.range(3, 1), Values.range(9, 8)));
    assertFalse(Logic.equal("", Values.range(3, 1), VAST));
    assertFalse(Logic.equal("", Values.range(5, 5), Values.range(3, 1)));
    assertFalse(Sets.subset("", Values.range(5, 5), Values.range(6, 9)));
    assertFalse(Logic.equal("", Values.range(0, 5), Values.range(0, 6)));
    assertTrue(Logic.equal("", Values.range(1, 2), SMALL));
    assertFalse(Logic.equal("", Values.range(1, 2), Values.parse("{1, 3}")));
    Value empty = Values.EMPTY_SET;
    assertEquals(Sequences.over("", empty), Sets.functions("", empty, empty));
    assertNotEquals(VAST, Values.range(0, Long.MAX_VALUE - 1));
    assertThrows(TlaError.class, () -> Logic.equal("", Sets.NAT, Sets.INT));
  }

  @Test
  void range_acrossTheEdge_hasEachElementOnce() {
    Value top = Values.parse("9223372036854775806");
    Value range = Arithmetic.range("", top, Arithmetic.plus("", top, TWO));
    assertEquals(
        "{9223372036854775806, 9223372036854775807, 9223372036854775808}",
        Sets.elements("", range).toString());
    assertTrue(in(Values.parse("9223372036854775808"), range));
    assertFalse(in(Values.parse("9223372036854775809"), range));
    assertFalse(in(WORD, Values.range(2, 1)));
  }

  @Test
  void powerset_elements_areInCanonicalOrder() {
    assertEquals(
        "{{}, {1}, {2}, {3}, {1, 2}, {1, 3}, {2, 3}, {1, 2, 3}}",
        Sets.elements("", Sets.subsets("", Values.range(1, 3))).toString());
  }
}
