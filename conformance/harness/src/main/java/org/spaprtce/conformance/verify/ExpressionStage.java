package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.conformance.expression.Differential;
import org.spaprtce.conformance.expression.Mismatch;
import org.spaprtce.conformance.graph.CompilerFault;

/** Has TLC and compiled code evaluate random expressions, and faulty compilers found by them. */
final class ExpressionStage {
  /** What random expressions must reach: kinds of values, and reasons for having none. */
  static final Set<String> REACHED =
      Set.of(
          "bool",
          "function",
          "int",
          "model",
          "pair",
          "record",
          "sequence",
          "set",
          "string",
          "BAD_DIVISOR",
          "BAD_POWER",
          "DIVISION_BY_ZERO",
          "INCOMPARABLE",
          "NO_ARM",
          "NO_CHOICE",
          "OUTSIDE_DOMAIN",
          "OVERFLOW",
          "SHORT_SEQUENCE",
          "WRONG_KIND");

  /** One in so many expressions reaches each of them. */
  private static final long RARE = 10_000;

  private static final int CONTROL_EXPRESSIONS = 1000;

  private final Progress progress;

  ExpressionStage(Progress progress) {
    this.progress = progress;
  }

  Evidence.ExpressionEvidence run(long seed, long expressions) {
    progress.begin("random expressions are evaluated by TLC and by compiled code");
    Differential.Result result =
        Differential.run(
            seed, expressions, done -> progress.advance(done, expressions, "expressions"));
    List<String> rare = rare(result);
    boolean passed = result.differing() == 0 && rare.isEmpty();
    long failing = result.failures().values().stream().mapToLong(Long::longValue).sum();
    progress.end(
        passed,
        "%,d expressions, seed %d, %,d without a value: %s%s"
            .formatted(
                result.expressions(),
                seed,
                failing,
                result.differing() == 0 ? "no mismatch" : result.differing() + " MISMATCHES",
                rare.isEmpty() ? "" : ", too rare: " + rare));
    return new Evidence.ExpressionEvidence(
        passed,
        seed,
        result.expressions(),
        result.differing(),
        result.operators(),
        result.kinds(),
        result.failures(),
        result.mismatches().stream().map(Mismatch::toString).toList(),
        rare);
  }

  /** Operators, kinds of values and failures that occurred too rarely to say anything. */
  private static List<String> rare(Differential.Result result) {
    List<String> rare = new ArrayList<>(result.rarerThan(Math.max(1, result.expressions() / RARE)));
    Set<String> missing = new TreeSet<>(REACHED);
    missing.removeAll(result.kinds().keySet());
    missing.removeAll(result.failures().keySet());
    rare.addAll(missing);
    return rare;
  }

  /** Faulty compilers, each of which must give some expression another answer. */
  List<Evidence.ControlEvidence> controls(long seed) {
    return Differential.controls(seed, CONTROL_EXPRESSIONS, CompilerFault.OF_EXPRESSIONS).stream()
        .map(control ->
            new Evidence.ControlEvidence(
                control.differing() > 0,
                control.fault().name(),
                control.differing() > 0
                    ? "%d of %d expressions".formatted(control.differing(), CONTROL_EXPRESSIONS)
                    : "",
                control.first()))
        .toList();
  }
}
