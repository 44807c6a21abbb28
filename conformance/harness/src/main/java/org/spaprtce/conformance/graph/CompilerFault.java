package org.spaprtce.conformance.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A fault of the compiler: it writes another text than it should, wherever a construct occurs.
 *
 * @param name what is wrong
 * @param written what is written otherwise, as a regular expression
 * @param instead what is written in its place
 * @param helper a method that the text then uses, or an empty text
 */
public record CompilerFault(String name, String written, String instead, String helper)
    implements UnaryOperator<String> {
  private static final CompilerFault EXCEPT =
      replaced(
          "@ in an EXCEPT is the whole function",
          "Functions.except",
          "Value fault(String at, Value f, Value[] p,"
              + " java.util.function.UnaryOperator<Value> u) {"
              + " return Functions.except(at, f, p, old -> u.apply(f)); }"
              + " private static Value fault(String at, Value f, Value k,"
              + " java.util.function.UnaryOperator<Value> u) {"
              + " return Functions.except(at, f, k, old -> u.apply(f)); }"
              + " private static Value fault(String at, Value f, Value k, Value i,"
              + " java.util.function.UnaryOperator<Value> u) {"
              + " return Functions.except(at, f, k, i, old -> u.apply(f)); }");

  /** Faults in expressions. */
  public static final List<CompilerFault> OF_EXPRESSIONS =
      List.of(
          swapped("the operands of \\ are swapped", "Sets.difference"),
          replaced(
              "the operands of @@ are swapped",
              "Functions.override",
              "Value fault(String at, Value... f) {"
                  + " return Functions.override(at, List.of(f).reversed().toArray(Value[]::new)); }"),
          swapped("the operands of - are swapped", "Arithmetic.minus"),
          renamed("< is compiled as <=", "Arithmetic.less", "Arithmetic.atMost"),
          renamed("\\cup is compiled as \\cap", "Sets.union", "Sets.intersection"),
          renamed("% is compiled as \\div", "Arithmetic.remainder", "Arithmetic.quotient"),
          renamed("Head is compiled as Tail", "Sequences.head", "Sequences.tail"),
          new CompilerFault(
              "\\E is compiled as its contrary",
              "return true;(\\s+}\\s+}\\s+)return false;",
              "return false;$1return true;",
              ""),
          renamed("/\\ evaluates what follows a false part", " && ", " & "),
          renamed("\\/ evaluates what follows a true part", " || ", " | "),
          replaced(
              "a range ends one too early",
              "Arithmetic.range",
              "Value fault(String at, Value a, Value b) {"
                  + " return Arithmetic.range(at, a, Arithmetic.minus(at, b, Values.integer(1))); }"),
          replaced(
              "a set that is written out loses its last element",
              "Sets.of",
              "Value fault(String at, Value... v) {"
                  + " return v.length == 0 ? Sets.of(at)"
                  + " : Sets.of(at, java.util.Arrays.copyOf(v, v.length - 1)); }"),
          replaced(
              "a sequence keeps one of equal neighbours: it is built as a set",
              "Functions.tupleOf",
              "Value fault(String at, Value... v) {"
                  + " return Functions.tupleOf(at,"
                  + " java.util.Arrays.stream(v).distinct().toArray(Value[]::new)); }"),
          EXCEPT,
          new CompilerFault(
              "CHOOSE takes any element",
              "if \\((?:(?!if \\()[\\s\\S])*?\\) \\{"
                  + "(\\s+return \\w+;\\s+}\\s+}\\s+return Logic\\.nothingToChoose)",
              "if (true) {$1",
              ""),
          new CompilerFault(
              "a condition of a set is negated",
              "(\\w+)\\.only\\((\\w+)\\)",
              "fault($1, $2)",
              "private static Value fault(FiniteSet all, long kept) {"
                  + " return all.size() == 0 ? all"
                  + " : all.only(~kept & (-1L >>> (64 - all.size()))); }"),
          new CompilerFault(
              "a LET is evaluated where it stands, even if nobody uses it",
              "(?<=\n {4,40})final Lazy (\\w+) = new Lazy\\(",
              "final Lazy $1 = fault(",
              "private static Lazy fault(java.util.function.Supplier<Value> s) {"
                  + " Value v = s.get(); return new Lazy(() -> v); }"));

  /** Faults in actions and configurations. */
  public static final List<CompilerFault> OF_ACTIONS =
      List.of(
          new CompilerFault(
              "a substitution of the configuration is ignored", "= choice\\(", "= 0 * choice(", ""),
          new CompilerFault(
              "UNCHANGED forgets its last variable",
              "n\\.keep\\(",
              "fault(n, ",
              "private static boolean fault(Successor n, String at, State s, int[] kept) {"
                  + " return n.keep(at, s, java.util.Arrays.copyOf(kept, kept.length - 1)); }"),
          swapped("the operands of \\ are swapped", "Sets.difference"),
          renamed("< is compiled as <=", "Arithmetic.less", "Arithmetic.atMost"),
          renamed("a label loses its name", "n.label(\"", "n.label(\"Not"),
          EXCEPT);

  private static CompilerFault renamed(String name, String written, String instead) {
    return new CompilerFault(name, Pattern.quote(written), instead.replace("$", "\\$"), "");
  }

  private static CompilerFault swapped(String name, String method) {
    return replaced(
        name,
        method,
        "Value fault(String at, Value a, Value b) { return " + method + "(at, b, a); }");
  }

  private static CompilerFault replaced(String name, String method, String helper) {
    return new CompilerFault(
        name, Pattern.quote(method) + "\\(", "fault(", "private static " + helper);
  }

  /** The text as the faulty compiler writes it. */
  @Override
  public String apply(String text) {
    String changed = text.replaceAll(written, instead);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("fault=" + name + ": the text has nothing of it");
    }
    int end = changed.lastIndexOf('}');
    return changed.substring(0, end) + "  " + helper + "\n}\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
