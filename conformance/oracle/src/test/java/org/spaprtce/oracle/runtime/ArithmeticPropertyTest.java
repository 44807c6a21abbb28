package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Arithmetic around the edge of 64 bits against Java's big integers. */
class ArithmeticPropertyTest {
  @Provide
  Arbitrary<BigInteger> integers() {
    BigInteger edge = BigInteger.ONE.shiftLeft(63);
    Arbitrary<BigInteger> near =
        Arbitraries.longs().between(-3, 3).map(offset -> edge.add(BigInteger.valueOf(offset)));
    return Arbitraries.oneOf(
        near,
        near.map(BigInteger::negate),
        Arbitraries.longs().map(BigInteger::valueOf),
        Arbitraries.longs().between(-5, 5).map(BigInteger::valueOf));
  }

  @Property(edgeCases = EdgeCasesMode.NONE) // the arbitrary is nothing but edges
  void plus_minus_times_order_areExact(
      @ForAll("integers") BigInteger a, @ForAll("integers") BigInteger b) {
    Value x = Values.integer(a);
    Value y = Values.integer(b);
    assertEquals(Values.integer(a.add(b)), Arithmetic.plus("", x, y));
    assertEquals(Values.integer(a.subtract(b)), Arithmetic.minus("", x, y));
    assertEquals(Values.integer(a.multiply(b)), Arithmetic.times("", x, y));
    assertEquals(Values.integer(a.negate()), Arithmetic.negate("", x));
    assertEquals(a.compareTo(b) < 0, Arithmetic.less("", x, y));
    assertEquals(a.compareTo(b) <= 0, Arithmetic.atMost("", x, y));
    assertEquals(a.compareTo(b) > 0, Arithmetic.greater("", x, y));
    assertEquals(a.compareTo(b) >= 0, Arithmetic.atLeast("", x, y));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void power_isRepeatedMultiplication(
      @ForAll("integers") BigInteger base, @ForAll @IntRange(min = 1, max = 70) int exponent) {
    Value product = Arithmetic.power("", Values.integer(base), Values.integer(exponent));
    Value next = Arithmetic.power("", Values.integer(base), Values.integer(exponent + 1L));
    assertEquals(Arithmetic.times("", product, Values.integer(base)), next);
    assertEquals(base.pow(exponent), product.asBigInteger());
  }

  @Property
  void power_ofTwo_isAShift(@ForAll @IntRange(max = 130) int exponent) {
    Value power = Arithmetic.power("", Values.integer(2), Values.integer(exponent));
    assertEquals(BigInteger.ONE.shiftLeft(exponent), power.asBigInteger());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void quotient_remainder_areFloored(
      @ForAll("integers") BigInteger a, @ForAll("integers") BigInteger b) {
    BigInteger divisor = b.signum() == 0 ? BigInteger.ONE : b.abs();
    Value x = Values.integer(a);
    Value y = Values.integer(divisor);
    BigInteger quotient = Arithmetic.quotient("", x, y).asBigInteger();
    BigInteger remainder = Arithmetic.remainder("", x, y).asBigInteger();
    assertEquals(a, quotient.multiply(divisor).add(remainder));
    assertEquals(remainder, a.mod(divisor));
    Value negated =
        Arithmetic.quotient("", Values.integer(a.negate()), Values.integer(divisor.negate()));
    assertEquals(quotient, negated.asBigInteger());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void integer_anyLength_hasOneRepresentation(@ForAll("integers") BigInteger a) {
    Value value = Values.parse(a.toString());
    assertEquals(Values.integer(a), value);
    if (a.bitLength() < Long.SIZE) {
      assertEquals(a.longValueExact(), assertInstanceOf(SmallInt.class, value).value());
    } else {
      assertInstanceOf(BigInt.class, value);
    }
  }
}
