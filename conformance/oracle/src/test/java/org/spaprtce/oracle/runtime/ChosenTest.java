package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the loops of compiled modules ask of the runtime. */
class ChosenTest {
  private static FiniteSet numbers(int count) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(Values.integer(10L * i));
    }
    return FiniteSet.of(all);
  }

  private static Value set(int... numbers) {
    List<Value> all = new ArrayList<>();
    for (int number : numbers) {
      all.add(Values.integer(number));
    }
    return FiniteSet.of(all);
  }

  @Test
  void only_bits_areElements() {
    FiniteSet five = numbers(5);
    assertSame(five, five.only(0b11111));
    assertEquals(set(), five.only(0));
    assertEquals(set(0), five.only(1));
    assertEquals(set(40), five.only(0b10000));
    assertEquals(set(10, 20, 30), five.only(0b01110));
    assertEquals(set(0, 20, 40), five.only(0b10101));
    assertEquals(set(10, 40), five.only(0b10010));
    assertEquals(set(630), numbers(64).only(Long.MIN_VALUE));
    assertEquals(64, numbers(64).only(-1L).size());
  }

  @Test
  void only_partOfAPart_countsFromItsFirst() {
    FiniteSet part = numbers(6).only(0b111100);
    assertEquals(set(20, 50), part.only(0b1001));
    assertEquals(set(30, 40), part.only(0b0110));
    assertEquals(3, part.only(0b0111).size());
  }

  @Test
  void isSmall_belowTheIndex() {
    assertTrue(Sets.isSmall(numbers(SetIndex.WORTHWHILE - 1)));
    assertFalse(Sets.isSmall(numbers(SetIndex.WORTHWHILE)));
    assertFalse(Sets.isSmall(Values.range(1, 2)));
    assertFalse(Sets.isSmall(Values.TRUE));
  }

  @Test
  void isShort_whatBitsCanTell() {
    assertTrue(Sets.isShort(numbers(64)));
    assertFalse(Sets.isShort(numbers(65)));
    assertTrue(Sets.isShort(RangeSet.upTo(63)));
    assertTrue(Sets.isShort(RangeSet.upTo(0)));
    assertFalse(Sets.isShort(RangeSet.upTo(64)));
    assertFalse(Sets.isShort(Values.range(2, 3)));
    assertFalse(Sets.isShort(Values.range(1, -1)));
    assertFalse(Sets.isShort(Sets.NAT));
    assertFalse(Sets.isShort(Values.TRUE));
  }

  @Test
  void isVast_onlyRules() {
    assertTrue(Sets.isVast(Sets.NAT));
    assertTrue(Sets.isVast(Values.range(1, LazySet.LIMIT + 1L)));
    assertFalse(Sets.isVast(Values.range(1, LazySet.LIMIT)));
    assertFalse(Sets.isVast(RangeSet.upTo(5)));
    assertFalse(Sets.isVast(numbers(3)));
    assertFalse(Sets.isVast(Values.TRUE));
  }

  @Test
  void isEmpty_setsOfEachKind() {
    assertTrue(Sets.isEmpty("", Values.EMPTY_SET));
    assertFalse(Sets.isEmpty("", numbers(1)));
    assertTrue(Sets.isEmpty("", Values.range(3, 1)));
    assertFalse(Sets.isEmpty("", Values.range(3, 3)));
    assertFalse(Sets.isEmpty("", Sets.NAT));
    assertFalse(Sets.isEmpty("", Values.model("m")));
    TlaError error = assertThrows(TlaError.class, () -> Sets.isEmpty("M.tla:1:2", Values.TRUE));
    assertTrue(String.valueOf(error.getMessage()).startsWith("M.tla:1:2: "), error.getMessage());
  }

  @Test
  void oneOf_eitherOrNone() {
    Value one = Values.integer(1);
    Value two = Values.integer(2);
    assertTrue(Sets.oneOf("", one, one, two));
    assertTrue(Sets.oneOf("", two, one, two));
    assertFalse(Sets.oneOf("", Values.integer(3), one, two));
    assertThrows(TlaError.class, () -> Sets.oneOf("", Values.TRUE, one, two));
  }

  @Test
  void images_areASet_orTheValuesOfAFunction() {
    Value[] images = {Values.integer(2), Values.integer(1), Values.integer(2)};
    assertEquals(set(1, 2), Sets.images("", images.clone()));
    assertEquals(
        Values.tuple(images), Functions.images("", RangeSet.upTo(3).finite(), images.clone()));
    Value[] kinds = {Values.TRUE, Values.integer(1)};
    TlaError error = assertThrows(TlaError.class, () -> Sets.images("M.tla:1:2", kinds));
    assertTrue(String.valueOf(error.getMessage()).startsWith("M.tla:1:2: "), error.getMessage());
    Value[] infinite = {Sets.NAT};
    assertThrows(TlaError.class, () -> Functions.images("", numbers(1), infinite));
  }

  @Test
  void text_ofStringsOnly() {
    Value other = Values.string("b");
    assertEquals("a", Logic.text("", Values.string("a"), other));
    assertEquals("b", Logic.text("", other, other));
    assertEquals("\0", Logic.text("", Values.model("b"), other));
    TlaError error =
        assertThrows(TlaError.class, () -> Logic.text("M.tla:1:2", Values.integer(1), other));
    assertEquals("M.tla:1:2: comparing 1 with \"b\"", error.getMessage());
  }

  @Test
  void apply_outsideTheDomain_isAnError() {
    Value tuple = Values.tuple(Values.integer(7), Values.integer(8));
    assertEquals(Values.integer(7), Functions.apply("", tuple, Values.integer(1)));
    assertEquals(Values.integer(8), Functions.apply("", tuple, Values.integer(2)));
    for (long outside : List.of(0L, 3L, -1L)) {
      Value place = Values.integer(outside);
      assertThrows(TlaError.class, () -> Functions.apply("", tuple, place));
    }
    Value record = Values.record("a", 1, "b", 2);
    assertEquals(Values.integer(2), Functions.apply("", record, Values.string("b")));
    assertThrows(TlaError.class, () -> Functions.apply("", record, Values.string("c")));
  }

  @Test
  void apply_argumentOfAnotherKind_isAnError() {
    Value word = Values.string("a");
    Value tuple = Values.tuple(word);
    TlaError none = assertThrows(TlaError.class, () -> Functions.apply("at", tuple, word));
    assertEquals("at: \"a\" is outside the domain of the function <<\"a\">>", none.getMessage());
    Value one = Values.integer(1);
    Value record = Values.record("a", one);
    TlaError error = assertThrows(TlaError.class, () -> Functions.apply("at", record, one));
    assertEquals("at: 1 is outside the domain of the function [a |-> 1]", error.getMessage());
  }
}
