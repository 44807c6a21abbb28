package org.spaprtce.conformance.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.graph.CompilerFault;

/** Random expressions have the same answers, and faulty compilers give some of them others. */
class DifferentialTest {
  private static final Type INT = Type.Atom.INT;

  private static Term number(String text) {
    return Term.of(INT, "literal", text);
  }

  /** The reason of each mismatch, or an empty text, as a compiler with a fault makes it. */
  private static List<String> rules(List<Term> terms, Optional<CompilerFault> fault) {
    List<String> rules = new ArrayList<>();
    Answers.of(
        List.of(new Batch("Given", terms)),
        answered -> {
          String generated = answered.generated();
          CompiledBatch compiled =
              CompiledBatch.of(generated, text -> fault.map(f -> f.apply(text)).orElse(text));
          for (int i = 0; i < terms.size(); i++) {
            rules.add(
                Judgement.of(answered.batch(), i, answered.tlc().get(i), compiled)
                    .map(Mismatch::rule)
                    .orElse(""));
          }
        });
    return rules;
  }

  @Test
  void run_fewExpressions_agree() {
    List<Long> progress = new ArrayList<>();
    Differential.Result result = Differential.run(20, 400, progress::add);
    assertEquals(List.of(), result.mismatches());
    assertEquals(0, result.differing());
    assertEquals(400, result.expressions());
    assertEquals(List.of(400L), progress);
    assertTrue(result.failures().size() > 3, result.failures()::toString);
    assertTrue(result.kinds().size() > 7, result.kinds()::toString);
    assertFalse(result.rarerThan(400).isEmpty());
    assertEquals(List.of(), result.rarerThan(1));
  }

  @Test
  void batches_sameSeed_areTheSame() {
    assertEquals(Differential.batches(new Terms(5), 30), Differential.batches(new Terms(5), 30));
    assertFalse(
        Differential.batches(new Terms(5), 30).equals(Differential.batches(new Terms(6), 30)));
  }

  @Test
  void judgement_numbersBeyond32Bits_mustOverflowInBoth() {
    Term wide = number("2147483647");
    Term sum = Term.arithmetic("+", "(# + #)", wide, number("1"));
    Term unseen = new Term(INT, "+", "(# + #)", List.of(wide, number("1")), List.of(), false);
    Term difference = Term.arithmetic("-", "(# - #)", wide, number("1"));
    assertEquals(
        List.of("", "only TLC leaves 32 bits", ""),
        rules(List.of(sum, unseen, difference), Optional.empty()));
  }

  @Test
  void judgement_faultyCompiler_isFoundWhereItMatters() {
    Term swapped = Term.arithmetic("-", "(# - #)", number("3"), number("1"));
    Term same = Term.arithmetic("-", "(# - #)", number("2"), number("2"));
    CompilerFault fault =
        CompilerFault.OF_EXPRESSIONS.stream()
            .filter(f -> f.name().contains("operands of -"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of("the answers differ", ""), rules(List.of(swapped, same), Optional.of(fault)));
  }

  @Test
  void controls_faults_giveOtherAnswers() {
    List<CompilerFault> faults =
        CompilerFault.OF_EXPRESSIONS.stream()
            .filter(f -> f.name().contains("CHOOSE") || f.name().contains("range"))
            .toList();
    assertEquals(2, faults.size());
    Differential.controls(3, 400, faults)
        .forEach(control -> assertTrue(control.differing() > 0, control.toString()));
  }

  @Test
  void shrunk_differingExpression_isAsSmallAsItGets() {
    Term wide = number("2147483647");
    Term cause = new Term(INT, "+", "(# + #)", List.of(wide, wide), List.of(), false);
    Term whole =
        Term.of(
            INT,
            "IF",
            "(IF # THEN # ELSE #)",
            Term.of(Type.Atom.BOOL, "=", "(# = #)", number("1"), number("1")),
            Term.of(INT, "operator", "Same(#)", cause),
            number("3"));
    Mismatch mismatch = Differential.shrunk(whole);
    assertEquals("(2147483647 + 2147483647)", mismatch.expression());
    assertTrue(mismatch.tlc().startsWith("OVERFLOW"), mismatch.toString());
  }

  @Test
  void smaller_terms_bindTheirVariables() {
    Term body = Term.arithmetic("+", "(# + #)", Term.variable(INT, "x"), number("2"));
    Term map =
        Term.binding(
            new Type.SetOf(INT),
            "set of images",
            List.of("x"),
            "{# : x \\in #}",
            body,
            Term.of(new Type.SetOf(INT), "set", "{#}", number("5")));
    assertTrue(map.free().isEmpty());
    map.smaller().forEach(term -> assertTrue(term.free().isEmpty(), term.text()));
    List<String> texts = map.smaller().stream().map(Term::text).toList();
    assertTrue(texts.contains("{5}") && texts.contains("{x : x \\in {5}}"), texts::toString);
  }
}
