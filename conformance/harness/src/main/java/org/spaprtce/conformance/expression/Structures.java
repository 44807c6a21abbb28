package org.spaprtce.conformance.expression;

import java.util.List;

/** Generates sequences, pairs, records and functions, and what is taken out of them. */
final class Structures {
  private final Terms terms;

  Structures(Terms terms) {
    this.terms = terms;
  }

  private Draw draw() {
    return terms.draw();
  }

  Term sequence(Type.SequenceOf type, int depth) {
    if (depth < 0 || draw().oneIn(3)) {
      return literal(type, depth);
    }
    Term part = terms.term(type, depth);
    return switch (draw().below(8)) {
      case 0 -> Term.of(type, "Append", "Append(#, #)", part, terms.term(type.element(), depth));
      case 1 -> Term.of(type, "\\o", "(# \\o #)", part, terms.term(type, depth));
      case 2 -> terms.isTotal() ? part : Term.of(type, "Tail", "Tail(#)", part);
      case 3 ->
          terms.isTotal()
              ? part
              : Term.of(type, "SubSeq", "SubSeq(#, #, #)", part, terms.literal(), terms.literal());
      case 4 -> {
        String name = draw().name();
        Term body = terms.within(name, type.element(), false, Type.Atom.BOOL, depth);
        yield Term.binding(
            type, "SelectSeq", List.of(name), "SelectSeq(#, LAMBDA " + name + " : #)", part, body);
      }
      case 5 -> {
        String name = draw().name();
        Term body = terms.within(name, Type.Atom.INT, false, type.element(), depth);
        yield Term.binding(
            type,
            "function that is a sequence",
            List.of(name),
            "[" + name + " \\in 1 .. " + draw().below(4) + " |-> #]",
            body);
      }
      case 6 -> except(type, part, "![#] = #", terms.literal(), terms.term(type.element(), depth));
      default -> literal(type, depth);
    };
  }

  private Term literal(Type.SequenceOf type, int depth) {
    List<Term> items = draw().some(3, () -> terms.term(type.element(), depth));
    return Term.of(
        type,
        items.isEmpty() ? "empty sequence" : "tuple",
        "<<" + Terms.holes(items.size()) + ">>",
        items.toArray(Term[]::new));
  }

  private static Term except(Type type, Term whole, String change, Term... operands) {
    Term[] all = new Term[operands.length + 1];
    all[0] = whole;
    System.arraycopy(operands, 0, all, 1, operands.length);
    return Term.of(type, "EXCEPT", "[# EXCEPT " + change + "]", all);
  }

  /** The old number, changed. */
  private Term old(String operator) {
    return Term.arithmetic("@", "(@ " + operator + " #)", terms.literal());
  }

  Term pair(Type.Pair type, int depth) {
    if (depth < 0 || !draw().oneIn(3)) {
      return Term.of(
          type,
          "tuple",
          "<<#, #>>",
          terms.term(type.first(), depth),
          terms.term(type.second(), depth));
    }
    return except(type, terms.term(type, depth), "![2] = #", terms.term(type.second(), depth));
  }

  Term fields(Type.Fields type, int depth) {
    if (depth < 0 || draw().oneIn(2)) {
      return Term.of(
          type,
          "record",
          "[a |-> #, b |-> #]",
          terms.term(type.a(), depth),
          terms.term(type.b(), depth));
    }
    Term whole = terms.term(type, depth);
    return switch (draw().below(4)) {
      case 0 ->
          type.a() instanceof Type.Fields inner
              ? except(type, whole, "!.a.b = #", terms.term(inner.b(), depth))
              : except(type, whole, "!.a = #", terms.term(type.a(), depth));
      case 1 ->
          type.b() == Type.Atom.INT
              ? except(type, whole, "!.b = #", old("-"))
              : except(type, whole, "!.b = @");
      case 2 ->
          except(
              type,
              whole,
              "!.a = #, !.a = IF # = @ THEN # ELSE @",
              terms.term(type.a(), depth),
              terms.term(type.a(), depth),
              terms.term(type.a(), depth));
      default -> Term.of(type, "@@", "(# @@ #)", whole, terms.term(type, depth));
    };
  }

  Term function(Type.Function type, int depth) {
    if (depth >= 0 && draw().oneIn(2)) {
      Term whole = terms.term(type, depth);
      return switch (draw().below(3)) {
        case 0 -> Term.of(type, "@@", "(# @@ #)", whole, terms.term(type, depth));
        case 1 ->
            except(
                type,
                whole,
                "![#] = #",
                terms.term(type.from(), Math.min(depth, 1)),
                terms.term(type.to(), depth));
        default ->
            type.to() == Type.Atom.INT
                ? except(type, whole, "![#] = #", terms.term(type.from(), 0), old("+"))
                : whole;
      };
    }
    if (draw().oneIn(2)) {
      return Term.of(
          type, ":>", "(# :> #)", terms.term(type.from(), depth), terms.term(type.to(), depth));
    }
    String name = draw().name();
    Term set = terms.few(type.from(), depth);
    Term body = terms.within(name, type.from(), false, type.to(), depth);
    return Term.binding(type, "function", List.of(name), "[" + name + " \\in # |-> #]", set, body);
  }

  /** A part of something that has parts of the type. */
  Term part(Type type, int depth) {
    if (terms.isTotal()) {
      return draw().oneIn(2)
          ? Term.of(type, "field", "#.a", terms.term(new Type.Fields(type, draw().atom()), depth))
          : Term.of(type, "item", "#[2]", terms.term(new Type.Pair(draw().atom(), type), depth));
    }
    return switch (draw().below(6)) {
      case 0 ->
          Term.of(type, "field", "#.b", terms.term(new Type.Fields(draw().atom(), type), depth));
      case 1 ->
          Term.of(type, "item", "#[1]", terms.term(new Type.Pair(type, draw().atom()), depth));
      case 2 -> Term.of(type, "Head", "Head(#)", terms.term(new Type.SequenceOf(type), depth));
      case 3 ->
          Term.of(
              type,
              "item of a sequence",
              "#[#]",
              terms.term(new Type.SequenceOf(type), depth),
              terms.literal());
      default -> {
        Type key = draw().key();
        yield Term.of(
            type,
            "application",
            "#[#]",
            terms.term(new Type.Function(key, type), depth),
            terms.term(key, Math.min(depth, 1)));
      }
    };
  }

  /** The domain of a function as a set. */
  Term domain(Type.SetOf type, int depth) {
    return Term.of(
        type,
        "DOMAIN",
        "(DOMAIN #)",
        terms.term(new Type.Function(type.element(), draw().atom()), depth));
  }
}
