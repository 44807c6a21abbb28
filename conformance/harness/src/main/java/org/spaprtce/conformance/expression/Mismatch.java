package org.spaprtce.conformance.expression;

/**
 * An expression to which TLC and compiled code give different answers.
 *
 * @param expression the expression in TLA+
 * @param tlc TLC's answer
 * @param compiled the answer of compiled code
 * @param rule which rule they break
 */
public record Mismatch(String expression, String tlc, String compiled, String rule) {
  @Override
  public String toString() {
    return expression + "\n  TLC       " + tlc + "\n  compiled  " + compiled + "\n  " + rule;
  }
}
