package org.spaprtce.compiler.ir;

/** A way to bind a name to the elements of a set, with the runtime's method for it. */
public enum Binder {
  /** {@code \A}. */
  FOR_ALL("Logic.forAll", Type.BOOL, Type.BOOL),
  /** {@code \E}. */
  EXISTS("Logic.exists", Type.BOOL, Type.BOOL),
  /** {@code CHOOSE}. */
  CHOOSE("Logic.choose", Type.BOOL, Type.VALUE),
  /** <code>{x \in S : p}</code>. */
  FILTER("Sets.filter", Type.BOOL, Type.VALUE),
  /** <code>{e : x \in S}</code>. */
  MAP("Sets.map", Type.VALUE, Type.VALUE),
  /** The outer bounds of <code>{e : x \in S, y \in T}</code>. */
  FLAT_MAP("Sets.flatMap", Type.VALUE, Type.VALUE),
  /** {@code [x \in S |-> e]}. */
  FUNCTION("Functions.of", Type.VALUE, Type.VALUE);

  private final String method;
  private final Type body;
  private final Type type;

  Binder(String method, Type body, Type type) {
    this.method = method;
    this.body = body;
    this.type = type;
  }

  /** The class and the name of the runtime's method. */
  public String method() {
    return method;
  }

  /** The type that the body must have. */
  public Type body() {
    return body;
  }

  /** The type of the whole. */
  public Type type() {
    return type;
  }
}
