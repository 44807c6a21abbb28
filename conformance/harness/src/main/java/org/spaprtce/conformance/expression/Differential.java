package org.spaprtce.conformance.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.spaprtce.conformance.graph.CompilerFault;

/** Random expressions, evaluated by TLC and by compiled code. */
public final class Differential {
  private static final int BATCH = 1_000;
  private static final int BATCHES = 20;
  private static final int DEPTHS = 3;
  private static final int ROUNDS = 25;
  private static final int CANDIDATES = 400;
  private static final int SHOWN = 5;

  private final Terms terms;
  private final Map<String, Long> operators = new TreeMap<>();
  private final Map<String, Long> kinds = new TreeMap<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private final List<Mismatch> mismatches = new ArrayList<>();
  private final Set<Term> toShrink = new HashSet<>();
  private long evaluated;
  private long differing;

  private Differential(long seed) {
    terms = new Terms(seed);
  }

  /**
   * What came of a run.
   *
   * @param seed the seed, which determines the expressions
   * @param expressions how many expressions were evaluated
   * @param differing how many of them had different answers
   * @param operators in how many expressions each operator occurs
   * @param kinds how many expressions had a value of each kind
   * @param failures how many had none, by TLC's reason
   * @param mismatches the first differences, each shrunk as far as it goes
   */
  public record Result(
      long seed,
      long expressions,
      long differing,
      Map<String, Long> operators,
      Map<String, Long> kinds,
      Map<String, Long> failures,
      List<Mismatch> mismatches) {
    /** What occurred less often than it should: an operator, a kind of value or a failure. */
    public List<String> rarerThan(long times) {
      List<String> rare = new ArrayList<>();
      for (Map<String, Long> counts : List.of(operators, kinds, failures)) {
        counts.forEach((name, count) -> {
          if (count < times) {
            rare.add(name + " " + count);
          }
        });
      }
      return rare;
    }
  }

  /**
   * Evaluates expressions.
   *
   * @param progress hears how many have been evaluated
   */
  public static Result run(long seed, long expressions, LongConsumer progress) {
    Differential differential = new Differential(seed);
    while (differential.evaluated < expressions) {
      differential.group(expressions - differential.evaluated, progress);
    }
    differential.shrink();
    return new Result(
        seed,
        differential.evaluated,
        differential.differing,
        differential.operators,
        differential.kinds,
        differential.failures,
        List.copyOf(differential.mismatches));
  }

  /**
   * What a fault of the compiler does to expressions.
   *
   * @param fault the fault
   * @param differing how many expressions it gives another answer
   * @param first one of them, or an empty text
   */
  public record Control(CompilerFault fault, long differing, String first) {}

  /** Has faulty compilers compile expressions, each of which must give other answers. */
  public static List<Control> controls(long seed, int expressions, List<CompilerFault> faults) {
    List<Answers.Answered> all = new ArrayList<>();
    Answers.of(batches(new Terms(seed), expressions), all::add);
    return faults.stream().map(fault -> control(fault, all)).toList();
  }

  private static Control control(CompilerFault fault, List<Answers.Answered> all) {
    long differing = 0;
    String first = "";
    for (Answers.Answered answered : all) {
      CompiledBatch compiled = CompiledBatch.of(answered.generated(), fault);
      Batch batch = answered.batch();
      for (int i = 0; i < batch.terms().size(); i++) {
        Optional<Mismatch> mismatch = Judgement.of(batch, i, answered.tlc().get(i), compiled);
        differing += mismatch.isPresent() ? 1 : 0;
        String text = mismatch.map(Mismatch::toString).orElse(first);
        first = first.isEmpty() || text.length() < first.length() ? text : first;
      }
    }
    return new Control(fault, differing, first);
  }

  private void group(long most, LongConsumer progress) {
    Answers.of(
        batches(terms, (int) Math.min((long) BATCHES * BATCH, most)),
        answered -> {
          judge(answered);
          progress.accept(evaluated);
        });
  }

  /** Batches with so many expressions in all. */
  static List<Batch> batches(Terms terms, int expressions) {
    List<Batch> batches = new ArrayList<>();
    int left = expressions;
    while (left > 0) {
      List<Term> drawn = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, left); i++) {
        drawn.add(terms.any(1 + i % DEPTHS));
      }
      left -= drawn.size();
      batches.add(new Batch("Expressions" + (batches.size() + 1), drawn));
    }
    return batches;
  }

  private void judge(Answers.Answered answered) {
    CompiledBatch compiled = CompiledBatch.of(answered.generated(), text -> text);
    Batch batch = answered.batch();
    for (int i = 0; i < batch.terms().size(); i++) {
      Term term = batch.terms().get(i);
      Answer tlc = answered.tlc().get(i);
      count(term, tlc);
      if (Judgement.of(batch, i, tlc, compiled).isPresent()) {
        differing++;
        if (toShrink.size() < SHOWN) {
          toShrink.add(term);
        }
      }
    }
  }

  private void count(Term term, Answer answer) {
    evaluated++;
    Set<String> seen = new HashSet<>();
    term.visit(part -> seen.add(part.operator()));
    seen.forEach(operator -> operators.merge(operator, 1L, Long::sum));
    switch (answer) {
      case Answer.Known _ -> kinds.merge(term.type().kind(), 1L, Long::sum);
      case Answer.Failed failed -> failures.merge(failed.failure().name(), 1L, Long::sum);
    }
  }

  private void shrink() {
    toShrink.forEach(term -> mismatches.add(shrunk(term)));
  }

  /** The smallest differing expression that is found by making a differing one smaller. */
  static Mismatch shrunk(Term differing) {
    Term smallest = differing;
    Mismatch mismatch = first(List.of(smallest)).orElseThrow().mismatch();
    for (int round = 0; round < ROUNDS; round++) {
      List<Term> candidates =
          smallest.smaller().stream()
              .distinct()
              .sorted(Comparator.comparingInt(Term::size))
              .limit(CANDIDATES)
              .toList();
      Optional<Found> found = first(candidates);
      if (found.isEmpty()) {
        return mismatch;
      }
      smallest = found.get().term();
      mismatch = found.get().mismatch();
    }
    return mismatch;
  }

  private record Found(Term term, Mismatch mismatch) {}

  /** The first expression with different answers. */
  private static Optional<Found> first(List<Term> candidates) {
    List<Found> found = new ArrayList<>();
    if (!candidates.isEmpty()) {
      Answers.of(
          List.of(new Batch("Shrinking", candidates)),
          answered -> {
            CompiledBatch compiled = CompiledBatch.of(answered.generated(), text -> text);
            for (int i = 0; i < candidates.size() && found.isEmpty(); i++) {
              Term term = candidates.get(i);
              Judgement.of(answered.batch(), i, answered.tlc().get(i), compiled)
                  .ifPresent(mismatch -> found.add(new Found(term, mismatch)));
            }
          });
    }
    return found.stream().findFirst();
  }
}
