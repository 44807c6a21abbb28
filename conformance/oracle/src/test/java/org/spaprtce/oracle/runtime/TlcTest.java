package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TlcTest {
  private static Value numbers(long... items) {
    Value[] values = new Value[items.length];
    for (int i = 0; i < items.length; i++) {
      values[i] = Values.integer(items[i]);
    }
    return Values.tuple(values);
  }

  @Test
  void check_false_isAnErrorWithTheMessage() {
    assertTrue(Tlc.check("here", Values.TRUE, Values.string("no")));
    TlaError error =
        assertThrows(TlaError.class, () -> Tlc.check("here", Values.FALSE, Values.string("no")));
    assertEquals("here: Assert: \"no\"", error.getMessage());
    assertThrows(TlaError.class, () -> Tlc.check("here", Values.integer(1), Values.string("no")));
  }

  private static String printed(Supplier<Object> evaluation, Object expected) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertEquals(expected, evaluation.get());
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void print_value_goesToStandardOutput() {
    Value message = Values.string("m");
    Value seven = Values.integer(7);
    assertEquals("\"m\"  7", printed(() -> Tlc.print("here", message, seven), seven));
    assertEquals("\"m\"", printed(() -> Tlc.printed("here", message), true));
  }

  @Test
  void evaluated_lazySet_hasItsElements() {
    assertTrue(Tlc.evaluated("here", Values.range(1, 3)) instanceof FiniteSet);
    TlaError error = assertThrows(TlaError.class, () -> Tlc.evaluated("here", Sets.NAT));
    assertEquals("here: the elements of the infinite set Nat are needed", error.getMessage());
  }

  @Test
  void permutations_ofASet_areAllBijections() {
    assertEquals(Values.set(Values.tuple()), Tlc.permutations("here", Values.EMPTY_SET));
    Value three = Tlc.permutations("here", Values.range(1, 3));
    assertEquals(6, three.asList().size());
    for (Value permutation : three.asList()) {
      assertEquals(Values.range(1, 3), Values.set(permutation.asList()));
    }
    TlaError error =
        assertThrows(TlaError.class, () -> Tlc.permutations("here", Values.range(1, 10)));
    assertEquals(
        "here: the permutations of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10} are too many",
        error.getMessage());
  }

  @Test
  void permutations_ofTheLargestSet_areAllComputed() {
    assertEquals(362_880, Tlc.permutations("here", Values.range(1, 9)).asList().size());
  }

  @Test
  void sort_byAnOrder_isStableInsertion() {
    Operator less = args -> Values.bool(args[0].asLong() < args[1].asLong());
    assertEquals(numbers(1, 2, 2, 3), Tlc.sort("here", numbers(2, 3, 1, 2), less));
    assertEquals(numbers(), Tlc.sort("here", numbers(), less));
    Operator always = _ -> Values.TRUE;
    assertEquals(numbers(3, 2, 1), Tlc.sort("here", numbers(1, 2, 3), always));
    Operator tens = args -> Values.bool(args[0].asLong() / 10 < args[1].asLong() / 10);
    assertEquals(numbers(9, 12, 11, 25), Tlc.sort("here", numbers(12, 25, 9, 11), tens));
    assertThrows(TlaError.class, () -> Tlc.sort("here", Values.integer(1), less));
    assertThrows(TlaError.class, () -> Tlc.sort("here", numbers(2, 1), _ -> Values.integer(1)));
  }
}
