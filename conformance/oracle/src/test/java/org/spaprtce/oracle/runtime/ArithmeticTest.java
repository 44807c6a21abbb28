package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
  private static final int LONGEST = 1 << 20;
  private static final Value ONE = Values.integer(1);

  private static Value power(long base, long exponent) {
    return Arithmetic.power("at", Values.integer(base), Values.integer(exponent));
  }

  @Test
  void power_ofOnes_needsNoLength() {
    assertEquals(ONE, power(1, 1L << 40));
    assertEquals(ONE, power(-1, 1L << 40));
    assertEquals(Values.integer(-1), power(-1, (1L << 40) + 1));
    assertEquals(Values.integer(0), power(0, 1L << 40));
  }

  @Test
  void power_longestOne_isComputed() {
    BigInteger three = BigInteger.valueOf(3);
    assertEquals(three.pow(LONGEST / 2), power(3, LONGEST / 2).asBigInteger());
    TlaError error = assertThrows(TlaError.class, () -> power(3, LONGEST / 2 + 1));
    assertEquals("at: 3 ^ 524289 is too long", error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, (1L << 32) - 1, 1L << 32, Long.MAX_VALUE})
  void power_exponentBeyond31Bits_isRefused(long exponent) {
    TlaError error = assertThrows(TlaError.class, () -> power(3, exponent));
    assertEquals("at: 3 ^ " + exponent + " is too long", error.getMessage());
  }

  @Test
  void power_exponentThatIsNotOf64Bits_hasNoValue() {
    Value two = Values.integer(2);
    Value huge = Values.integer(BigInteger.TWO.pow(64));
    TlaError length = assertThrows(TlaError.class, () -> Arithmetic.power("at", two, huge));
    assertEquals("at: 2 ^ 18446744073709551616 is too long", length.getMessage());
    Value word = Values.string("a");
    TlaError kind = assertThrows(TlaError.class, () -> Arithmetic.power("at", two, word));
    assertEquals("at: an integer is needed, not \"a\"", kind.getMessage());
  }

  @Test
  void power_edgeOf64Bits_isExact() {
    assertEquals(Values.integer(1L << 62), power(2, 62));
    assertEquals(Values.parse("9223372036854775808"), power(2, 63));
    assertEquals(Values.integer(Long.MIN_VALUE), power(-2, 63));
    assertEquals(ONE, power(2, 0));
  }

  @Test
  void quotient_smallestByMinusOne_leaves64Bits() {
    Value smallest = Values.integer(Long.MIN_VALUE);
    Value minusOne = Values.integer(-1);
    assertEquals(Values.parse("9223372036854775808"), Arithmetic.quotient("", smallest, minusOne));
    assertEquals(Values.parse("9223372036854775808"), Arithmetic.times("", smallest, minusOne));
    assertEquals(Values.parse("9223372036854775808"), Arithmetic.negate("", smallest));
  }

  @Test
  void signum_anyInteger_isItsSign() {
    assertEquals(1, Values.integer(7).signum());
    assertEquals(0, Values.integer(0).signum());
    assertEquals(-1, Values.integer(-7).signum());
    BigInteger big = BigInteger.TWO.pow(80);
    assertEquals(1, Values.integer(big).signum());
    assertEquals(-1, Values.integer(big.negate()).signum());
    assertEquals(Values.FALSE, Values.bool(NamedSet.NAT.contains(Values.integer(big.negate()))));
  }

  @Test
  void unsigned_zero_isZero() {
    assertEquals(Values.integer(0), Values.unsigned(0));
    assertEquals(Values.integer(Long.MAX_VALUE), Values.unsigned(Long.MAX_VALUE));
    assertEquals("9223372036854775808", Values.unsigned(Long.MIN_VALUE).toString());
  }
}
