package org.spaprtce.conformance.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An expression as a tree.
 *
 * @param type the type of its value
 * @param operator the name under which it is counted
 * @param template its text, in which {@code #} stands for each operand in turn
 * @param operands the operands
 * @param binds the variables that the template binds
 * @param arithmetic whether its value is a number that may leave 32 bits where its operands do not
 */
record Term(
    Type type,
    String operator,
    String template,
    List<Term> operands,
    List<String> binds,
    boolean arithmetic) {
  /** Copies the lists. */
  Term {
    operands = List.copyOf(operands);
    binds = List.copyOf(binds);
  }

  static Term of(Type type, String operator, String template, Term... operands) {
    return new Term(type, operator, template, List.of(operands), List.of(), false);
  }

  static Term binding(
      Type type, String operator, List<String> binds, String template, Term... operands) {
    return new Term(type, operator, template, List.of(operands), binds, false);
  }

  static Term arithmetic(String operator, String template, Term... operands) {
    return new Term(Type.Atom.INT, operator, template, List.of(operands), List.of(), true);
  }

  /** A bound variable. */
  static Term variable(Type type, String name) {
    return new Term(type, "variable", name, List.of(), List.of(), false);
  }

  /** The text. */
  String text() {
    return text(false);
  }

  /**
   * The text.
   *
   * @param fitting whether the result of each arithmetic operator is passed to {@code Fit}, which
   *     has no value for numbers beyond 32 bits
   */
  String text(boolean fitting) {
    StringBuilder text = new StringBuilder();
    write(text, fitting);
    return text.toString();
  }

  private void write(StringBuilder text, boolean fitting) {
    boolean wrapped = fitting && arithmetic;
    text.append(wrapped ? "Fit(" : "");
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '#') {
        operands.get(next++).write(text, fitting);
      } else {
        text.append(c);
      }
    }
    text.append(wrapped ? ")" : "");
  }

  /** The number of nodes. */
  int size() {
    return 1 + operands.stream().mapToInt(Term::size).sum();
  }

  /** Whether a number in it may leave 32 bits. */
  boolean isArithmetic() {
    return arithmetic || operands.stream().anyMatch(Term::isArithmetic);
  }

  /** Shows every node. */
  void visit(Consumer<Term> visitor) {
    visitor.accept(this);
    operands.forEach(operand -> operand.visit(visitor));
  }

  private void free(Set<String> bound, Set<String> found) {
    if (operator.equals("variable") && !bound.contains(template)) {
      found.add(template);
    }
    Set<String> inner = new HashSet<>(bound);
    inner.addAll(binds);
    operands.forEach(operand -> operand.free(inner, found));
  }

  /** The variables that something around it must bind. */
  Set<String> free() {
    Set<String> found = new HashSet<>();
    free(Set.of(), found);
    return found;
  }

  /** Smaller expressions of the same type: one node replaced by something below it. */
  List<Term> smaller() {
    List<Term> smaller = new ArrayList<>();
    Set<String> free = free();
    visit(below -> {
      if (!below.equals(this) && below.type().equals(type) && free.containsAll(below.free())) {
        smaller.add(below);
      }
    });
    if (!operands.isEmpty()) {
      Simplest.of(type).ifPresent(smaller::add);
    }
    for (int i = 0; i < operands.size(); i++) {
      int changed = i;
      operands
          .get(i)
          .smaller()
          .forEach(operand -> {
            List<Term> others = new ArrayList<>(operands);
            others.set(changed, operand);
            smaller.add(new Term(type, operator, template, others, binds, arithmetic));
          });
    }
    return smaller;
  }
}
