package org.spaprtce.conformance.expression;

import java.util.List;

/** Generates sets, and what is asked of them. */
final class Sets {
  private final Terms terms;

  Sets(Terms terms) {
    this.terms = terms;
  }

  /** Over numbers both evaluators go upwards, so that both meet the same failing one first. */
  private boolean mayFail(Type element) {
    return element == Type.Atom.INT && !terms.isTotal();
  }

  Term set(Type.SetOf type, int depth) {
    Type element = type.element();
    if (depth < 0) {
      return terms.few(element, 0);
    }
    switch (element) {
      case Type.Atom atom when atom == Type.Atom.INT && terms.draw().oneIn(4) -> {
        return Term.of(type, "..", "(# .. #)", terms.literal(), terms.literal());
      }
      case Type.Atom atom when atom == Type.Atom.BOOL && terms.draw().oneIn(6) -> {
        return Term.of(type, "BOOLEAN", "BOOLEAN");
      }
      case Type.SetOf inner when terms.draw().oneIn(2) -> {
        return Term.of(type, "SUBSET", "(SUBSET #)", terms.few(inner.element(), depth));
      }
      case Type.Pair pair when terms.draw().oneIn(2) -> {
        return Term.of(
            type,
            "\\X",
            "(# \\X #)",
            terms.few(pair.first(), depth),
            terms.few(pair.second(), depth));
      }
      case Type.Fields fields when terms.draw().oneIn(2) -> {
        return Term.of(
            type,
            "set of records",
            "[a : #, b : #]",
            terms.few(fields.a(), depth),
            terms.few(fields.b(), depth));
      }
      case Type.Function function when terms.draw().oneIn(2) -> {
        return Term.of(
            type,
            "set of functions",
            "[# -> #]",
            terms.few(function.from(), depth),
            terms.few(function.to(), depth));
      }
      default -> {}
    }
    return plain(type, depth);
  }

  private Term plain(Type.SetOf type, int depth) {
    return switch (terms.draw().below(9)) {
      case 0 -> Term.of(type, "\\cup", "(# \\cup #)", part(type, depth), part(type, depth));
      case 1 -> Term.of(type, "\\cap", "(# \\cap #)", part(type, depth), part(type, depth));
      case 2 -> Term.of(type, "\\", "(# \\ #)", part(type, depth), part(type, depth));
      case 3, 4 -> filter(type, depth);
      case 5, 6 -> map(type, depth);
      case 7 -> {
        Type.SetOf sets = new Type.SetOf(type);
        yield Term.of(type, "UNION", "(UNION #)", terms.few(sets.element(), depth));
      }
      default -> terms.few(type.element(), depth);
    };
  }

  private Term part(Type type, int depth) {
    return terms.term(type, depth);
  }

  private Term filter(Type.SetOf type, int depth) {
    String name = terms.draw().name();
    Term set = terms.term(type, depth);
    Term body = terms.within(name, type.element(), mayFail(type.element()), Type.Atom.BOOL, depth);
    return Term.binding(
        type, "set with a condition", List.of(name), "{" + name + " \\in # : #}", set, body);
  }

  private Term map(Type.SetOf type, int depth) {
    String name = terms.draw().name();
    Type from = terms.draw().atom();
    Term set = terms.term(new Type.SetOf(from), depth);
    Term body = terms.within(name, from, mayFail(from), type.element(), depth);
    if (terms.draw().oneIn(3)) {
      String other = terms.draw().name();
      Term second = terms.totalFew(from, depth);
      return Term.binding(
          type,
          "set of images of two",
          List.of(name, other),
          "{# : " + name + " \\in #, " + other + " \\in #}",
          body,
          set,
          second);
    }
    return Term.binding(
        type, "set of images", List.of(name), "{# : " + name + " \\in #}", body, set);
  }

  Term cardinality(int depth) {
    return Term.of(
        Type.Atom.INT,
        "Cardinality",
        "Cardinality(#)",
        terms.term(new Type.SetOf(terms.draw().type(1)), depth));
  }

  Term membership(int depth) {
    Type element = terms.draw().type(1);
    Type.SetOf set = new Type.SetOf(element);
    return switch (terms.draw().below(5)) {
      case 0 ->
          Term.of(
              Type.Atom.BOOL,
              "\\notin",
              "(# \\notin #)",
              terms.term(element, depth),
              terms.term(set, depth));
      case 1 ->
          Term.of(
              Type.Atom.BOOL,
              "\\subseteq",
              "(# \\subseteq #)",
              terms.term(set, depth),
              terms.term(set, depth));
      case 2 -> Term.of(Type.Atom.BOOL, "IsFiniteSet", "IsFiniteSet(#)", terms.term(set, depth));
      default ->
          Term.of(
              Type.Atom.BOOL,
              "\\in",
              "(# \\in #)",
              terms.term(element, depth),
              terms.term(set, depth));
    };
  }

  Term quantifier(int depth) {
    Type element = terms.draw().type(1);
    String name = terms.draw().name();
    String quantifier = terms.draw().among(List.of("\\A", "\\E"));
    Term set = terms.term(new Type.SetOf(element), depth);
    Term body = terms.within(name, element, mayFail(element), Type.Atom.BOOL, depth);
    return Term.binding(
        Type.Atom.BOOL,
        quantifier,
        List.of(name),
        "(" + quantifier + " " + name + " \\in # : #)",
        set,
        body);
  }

  /** A choice for which there is one value, or none. */
  Term unique(Type type, int depth) {
    String name = terms.draw().name();
    if (type == Type.Atom.INT && terms.draw().oneIn(2)) {
      String other = terms.draw().name();
      Term set = terms.term(new Type.SetOf(Type.Atom.INT), depth);
      if (terms.isTotal()) {
        set = Term.of(set.type(), "\\cup", "(# \\cup {1})", set);
      }
      String shared = terms.draw().name();
      return Term.binding(
          type,
          "CHOOSE",
          List.of(),
          "(LET %s == # IN CHOOSE %s \\in %s : \\A %s \\in %s : %s <= %s)"
              .formatted(shared, name, shared, other, shared, name, other),
          set);
    }
    if (terms.isTotal()) {
      return Term.of(
          type, "CHOOSE", "(CHOOSE " + name + " \\in {#} : TRUE)", terms.term(type, depth));
    }
    Term condition = terms.term(Type.Atom.BOOL, depth);
    return Term.of(
        type, "CHOOSE", "(CHOOSE " + name + " \\in {#} : #)", terms.term(type, depth), condition);
  }
}
