package org.spaprtce.compiler.front;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.compiler.Subset;

class BuiltinsTest {
  /** How operators are written whose name in SANY's tree is another one. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("$SetEnumerate", "{a, b}"),
          Map.entry("$Tuple", "<<a, b>>"),
          Map.entry("$CartesianProd", "\\X"),
          Map.entry("$FcnApply", "f[x]"),
          Map.entry("$SetOfFcns", "[S -> T]"),
          Map.entry("\\union", "\\cup"),
          Map.entry("\\intersect", "\\cap"),
          Map.entry("/=", "#"),
          Map.entry("\\lnot", "~"),
          Map.entry("$ConjList", "/\\"),
          Map.entry("\\land", "/\\"),
          Map.entry("$DisjList", "\\/"),
          Map.entry("\\lor", "\\/"),
          Map.entry("\\equiv", "<=>"));

  @Test
  void operators_all_areInTheSubset() {
    Set<String> subset = new HashSet<>();
    Subset.COMPILED.forEach(group -> subset.addAll(group.constructs()));
    Set<String> operators = Builtins.operators();
    assertTrue(operators.size() > 50, operators.toString());
    for (String operator : operators) {
      assertTrue(subset.contains(WRITTEN.getOrDefault(operator, operator)), operator);
    }
  }
}
