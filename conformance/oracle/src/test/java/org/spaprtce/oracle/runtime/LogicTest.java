package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogicTest {
  private static final Value DIGITS = Values.range(0, 9);

  @Test
  void lazy_value_isComputedOnceAndOnlyIfNeeded() {
    List<String> computed = new ArrayList<>();
    Lazy lazy =
        new Lazy(() -> {
          computed.add("once");
          return Values.FALSE;
        });
    assertEquals(List.of(), computed);
    assertEquals(Values.FALSE, lazy.get());
    assertFalse(lazy.truth());
    assertTrue(new Lazy(() -> Values.TRUE).truth());
    assertEquals(List.of("once"), computed);
  }

  @Test
  void in_expression_isItsValue() {
    assertFalse(Logic.in(() -> false));
    assertTrue(Logic.in(() -> true));
    assertEquals(Values.integer(3), Lazy.in(() -> Values.integer(3)));
  }

  @Test
  void choose_severalFit_takesTheFirstInCanonicalOrder() {
    assertEquals(Values.integer(4), Logic.choose("", DIGITS, digit -> digit.asLong() > 3));
    Value words = Values.parse("{\"b\", \"a\", \"aa\"}");
    assertEquals(Values.string("a"), Logic.choose("", words, _ -> true));
    Value sets = Values.parse("{{3}, {1, 2}, {2}}");
    assertEquals(Values.parse("{2}"), Logic.choose("", sets, _ -> true));
  }

  @Test
  void choose_nothingFits_isAnError() {
    TlaError error = assertThrows(TlaError.class, () -> Logic.choose("at", DIGITS, _ -> false));
    assertEquals("at: CHOOSE finds no element in 0..9", error.getMessage());
  }

  @Test
  void quantifiers_nothingDecides_tryEachOnce() {
    List<Value> tried = new ArrayList<>();
    assertFalse(Logic.exists("", DIGITS, digit -> !tried.add(digit)));
    assertEquals(DIGITS.asList(), tried);
    assertTrue(Logic.forAll("", DIGITS, tried::add));
    assertEquals(20, tried.size());
  }

  @Test
  void quantifiers_stopAtTheFirstThatDecides() {
    List<Value> tried = new ArrayList<>();
    assertFalse(Logic.forAll("", DIGITS, digit -> tried.add(digit) && digit.asLong() < 2));
    assertEquals(3, tried.size());
    tried.clear();
    assertTrue(Logic.exists("", DIGITS, digit -> tried.add(digit) && digit.asLong() == 2));
    assertEquals(3, tried.size());
  }

  @Test
  void truth_otherKind_isAnError() {
    assertTrue(Logic.truth("at", Values.TRUE));
    assertFalse(Logic.truth("at", Values.FALSE));
    TlaError error = assertThrows(TlaError.class, () -> Logic.truth("at", Values.integer(1)));
    assertEquals("at: a Boolean is needed, not 1", error.getMessage());
  }

  @Test
  void at_twice_keepsTheInnermostPlace() {
    TlaError error = new TlaError("no value").at("inner").at("outer");
    assertEquals("inner: no value", error.getMessage());
  }
}
