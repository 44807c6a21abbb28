package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept from one evaluation to the next, and the numbers of fields. */
class MemoTest {
  private static final State STATE = ValueParser.parseState("/\\ x = 1");
  private static final State OTHER = STATE.with("x", Values.integer(2));
  private static final Value A = Values.string("a");
  private static final Value B = Values.string("b");
  private static final Value C = Values.string("c");
  private static final Value RESULT = Values.TRUE;

  /** Names that no shape knows yet: shapes live as long as the program. */
  private static final AtomicInteger FRESH = new AtomicInteger();

  @Test
  void isFor_noParameter_dependsOnTheState() {
    Memo memo = Memo.of(RESULT, STATE);
    assertTrue(memo.isFor(STATE));
    assertFalse(memo.isFor(OTHER));
    assertFalse(Memo.NONE.isFor(STATE));
    assertSame(RESULT, memo.value());
    assertTrue(memo.truth());
    assertFalse(Memo.of(Values.FALSE, STATE).truth());
  }

  @Test
  void isFor_oneParameter_dependsOnStateAndArgument() {
    Memo memo = Memo.of(RESULT, STATE, A);
    assertTrue(memo.isFor(STATE, A));
    assertFalse(memo.isFor(OTHER, A));
    assertFalse(memo.isFor(STATE, B));
    assertFalse(Memo.NONE.isFor(STATE, A));
    assertSame(RESULT, memo.value());
  }

  @Test
  void isFor_twoParameters_dependsOnAll() {
    Memo memo = Memo.of(RESULT, STATE, A, B);
    assertTrue(memo.isFor(STATE, A, B));
    assertFalse(memo.isFor(OTHER, A, B));
    assertFalse(memo.isFor(STATE, B, B));
    assertFalse(memo.isFor(STATE, A, A));
    assertFalse(Memo.NONE.isFor(STATE, A, B));
    assertSame(RESULT, memo.value());
  }

  @Test
  void isFor_threeParameters_dependsOnAll() {
    Memo memo = Memo.of(RESULT, STATE, A, B, C);
    assertTrue(memo.isFor(STATE, A, B, C));
    assertFalse(memo.isFor(OTHER, A, B, C));
    assertFalse(memo.isFor(STATE, C, B, C));
    assertFalse(memo.isFor(STATE, A, C, C));
    assertFalse(memo.isFor(STATE, A, B, A));
    assertFalse(Memo.NONE.isFor(STATE, A, B, C));
    assertSame(RESULT, memo.value());
  }

  @Test
  void index_fieldMadeLater_isFoundOrMissing() {
    String late = "late" + FRESH.incrementAndGet();
    String early = "early" + FRESH.incrementAndGet();
    String missing = "missing" + FRESH.incrementAndGet();
    RecordShape shape = RecordShape.of(late, early);
    assertEquals(-1, shape.index(Field.of(missing)));
    assertEquals(0, shape.index(Field.of(early)));
    assertEquals(1, shape.index(Field.of(late)));
    assertEquals(-1, shape.index(Field.of("later" + FRESH.incrementAndGet())));
    assertEquals(Values.parse("{\"" + early + "\", \"" + late + "\"}"), shape.domain());
    assertSame(Field.of(missing), Field.of(missing));
    assertEquals(missing, Field.of(missing).name());
    assertNotEquals(Field.of(missing).number(), Field.of(early).number());
  }

  @Test
  void of_tooManyFields_isRefused() {
    String[] most =
        IntStream.range(0, Byte.MAX_VALUE).mapToObj(i -> "f" + i).toArray(String[]::new);
    RecordShape shape = RecordShape.of(most);
    assertEquals(Byte.MAX_VALUE, shape.size());
    assertEquals(shape.size() - 1, shape.index(Field.of(shape.name(shape.size() - 1))));
    String[] more = IntStream.range(0, 128).mapToObj(i -> "f" + i).toArray(String[]::new);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RecordShape.of(more));
    assertEquals("fields=128: a record has from 1 to 127", refused.getMessage());
  }
}
