package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Compiled expressions have the values that TLC gives them, and fail where it does. */
class EvaluationTest {
  private static final int FACTS = 79;
  private static final int WIDE_FACTS = 15;
  private static final Map<String, Value> TOP = Map.of("Top", Values.parse("18446744073709551616"));

  private static TlaModule evaluation;
  private static TlaModule failing;

  @TempDir Path scratch;

  @BeforeAll
  static void compile() {
    evaluation = Fixtures.module("Evaluation", Map.of());
    failing = Fixtures.module("Failing", Map.of());
  }

  private static List<String> falseFacts(TlaModule module) {
    return module.predicates().stream().filter(fact -> !isTrue(module, fact)).toList();
  }

  private static boolean isTrue(TlaModule module, String fact) {
    try {
      return module.holds(State.EMPTY, fact);
    } catch (TlaError error) {
      return false;
    }
  }

  @Test
  void holds_factOfEveryOperator_isTrue() {
    assertEquals(List.of(), falseFacts(evaluation));
    assertTrue(evaluation.predicates().size() >= FACTS, evaluation.predicates().size() + " facts");
  }

  @Test
  @Tag("unfit-for-mutation") // TLC is not ours
  void holds_factOfEveryOperator_isTrueInTlc() throws Exception {
    assertEquals(0, tlc(evaluation.predicates()));
  }

  @Test
  @Tag("unfit-for-mutation") // TLC is not ours
  void tlc_falseFact_isFound() throws Exception {
    assertNotEquals(0, tlc(List.of("(1 = 2)")));
  }

  /** Lets TLC check assumptions over the fixture. */
  private int tlc(List<String> facts) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("---- MODULE Facts ----\nEXTENDS Evaluation\n");
    facts.forEach(fact -> text.append("ASSUME ").append(fact).append('\n'));
    Path module = Files.writeString(scratch.resolve("Facts.tla"), text + "====\n");
    Files.writeString(scratch.resolve("Facts.cfg"), "");
    Files.copy(Fixtures.FOLDER.resolve("Evaluation.tla"), scratch.resolve("Evaluation.tla"));
    return Fixtures.tlc(module, scratch);
  }

  @Test
  void holds_wideIntegers_areExact() {
    TlaModule module = Fixtures.module("Wide", TOP);
    assertEquals(List.of(), falseFacts(module));
    assertTrue(module.predicates().size() >= WIDE_FACTS, module.predicates().size() + " facts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Arithmetic.atMost(:Arithmetic.less(",
        "Arithmetic.less(:Arithmetic.atMost(",
        "Arithmetic.greater(:Arithmetic.atLeast(",
        "Arithmetic.atLeast(:Arithmetic.greater(",
        "Arithmetic.plus(:Arithmetic.minus(",
        "Arithmetic.power(:Arithmetic.times(",
        "Sets.union(:Sets.intersection(",
        "Sets.difference(:Sets.intersection(",
        "return false;:return true;",
        "kept |= 1L:kept &= 1L",
        "!Sets.isEmpty(:Sets.isEmpty(",
        "Sets.oneOf(:!Sets.oneOf(",
        " && : || ",
        "!Logic.equal(:Logic.equal(",
      })
  @Tag("unfit-for-mutation") // it has a fault of its own
  void holds_wrongEmission_isFound(String damage) {
    String[] parts = damage.split(":", 2);
    UnaryOperator<String> change =
        java -> {
          assertTrue(java.contains(parts[0]), damage);
          return java.replace(parts[0], parts[1]);
        };
    TlaModule module = Fixtures.damaged("Evaluation", Map.of(), Map.of(), change);
    assertNotEquals(List.of(), falseFacts(module));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      quoteCharacter = '`',
      textBlock =
          """
          ChooseNone      ==> 7:15: CHOOSE finds no element in 1..2
          NoArm           ==> 8:10: no arm of the CASE is true
          OutsideTuple    ==> 9:17: 3 is outside the domain of the function <<1, 2>>
          OutsideFunction ==> 10:20: 6 is outside the domain of the function (5 :> 5 @@ 7 :> 7)
          NoField         ==> 11:12: no field b in [a |-> 1]
          ByZero          ==> 12:11: dividing 1 by 0
          NegativeModulus ==> 13:20: % needs a positive divisor, not -2
          KindsCompared   ==> 14:18: comparing 1 with "a"
          KindsNested     ==> 15:16: comparing 2 with "a"
          KindsInSet      ==> 16:15: comparing 1 with "a"
          KindsJoined     ==> 17:16: comparing 1 with "a"
          KindsMember     ==> 18:16: whether "a" is in the integer range 1..3
          NotABoolean     ==> 19:16: a Boolean is needed, not 1
          NotANumber      ==> 20:15: an integer is needed, not "a"
          NotASet         ==> 21:12: a set is needed, not 2
          NotAFunction    ==> 22:17: a function is needed, not 1
          NotASequence    ==> 23:17: a sequence is needed, not [a |-> 1]
          EmptyHead       ==> 24:14: a nonempty sequence is needed
          TooLong         ==> 25:12: SubSeq from 1 to 2 of <<1>>
          Infinite        ==> 26:13: the elements of the infinite set Nat are needed
          TooBig          ==> 27:11: the 100000000 elements of 1..100000000 are needed
          InfiniteField   ==> 28:18: the elements of the infinite set Nat are needed
          NegativeExponent ==> 29:21: 2 ^ -1 has no value
          ZeroToZero      ==> 30:15: 0 ^ 0 has no value
          AbsurdPower     ==> 31:16: 3 ^ 1099511627776 is too long
          LongPower       ==> 32:14: 18446744073709551616 ^ 1048576 is too long
          """)
  void eval_withoutValue_failsAtItsPlace(String operator, String expected) {
    TlaError error =
        assertThrows(TlaError.class, () -> failing.eval(State.EMPTY, operator.strip()));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith("Failing.tla:" + expected),
        error.getMessage());
  }
}
