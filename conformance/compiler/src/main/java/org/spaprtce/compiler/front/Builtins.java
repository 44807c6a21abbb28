package org.spaprtce.compiler.front;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Operation;

/**
 * The operators of TLA+ and of the standard modules that are plain functions of their arguments.
 */
final class Builtins {
  private static final Map<String, Operation> LANGUAGE =
      Map.ofEntries(
          entry("=", Operation.EQUAL),
          entry("\\in", Operation.IN),
          entry("\\subseteq", Operation.SUBSET_OF),
          entry("\\union", Operation.UNION),
          entry("\\cup", Operation.UNION),
          entry("\\intersect", Operation.INTERSECTION),
          entry("\\cap", Operation.INTERSECTION),
          entry("\\", Operation.DIFFERENCE),
          entry("UNION", Operation.FLATTEN),
          entry("SUBSET", Operation.SUBSETS),
          entry("DOMAIN", Operation.DOMAIN),
          entry("$SetEnumerate", Operation.SET),
          entry("$Tuple", Operation.TUPLE),
          entry("$CartesianProd", Operation.PRODUCT),
          entry("$FcnApply", Operation.APPLY),
          entry("$SetOfFcns", Operation.FUNCTIONS));

  private static final Set<String> LOGIC =
      Set.of(
          "TRUE",
          "FALSE",
          "BOOLEAN",
          "STRING",
          "/=",
          "\\lnot",
          "\\notin",
          "$ConjList",
          "\\land",
          "$DisjList",
          "\\lor",
          "\\equiv");

  private static final Map<String, Operation> NUMBERS =
      Map.ofEntries(
          entry("+", Operation.PLUS),
          entry("-", Operation.MINUS),
          entry("-.", Operation.NEGATE),
          entry("*", Operation.TIMES),
          entry("\\div", Operation.QUOTIENT),
          entry("%", Operation.REMAINDER),
          entry("^", Operation.POWER),
          entry("<", Operation.LESS),
          entry("\\leq", Operation.AT_MOST),
          entry(">", Operation.GREATER),
          entry("\\geq", Operation.AT_LEAST),
          entry("..", Operation.RANGE));

  private static final Map<String, Map<String, Operation>> MODULES =
      Map.of(
          "Naturals", NUMBERS,
          "Integers", NUMBERS,
          "FiniteSets",
              Map.of("Cardinality", Operation.CARDINALITY, "IsFiniteSet", Operation.IS_FINITE),
          "Sequences",
              Map.of(
                  "Len", Operation.LENGTH,
                  "Append", Operation.APPEND,
                  "Head", Operation.HEAD,
                  "Tail", Operation.TAIL,
                  "SubSeq", Operation.SLICE,
                  "\\o", Operation.CONCAT,
                  "Seq", Operation.SEQUENCES,
                  "SelectSeq", Operation.SELECT),
          "TLC",
              Map.of(
                  ":>", Operation.SINGLE,
                  "@@", Operation.OVERRIDE,
                  "Assert", Operation.ASSERT,
                  "Print", Operation.PRINT,
                  "PrintT", Operation.PRINT_ONLY,
                  "TLCEval", Operation.EVALUATE,
                  "Permutations", Operation.PERMUTATIONS,
                  "SortSeq", Operation.SORT));

  /** Named sets: the operator's name and its name in the runtime. */
  private static final Map<String, String> SETS =
      Map.of("BOOLEAN", "BOOLEAN", "STRING", "STRING", "Nat", "NAT", "Int", "INT");

  private static final Set<String> STANDARD =
      Set.of(
          "Naturals",
          "Integers",
          "Reals",
          "Sequences",
          "FiniteSets",
          "TLC",
          "Bags",
          "RealTime",
          "Randomization",
          "Toolbox");

  private Builtins() {}

  /** Every operator that is compiled, by its name in SANY's tree. */
  static Set<String> operators() {
    Set<String> all = new TreeSet<>(LOGIC);
    all.addAll(LANGUAGE.keySet());
    MODULES.values().forEach(module -> all.addAll(module.keySet()));
    all.addAll(SETS.keySet());
    return all;
  }

  /** Whether a module's definitions are the tools' own. */
  static boolean isStandardModule(String module) {
    return STANDARD.contains(module);
  }

  /** Whether the operands of an operator of the language are plain expressions. */
  static boolean isOrdinary(String operator) {
    return LOGIC.contains(operator) || LANGUAGE.containsKey(operator);
  }

  /** The meaning of an operator of the language. */
  static @Nullable Operation language(String operator) {
    return LANGUAGE.get(operator);
  }

  /** The meaning of an operator of a standard module. */
  static @Nullable Operation standard(String module, String operator) {
    return MODULES.getOrDefault(module, Map.of()).get(operator);
  }

  /** The runtime's name of a set that has a name of its own. */
  static @Nullable String namedSet(String operator) {
    return SETS.get(operator);
  }
}
