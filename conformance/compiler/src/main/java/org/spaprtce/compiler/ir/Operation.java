package org.spaprtce.compiler.ir;

import static org.spaprtce.compiler.ir.Type.BOOL;
import static org.spaprtce.compiler.ir.Type.VALUE;

/**
 * An operator of TLA+ or of a standard module that is a plain function of its arguments, with the
 * method of the oracle's runtime that computes it.
 */
public enum Operation {
  /** {@code +}. */
  PLUS("Arithmetic.plus", VALUE),
  /** Binary {@code -}. */
  MINUS("Arithmetic.minus", VALUE),
  /** Unary {@code -}. */
  NEGATE("Arithmetic.negate", VALUE),
  /** {@code *}. */
  TIMES("Arithmetic.times", VALUE),
  /** {@code \div}. */
  QUOTIENT("Arithmetic.quotient", VALUE),
  /** {@code %}. */
  REMAINDER("Arithmetic.remainder", VALUE),
  /** {@code ^}. */
  POWER("Arithmetic.power", VALUE),
  /** {@code <}. */
  LESS("Arithmetic.less", BOOL),
  /** {@code <=}. */
  AT_MOST("Arithmetic.atMost", BOOL),
  /** {@code >}. */
  GREATER("Arithmetic.greater", BOOL),
  /** {@code >=}. */
  AT_LEAST("Arithmetic.atLeast", BOOL),
  /** {@code ..}. */
  RANGE("Arithmetic.range", VALUE),
  /** {@code =} on values. */
  EQUAL("Logic.equal", BOOL),
  /** {@code \in}. */
  IN("Sets.in", BOOL),
  /** {@code \subseteq}. */
  SUBSET_OF("Sets.subset", BOOL),
  /** {@code \cup}. */
  UNION("Sets.union", VALUE),
  /** {@code \cap}. */
  INTERSECTION("Sets.intersection", VALUE),
  /** {@code \}. */
  DIFFERENCE("Sets.difference", VALUE),
  /** {@code UNION}. */
  FLATTEN("Sets.flatten", VALUE),
  /** {@code SUBSET}. */
  SUBSETS("Sets.subsets", VALUE),
  /** {@code \X}. */
  PRODUCT("Sets.product", VALUE),
  /** <code>{a, b}</code>. */
  SET("Sets.of", VALUE),
  /** {@code [S -> T]}. */
  FUNCTIONS("Sets.functions", VALUE),
  /** {@code Cardinality}. */
  CARDINALITY("Sets.cardinality", VALUE),
  /** {@code IsFiniteSet}. */
  IS_FINITE("Sets.isFinite", BOOL),
  /** {@code f[x]}. */
  APPLY("Functions.apply", VALUE),
  /** {@code DOMAIN}. */
  DOMAIN("Functions.domain", VALUE),
  /** <code>&lt;&lt;a, b&gt;&gt;</code>. */
  TUPLE("Functions.tupleOf", VALUE),
  /** {@code :>}. */
  SINGLE("Functions.single", VALUE),
  /** {@code @@}. */
  OVERRIDE("Functions.override", VALUE),
  /** {@code Len}. */
  LENGTH("Sequences.length", VALUE),
  /** {@code Append}. */
  APPEND("Sequences.append", VALUE),
  /** {@code Head}. */
  HEAD("Sequences.head", VALUE),
  /** {@code Tail}. */
  TAIL("Sequences.tail", VALUE),
  /** {@code SubSeq}. */
  SLICE("Sequences.slice", VALUE),
  /** {@code \o}. */
  CONCAT("Sequences.concat", VALUE),
  /** {@code Seq}. */
  SEQUENCES("Sequences.over", VALUE),
  /** {@code SelectSeq}, whose second argument is an operator. */
  SELECT("Sequences.select", VALUE),
  /** {@code Assert}. */
  ASSERT("Tlc.check", BOOL),
  /** {@code Print}. */
  PRINT("Tlc.print", VALUE),
  /** {@code PrintT}. */
  PRINT_ONLY("Tlc.printed", BOOL),
  /** {@code TLCEval}. */
  EVALUATE("Tlc.evaluated", VALUE),
  /** {@code Permutations}. */
  PERMUTATIONS("Tlc.permutations", VALUE),
  /** {@code SortSeq}, whose second argument is an operator. */
  SORT("Tlc.sort", VALUE);

  private final String method;
  private final Type type;

  Operation(String method, Type type) {
    this.method = method;
    this.type = type;
  }

  /** The class and the name of the runtime's method. */
  public String method() {
    return method;
  }

  /** The type of the result. */
  public Type type() {
    return type;
  }
}
