package org.spaprtce.conformance.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.oracle.runtime.Value;

/**
 * Why the norm does not allow an answer.
 *
 * @param expected the answers that it allows, in any environment that the call may have had
 * @param clauses the clauses that decide: those of the failing checks where an error was due; where
 *     success was due, those of the checks that would have given the error that was answered, or
 *     else the clause of success
 */
record Explanation(Set<String> expected, Set<String> clauses) {
  private static final String POSITIVE_RETURN = "ABI-5";
  private static final String OK = "OK";

  /** Explains an answer; each possibility is the command in one environment. */
  static Explanation of(Norm norm, Operation.Call call, List<Value> possibilities, Answer answer) {
    Set<String> expected = new TreeSet<>();
    Set<String> clauses = new LinkedHashSet<>();
    for (Value command : possibilities) {
      Set<String> allowed = norm.allowed(command);
      List<Norm.Check> checks = norm.checks(command);
      expected.addAll(allowed);
      clauses.addAll(allowed.contains(OK) ? unfounded(checks, call, answer) : decisive(checks));
    }
    if (answer.value() > 0) {
      clauses.add(POSITIVE_RETURN);
    }
    return new Explanation(expected, clauses);
  }

  private static List<String> decisive(List<Norm.Check> checks) {
    long first =
        checks.stream().filter(Norm.Check::fails).mapToLong(Norm.Check::step).min().orElseThrow();
    return checks.stream()
        .filter(check -> check.fails() && check.step() == first)
        .map(Norm.Check::clause)
        .toList();
  }

  private static List<String> unfounded(
      List<Norm.Check> checks, Operation.Call call, Answer answer) {
    List<String> clauses =
        checks.stream()
            .filter(check -> check.result().equals(answer.text()))
            .map(Norm.Check::clause)
            .toList();
    return clauses.isEmpty() ? List.of(Commands.successClause(call)) : clauses;
  }
}
