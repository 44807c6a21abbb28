package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.Substitution;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;

/**
 * Finds the operators that substitutions replace, and refuses what TLC would refuse or never end to
 * evaluate.
 */
final class Substitutions {
  private static final int ACTION_LEVEL = 2;

  private final Map<String, OpDefNode> operators = new TreeMap<>();
  private final Set<String> tlcOnly;
  private final CallGraph graph;
  private final Map<OpDefNode, List<OpDefNode>> replacements = new LinkedHashMap<>();
  private final List<Problem> problems;

  private Substitutions(
      List<OpDefNode> operators, Set<String> tlcOnly, CallGraph graph, List<Problem> problems) {
    operators.forEach(operator -> this.operators.put(Definitions.name(operator), operator));
    this.tlcOnly = tlcOnly;
    this.graph = graph;
    this.problems = problems;
  }

  /**
   * What can replace which operator, each once, in the order of the substitutions.
   *
   * @param problems takes the substitutions that make no sense
   */
  static Map<OpDefNode, List<OpDefNode>> read(
      List<Substitution> all,
      List<OpDefNode> operators,
      Set<String> tlcOnly,
      CallGraph graph,
      List<Problem> problems) {
    Substitutions substitutions = new Substitutions(operators, tlcOnly, graph, problems);
    all.forEach(substitutions::add);
    all.forEach(substitutions::refuseChain);
    return substitutions.replacements;
  }

  private void problem(Substitution at, String message) {
    problems.add(new Problem(at.at(), message));
  }

  private @Nullable OpDefNode find(Substitution substitution, String name) {
    OpDefNode found = operators.get(name);
    if (found == null) {
      problem(substitution, name + ": the spec defines no such operator, name one that it does");
    } else if (tlcOnly.contains(name)) {
      problem(substitution, name + " is for TLC only: take the line away");
      return null;
    }
    return found;
  }

  private void add(Substitution substitution) {
    OpDefNode operator = find(substitution, substitution.operator());
    OpDefNode replacement = find(substitution, substitution.replacement());
    if (operator == null || replacement == null) {
      return;
    }
    String names = substitution.operator() + " <- " + substitution.replacement();
    if (!arities(operator).equals(arities(replacement))) {
      problem(
          substitution,
          names
              + ": parameters differ, "
              + arities(operator)
              + " and "
              + arities(replacement)
              + ": give both the same");
    } else if (isAction(operator) && !isAction(replacement)) {
      problem(substitution, names + ": only the first is an action: replace it by one");
    } else if (operator.equals(replacement) || graph.reaches(replacement, operator)) {
      problem(
          substitution,
          names
              + ": the replacement uses the operator and so itself without end: use another one at "
              + Refusal.position(replacement));
    } else {
      List<OpDefNode> known = replacements.computeIfAbsent(operator, _ -> new ArrayList<>());
      if (!known.contains(replacement)) {
        known.add(replacement);
      }
    }
  }

  /** The number of parameters of each parameter: 0 for a value. */
  private static List<Integer> arities(OpDefNode node) {
    return Arrays.stream(node.getParams()).map(FormalParamNode::getArity).toList();
  }

  private boolean isAction(OpDefNode node) {
    return graph.level(node) >= ACTION_LEVEL;
  }

  /** What replaces an operator is not replaced in its turn. */
  private void refuseChain(Substitution substitution) {
    OpDefNode replacement = operators.get(substitution.replacement());
    if (replacement != null && replacements.containsKey(replacement)) {
      problem(
          substitution,
          substitution.replacement() + " is replaced itself: replace by what replaces it");
    }
  }
}
