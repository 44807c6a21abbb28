package org.spaprtce.conformance.expression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Expressions as the definitions E1, E2, ... of a module. They have a parameter that they do not
 * use, so that nobody evaluates them before they are asked for, or keeps their values.
 *
 * @param name the name of the module
 * @param terms the expressions
 */
record Batch(String name, List<Term> terms) {
  static final List<String> MODEL_VALUES = List.of("m1", "m2", "m3");

  private static final String HELPERS =
      """
      RECURSIVE SumOf(_)
      SumOf(S) ==
          IF S = {} THEN 0
          ELSE LET x == CHOOSE y \\in S : \\A z \\in S : y <= z IN x + SumOf(S \\ {x})
      RECURSIVE Count(_, _)
      Count(n, step) == IF n <= 0 THEN step ELSE Count(n - 1, step + n)
      Twice(Op(_), n) == Op(Op(n))
      Same(v) == v
      """;

  /** Numbers beyond 32 bits have no value here, in the only operation that can fail so. */
  private static final String FIT =
      "Fit(n) == IF n \\in (-2147483647 - 1) .. 2147483647 THEN n ELSE [a |-> n].beyond32bits\n";

  /** Copies the list. */
  Batch {
    terms = List.copyOf(terms);
  }

  /** The name of the definition of an expression, by its place from 0. */
  static String definition(int place) {
    return "E" + (place + 1);
  }

  /** The name of the definition in which numbers beyond 32 bits have no value. */
  static String fitting(int place) {
    return "F" + (place + 1);
  }

  private static boolean mustFit(Term term) {
    return term.isArithmetic();
  }

  boolean hasFitting(int place) {
    return mustFit(terms.get(place));
  }

  private StringBuilder head(String module) {
    StringBuilder text = new StringBuilder();
    text.append("---- MODULE ").append(module).append(" ----\n");
    text.append("EXTENDS Integers, Sequences, FiniteSets, TLC\n");
    text.append("CONSTANTS ").append(String.join(", ", MODEL_VALUES)).append('\n');
    return text.append(HELPERS);
  }

  /** The module as TLC reads it. */
  String text() {
    StringBuilder text = head(name);
    for (int i = 0; i < terms.size(); i++) {
      text.append(definition(i)).append("(n) == ").append(terms.get(i).text()).append('\n');
    }
    return text.append("====\n").toString();
  }

  /** The same with every arithmetic expression once more, so that it has to fit into 32 bits. */
  String fittingText() {
    StringBuilder text = head(name).append(FIT);
    for (int i = 0; i < terms.size(); i++) {
      text.append(definition(i)).append("(n) == ").append(terms.get(i).text()).append('\n');
      if (hasFitting(i)) {
        text.append(fitting(i)).append("(n) == ").append(terms.get(i).text(true)).append('\n');
      }
    }
    return text.append("====\n").toString();
  }

  /** Writes the module, and a configuration, for TLC; and the module for the compiler. */
  void write(Path forTlc, Path forCompiler) throws IOException {
    Files.writeString(forTlc.resolve(name + ".tla"), text());
    StringBuilder config = new StringBuilder("CONSTANTS\n");
    MODEL_VALUES.forEach(m -> config.append(m).append(" = ").append(m).append('\n'));
    Files.writeString(forTlc.resolve(name + ".cfg"), config);
    Files.writeString(forCompiler.resolve(name + ".tla"), fittingText());
  }
}
