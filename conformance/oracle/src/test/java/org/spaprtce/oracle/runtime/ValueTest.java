package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRUE",
        "-5",
        "18446744073709551615",
        "\"a \\\"quoted\\\" \\\\ word\"",
        "c1",
        "{}",
        "{1, 2, 3}",
        "{{}, {1}, {1, 2}}",
        "<<>>",
        "<<1, \"a\", {c1}>>",
        "[a |-> 1, b |-> [c |-> FALSE]]",
        "(0 :> \"x\" @@ 5 :> \"y\")",
        "(c1 :> 1 @@ c2 :> 2)",
      })
  void parse_printedValue_isTheSameValue(String text) {
    Value value = Values.parse(text);
    assertEquals(text, value.toString());
    assertEquals(value, Values.parse(value.toString()));
  }

  @Test
  void parse_otherForms_areCanonical() {
    assertEquals(Values.set(Values.integer(1), Values.integer(2)), Values.parse("1..2"));
    assertEquals(Values.parse("<<7, 8>>"), Values.parse("(2 :> 8 @@ 1 :> 7)"));
    assertEquals(Values.parse("[a |-> 1]"), Values.parse("(\"a\" :> 1)"));
    assertEquals(Values.parse("<<2>>"), Values.parse("(1 :> 2 @@ 1 :> 3)"));
    assertEquals(Values.parse("{1, 2}"), Values.parse(" { 2,1 , 2 } "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{1",
        "<<1,>>",
        "[a -> 1]",
        "[a |-> 1, a |-> 2]",
        "1 2",
        "-",
        "\"a",
        "(1 :> 2",
        "#"
      })
  void parse_noValue_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Values.parse(text));
  }

  @Test
  void equals_tlcIdentities_hold() {
    assertEquals(
        Values.tuple(Values.integer(5)),
        Values.function(Map.of(Values.integer(1), Values.integer(5))));
    assertEquals(
        Values.record("a", 1), Values.function(Map.of(Values.string("a"), Values.integer(1))));
    assertEquals(Values.tuple(), Values.function(Map.of()));
    assertEquals(Values.range(1, 3), Values.parse("{1, 2, 3}"));
    assertEquals(Values.parse("{1, 2, 3}"), Values.range(1, 3));
    assertEquals(Values.parse("{1, 2, 3}").hashCode(), Values.range(1, 3).hashCode());
    assertNotEquals(Values.integer(1), Values.string("1"));
    assertNotEquals(Values.model("a"), Values.string("a"));
  }

  @Test
  void order_differentKinds_haveNone() {
    TlaError error =
        assertThrows(
            TlaError.class, () -> Values.ORDER.compare(Values.integer(1), Values.string("a")));
    assertEquals("comparing 1 with \"a\"", error.getMessage());
    assertThrows(TlaError.class, () -> Values.set(Values.TRUE, Values.integer(1)));
    assertTrue(Values.ORDER.compare(Values.model("m"), Values.integer(1)) != 0);
  }

  @Test
  void order_sameKind_isTotal() {
    List<Value> ascending =
        List.of(
            Values.parse("{{}, {1}, {2}, {1, 2}}"),
            Values.parse("{<<>>, <<1>>, <<2>>, <<1, 1>>}"),
            Values.parse("{[a |-> 1], [a |-> 2], [b |-> 0], [a |-> 0, b |-> 0]}"));
    for (Value set : ascending) {
      List<Value> elements = set.asList();
      for (int i = 0; i < elements.size(); i++) {
        for (int j = 0; j < elements.size(); j++) {
          assertEquals(
              Integer.compare(i, j),
              Integer.signum(Values.ORDER.compare(elements.get(i), elements.get(j))));
        }
      }
    }
  }

  @Test
  void equal_otherDomain_isFalse() {
    assertFalse(Logic.equal("", Values.record("a", 1), Values.record("b", 1)));
    assertFalse(Logic.equal("", Values.parse("<<1>>"), Values.parse("(5 :> 1)")));
    assertFalse(Logic.equal("", Values.parse("(4 :> 1)"), Values.parse("(5 :> 1)")));
    assertTrue(Logic.equal("", Values.parse("(5 :> 1)"), Values.parse("(5 :> 1)")));
  }

  @Test
  void equal_otherKind_isAnErrorOrFalse() {
    Value word = Values.string("a");
    TlaError error = assertThrows(TlaError.class, () -> Logic.equal("at", word, Values.integer(1)));
    assertEquals("at: comparing \"a\" with 1", error.getMessage());
    assertFalse(Logic.equal("", word, Values.model("a")));
    assertFalse(Logic.equal("", Values.record("a", 1), Values.tuple()));
    assertTrue(Values.ORDER.compare(word, Values.model("a")) < 0);
  }

  @Test
  void accessors_rightKind_giveTheParts() {
    Value record = Values.record("n", 7L, "s", "text", "t", true, "big", BigInteger.TWO.pow(64));
    assertEquals(7, record.field("n").asLong());
    assertEquals("text", record.field("s").asString());
    assertTrue(record.field("t").asBoolean());
    assertEquals(BigInteger.TWO.pow(64), record.field("big").asBigInteger());
    assertTrue(record.hasField("n"));
    assertFalse(record.hasField("m"));
    assertEquals(4, record.asMap().size());
    assertEquals(Values.integer(8), Values.parse("<<7, 8>>").at(Values.integer(2)));
    assertEquals("m", Values.model("m").asString());
  }

  @Test
  void accessors_wrongKind_areRefused() {
    assertThrows(IllegalStateException.class, () -> Values.string("1").asLong());
    assertThrows(IllegalStateException.class, () -> Values.unsigned(-1).asLong());
    assertThrows(IllegalStateException.class, () -> Values.integer(1).asString());
    assertThrows(IllegalStateException.class, () -> Values.integer(1).asBoolean());
    assertThrows(IllegalStateException.class, () -> Values.integer(1).asList());
    assertThrows(IllegalStateException.class, () -> Values.tuple().at(Values.integer(1)));
    assertThrows(IllegalStateException.class, () -> Values.record("a", 1).field("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "5", "\"a\"", "m", "[a |-> 1]", "(5 :> 1)"})
  void asList_neitherSequenceNorSet_isRefused(String text) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> Values.parse(text).asList());
    assertEquals("value=" + text + " is not a sequence or set", refused.getMessage());
  }

  @Test
  void asList_sequenceOrSet_hasTheItems() {
    List<Value> items = List.of(Values.integer(1), Values.integer(2));
    assertEquals(items, Values.parse("<<1, 2>>").asList());
    assertEquals(items, Values.parse("{2, 1}").asList());
    assertEquals(items, Values.range(1, 2).asList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "5", "<<1>>", "[a |-> 1]", "(5 :> 1)", "{1}"})
  void asString_noString_isRefused(String text) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> Values.parse(text).asString());
    assertEquals("value=" + text + " is not a string", refused.getMessage());
    assertFalse(Values.parse(text).hasField("b"));
  }

  @Test
  void asString_ruleOfAFunction_isRefused() {
    Value rule = Functions.recursive("", Sets.NAT, (_, n) -> n);
    IllegalStateException refused = assertThrows(IllegalStateException.class, rule::asString);
    assertEquals("value=[x \\in Nat |-> ...] is not a string", refused.getMessage());
  }

  @Test
  void hasField_firstOne_isThere() {
    assertTrue(Values.record("a", 1, "b", 2).hasField("a"));
    assertTrue(Values.record("a", 1, "b", 2).hasField("b"));
    assertFalse(Values.record("a", 1, "b", 2).hasField("c"));
  }

  @Test
  void asMap_noFunction_isRefused() {
    assertThrows(IllegalStateException.class, () -> Values.parse("{1}").asMap());
    assertThrows(IllegalStateException.class, () -> Values.parse("{1}").at(Values.integer(1)));
  }

  @Test
  void brief_longText_isCutOff() {
    String word = "x".repeat(158);
    assertEquals("\"" + word + "\"", Values.brief(Values.string(word)));
    assertEquals("\"" + word + "x...", Values.brief(Values.string(word + "x")));
  }

  @Test
  void parse_spacesAndRest_areTold() {
    assertEquals(Values.integer(1), Values.parse(" 1 \n"));
    assertEquals(Values.string("a\"b"), Values.parse("\"a\\\"b\""));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Values.parse("{1, 2"));
    assertEquals("offset=5: expected }, found=", refused.getMessage());
    IllegalArgumentException escape =
        assertThrows(IllegalArgumentException.class, () -> Values.parse("\"a\\"));
    assertEquals("offset=3: expected \", found=", escape.getMessage());
    IllegalArgumentException rest =
        assertThrows(IllegalArgumentException.class, () -> Values.parse("1 rest of the text"));
    assertEquals("offset=2: expected the end, found=rest of the text", rest.getMessage());
    IllegalArgumentException state =
        assertThrows(
            IllegalArgumentException.class, () -> ValueParser.parseState("/\\ x = 1 or more"));
    assertEquals("offset=9: expected the end, found=or more", state.getMessage());
  }

  @Test
  void make_wrongParts_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Values.record("a"));
    assertThrows(IllegalArgumentException.class, () -> Values.record(1, 2));
    assertThrows(IllegalArgumentException.class, () -> Values.record("a", 1, "a", 2));
    assertThrows(IllegalArgumentException.class, () -> Values.from(1.5));
    assertThrows(IllegalArgumentException.class, () -> new BigInt(BigInteger.ONE));
    assertThrows(IllegalArgumentException.class, RecordShape::of);
    assertThrows(IllegalArgumentException.class, () -> RecordShape.of("a", "a"));
  }

  @Test
  void unsigned_highBit_isPositive() {
    assertEquals("18446744073709551615", Values.unsigned(-1).toString());
    assertEquals("5", Values.unsigned(5).toString());
  }

  @Test
  void vastSets_areComparedByTheirRule() {
    Value half = Values.range(0, Long.MAX_VALUE);
    assertEquals(half, Values.range(0, Long.MAX_VALUE));
    assertNotEquals(half, Values.range(1, Long.MAX_VALUE));
    assertNotEquals(half, Values.parse("{1}"));
    assertNotEquals(Values.parse("{1}"), half);
    assertTrue(Logic.equal("", half, Values.range(0, Long.MAX_VALUE)));
    assertFalse(Logic.equal("", half, Values.parse("{1}")));
  }

  @Test
  void toString_controlCharacters_areEscaped() {
    Value text = Values.string("a\t\n\f\r\"\\b");
    assertEquals("\"a\\t\\n\\f\\r\\\"\\\\b\"", text.toString());
    assertEquals(text, Values.parse(text.toString()));
    assertEquals(Values.string("x"), Values.parse("\"\\x\""));
  }

  @Test
  void toString_fieldsThatAreNoNames_areKeysOfAFunction() {
    for (String name : List.of("IF", "b c", "2", "WF_a", "SF_", "")) {
      Value function = Values.function(Map.of(Values.string(name), Values.integer(1)));
      assertEquals("(\"" + name + "\" :> 1)", function.toString());
      assertEquals(function, Values.parse(function.toString()));
    }
    for (String name : List.of("A", "G0", "aSF_", "b_2", "If")) {
      assertEquals("[" + name + " |-> 1]", Values.record(name, 1).toString());
    }
    Value both = Values.record("a", 1, "b c", 2);
    assertEquals("(\"a\" :> 1 @@ \"b c\" :> 2)", both.toString());
  }
}
