package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that a text keeps, each of which must be seen to report a mistake.
 *
 * @param <T> the text that the rules read
 */
abstract class RulesTest<T> {
  private final T text;
  private final Map<String, Function<T, List<String>>> rules;

  /**
   * The test of a text.
   *
   * @param text the text as it is
   * @param rules the rules by name; each lists what breaks it, and nothing if all is well
   */
  RulesTest(T text, Map<String, Function<T, List<String>>> rules) {
    this.text = text;
    this.rules = rules;
  }

  /**
   * A mistake that a rule must find.
   *
   * @param rule the rule's name
   * @param report words that the rule's report must contain
   * @param text the text with the mistake
   */
  record Fault<T>(String rule, String report, T text) {}

  /** The mistakes: at least one for each rule. */
  abstract List<Fault<T>> faults();

  @TestFactory
  Stream<DynamicTest> rule_onTheText_findsNothing() {
    return rules.keySet().stream()
        .map(name -> dynamicTest(name, () -> assertEquals(List.of(), problems(name, text))));
  }

  @TestFactory
  Stream<DynamicTest> rule_onASeededFault_reportsIt() {
    return faults().stream()
        .map(fault ->
            dynamicTest(
                fault.rule() + ": " + fault.report(),
                () -> {
                  List<String> problems = problems(fault.rule(), fault.text());
                  assertTrue(
                      problems.stream().anyMatch(line -> line.contains(fault.report())),
                      () -> "report=" + fault.report() + " problems=" + problems);
                }));
  }

  @Test
  void everyRule_hasASeededFault() {
    Set<String> tried = faults().stream().map(Fault::rule).collect(Collectors.toSet());
    assertEquals(rules.keySet(), tried);
  }

  private List<String> problems(String rule, T changed) {
    Function<T, List<String>> check = rules.get(rule);
    if (check == null) {
      throw new IllegalArgumentException("rule=" + rule + ": no such rule");
    }
    return check.apply(changed);
  }
}
