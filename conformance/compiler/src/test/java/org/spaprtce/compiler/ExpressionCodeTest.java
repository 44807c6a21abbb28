package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the Java of one expression of each kind: {@code E(p, q)} is defined as the expression. */
class ExpressionCodeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      quoteCharacter = '`',
      textBlock =
          """
          p + q ==> Arithmetic.plus("Spec.tla:5:12", p, q)
          p - q ==> Arithmetic.minus("Spec.tla:5:12", p, q)
          p * q ==> Arithmetic.times("Spec.tla:5:12", p, q)
          p \\div q ==> Arithmetic.quotient("Spec.tla:5:12", p, q)
          p % q ==> Arithmetic.remainder("Spec.tla:5:12", p, q)
          p ^ q ==> Arithmetic.power("Spec.tla:5:12", p, q)
          -p ==> Arithmetic.negate("Spec.tla:5:12", p)
          p < q ==> Arithmetic.less("Spec.tla:5:12", p, q)
          p <= q ==> Arithmetic.atMost("Spec.tla:5:12", p, q)
          p > q ==> Arithmetic.greater("Spec.tla:5:12", p, q)
          p >= q ==> Arithmetic.atLeast("Spec.tla:5:12", p, q)
          p .. q ==> Arithmetic.range("Spec.tla:5:12", p, q)
          7 ==> INT_7
          18446744073709551616 ==> INT_18446744073709551616
          "s t" ==> STR_s_t
          TRUE ==> true
          BOOLEAN ==> Sets.BOOLEAN
          Nat ==> Sets.NAT
          C ==> c_C
          p = q ==> Logic.equal("Spec.tla:5:12", p, q)
          p # q ==> !Logic.equal("Spec.tla:5:12", p, q)
          ~p ==> !Logic.truth("Spec.tla:5:12", p)
          p => q ==> (!Logic.truth("Spec.tla:5:12", p) || Logic.truth("Spec.tla:5:12", q))
          p <=> q ==> (Logic.truth("Spec.tla:5:12", p) == Logic.truth("Spec.tla:5:12", q))
          p \\in q ==> Sets.in("Spec.tla:5:12", p, q)
          p \\notin q ==> !Sets.in("Spec.tla:5:12", p, q)
          p \\subseteq q ==> Sets.subset("Spec.tla:5:12", p, q)
          p \\cup q ==> Sets.union("Spec.tla:5:12", p, q)
          p \\cap q ==> Sets.intersection("Spec.tla:5:12", p, q)
          p \\ q ==> Sets.difference("Spec.tla:5:12", p, q)
          UNION p ==> Sets.flatten("Spec.tla:5:12", p)
          SUBSET p ==> Sets.subsets("Spec.tla:5:12", p)
          p \\X q ==> Sets.product("Spec.tla:5:12", p, q)
          {p, q} ==> Sets.of("Spec.tla:5:12", p, q)
          p[q] ==> Functions.apply("Spec.tla:5:12", p, q)
          DOMAIN p ==> Functions.domain("Spec.tla:5:12", p)
          [p -> q] ==> Sets.functions("Spec.tla:5:12", p, q)
          p.f ==> Functions.field("Spec.tla:5:12", p, F_f)
          <<p, q>> ==> Functions.tupleOf("Spec.tla:5:12", p, q)
          p :> q ==> Functions.single("Spec.tla:5:12", p, q)
          p @@ q ==> Functions.override("Spec.tla:5:12", p, q)
          Len(p) ==> Sequences.length("Spec.tla:5:12", p)
          p \\o q ==> Sequences.concat("Spec.tla:5:12", p, q)
          p \\o q \\o p ==> Sequences.concat("Spec.tla:5:12", p, q, p)
          Append(p, q) ==> Sequences.append("Spec.tla:5:12", p, q)
          SubSeq(p, q, 1) ==> Sequences.slice("Spec.tla:5:12", p, q, INT_1)
          Head(p) ==> Sequences.head("Spec.tla:5:12", p)
          SelectSeq(p, LAMBDA r : r) ==> Sequences.select("Spec.tla:5:12", p, args -> args[0])
          Cardinality(p) ==> Sets.cardinality("Spec.tla:5:12", p)
          """)
  void compile_expression_callsTheRuntime(String tla, String java) {
    String text = Fixture.compile(folder, "E(p, q) == " + tla);
    String expected = "\n  return " + java + ";\n}\n";
    String method = Fixture.method(text, "op_E");
    assertEquals(expected, method.substring(method.indexOf('\n')));
  }
}
