package org.spaprtce.conformance.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Generates well-typed expressions.
 *
 * <p>Where TLC and the compiled code may evaluate parts in another order, or one of them leaves a
 * part out, a part that fails would make them differ without fault; there, only <em>total</em>
 * expressions stand, those that have a value: the bodies of functions and of quantifiers over what
 * is no number, arguments of operators. Sets are kept small, and bounds of ranges too.
 */
final class Terms {
  private static final int WIDE_CHANCE = 12;
  private static final int ILL_TYPED_CHANCE = 60;
  private static final List<String> WIDE =
      List.of("2147483647", "(-2147483647 - 1)", "65536", "46341", "1073741824", "2147483646");

  private final Draw draw;
  private final Map<String, Bound> scope = new LinkedHashMap<>();
  private final Sets sets = new Sets(this);
  private final Structures structures = new Structures(this);
  private int total;

  /**
   * What a name stands for.
   *
   * @param within at which nesting of total expressions it may stand; at any if negative, for then
   *     it has a value
   */
  private record Bound(Type type, int within) {}

  Terms(long seed) {
    draw = new Draw(seed);
  }

  Draw draw() {
    return draw;
  }

  /** An expression of any type. */
  Term any(int depth) {
    return term(draw.type(2), depth);
  }

  boolean isTotal() {
    return total > 0;
  }

  /** An expression that has a value. */
  Term total(Type type, int depth) {
    total++;
    try {
      return term(type, depth);
    } finally {
      total--;
    }
  }

  /** An expression in which a variable stands for values of a type. */
  Term within(String name, Type type, boolean mayFail, Type result, int depth) {
    return within(name, new Bound(type, -1), mayFail, result, depth);
  }

  private Term within(String name, Bound bound, boolean mayFail, Type result, int depth) {
    scope.put(name, bound);
    try {
      return mayFail ? term(result, depth) : total(result, depth);
    } finally {
      scope.remove(name);
    }
  }

  /** An expression of a type. */
  Term term(Type type, int depth) {
    List<Term> variables = variables(type);
    if (!variables.isEmpty() && draw.oneIn(depth <= 0 ? 1 : 4)) {
      return draw.among(variables);
    }
    if (depth > 0) {
      switch (draw.below(14)) {
        case 0 -> {
          return Term.of(
              type,
              "IF",
              "(IF # THEN # ELSE #)",
              term(Type.Atom.BOOL, depth - 1),
              term(type, depth - 1),
              term(type, depth - 1));
        }
        case 1 -> {
          return let(type, depth - 1);
        }
        case 2 -> {
          return structures.part(type, depth - 1);
        }
        default -> {}
      }
      if (draw.oneIn(20)) {
        return cases(type, depth - 1);
      }
      if (draw.oneIn(25)) {
        return sets.unique(type, depth - 1);
      }
      if (draw.oneIn(25)) {
        return calls(type, depth - 1);
      }
      if (type instanceof Type.SetOf set && isKey(set.element()) && draw.oneIn(8)) {
        return structures.domain(set, depth - 1);
      }
    }
    return switch (type) {
      case Type.Atom atom -> atom(atom, depth - 1);
      case Type.SetOf set -> sets.set(set, depth - 1);
      case Type.SequenceOf sequence -> structures.sequence(sequence, depth - 1);
      case Type.Pair pair -> structures.pair(pair, depth - 1);
      case Type.Fields fields -> structures.fields(fields, depth - 1);
      case Type.Function function -> structures.function(function, depth - 1);
    };
  }

  private static boolean isKey(Type type) {
    return type instanceof Type.Atom atom && atom != Type.Atom.BOOL;
  }

  private List<Term> variables(Type type) {
    List<Term> found = new ArrayList<>();
    scope.forEach((name, bound) -> {
      if (bound.type().equals(type) && (bound.within() < 0 || bound.within() == total)) {
        found.add(Term.variable(type, name));
      }
    });
    return found;
  }

  private Term let(Type type, int depth) {
    Type bound = draw.oneIn(3) ? type : draw.type(1);
    String name = draw.name();
    if (draw.oneIn(4)) {
      String parameter = draw.name();
      Term body = within(parameter, bound, false, type, depth);
      Term argument = total(bound, depth - 1);
      return Term.binding(
          type,
          "LET with a parameter",
          List.of(parameter),
          "(LET " + name + "(" + parameter + ") == # IN " + name + "(#))",
          body,
          argument);
    }
    if (isTotal() || draw.oneIn(2)) {
      Term value = total(bound, depth);
      return definition(name, value, within(name, bound, !isTotal(), type, depth));
    }
    // A definition that nobody uses need not have a value. One that has none is all that may fail,
    // since when it is evaluated is left open.
    Term value = draw.oneIn(4) ? Term.of(bound, "Head", "Head(<<>>)") : term(bound, depth);
    return definition(name, value, within(name, new Bound(bound, 1), false, type, depth));
  }

  private static Term definition(String name, Term value, Term body) {
    Type type = body.type();
    return Term.binding(type, "LET", List.of(name), "(LET " + name + " == # IN #)", value, body);
  }

  private Term cases(Type type, int depth) {
    Term condition = term(Type.Atom.BOOL, depth);
    if (isTotal() || draw.oneIn(2)) {
      return Term.of(
          type,
          "CASE",
          "(CASE # -> # [] OTHER -> #)",
          condition,
          term(type, depth),
          term(type, depth));
    }
    return Term.of(type, "CASE without OTHER", "(CASE # -> #)", condition, term(type, depth));
  }

  /** Operators of the module, one of them recursive and one that takes an operator. */
  private Term calls(Type type, int depth) {
    if (type == Type.Atom.INT) {
      Type.SetOf numbers = new Type.SetOf(Type.Atom.INT);
      Term small = Term.of(numbers, "set", "{#, #}", literal(), literal());
      return switch (draw.below(3)) {
        case 0 -> Term.of(type, "recursive operator", "SumOf(#)", small);
        case 1 -> Term.of(type, "recursive operator", "Count(#, #)", literal(), literal());
        default -> {
          String name = draw.name();
          Term body = within(name, Type.Atom.INT, false, Type.Atom.INT, Math.min(depth, 1));
          yield Term.binding(
              type,
              "operator argument",
              List.of(name),
              "Twice(LAMBDA " + name + " : #, #)",
              body,
              literal());
        }
      };
    }
    return Term.of(type, "operator", "Same(#)", total(type, depth));
  }

  private Term atom(Type.Atom atom, int depth) {
    return switch (atom) {
      case INT -> number(depth);
      case BOOL -> formula(depth);
      case STRING ->
          Term.of(atom, "literal", draw.among(List.of("\"\"", "\"a\"", "\"b\"", "\"ab\"")));
      case MODEL -> Term.of(atom, "model value", draw.among(List.of("m1", "m2", "m3")));
    };
  }

  /** A small number. */
  Term literal() {
    int value = draw.below(8) - 2;
    return Term.of(
        Type.Atom.INT, "literal", value < 0 ? "(-" + -value + ")" : Integer.toString(value));
  }

  private Term number(int depth) {
    if (!isTotal() && draw.oneIn(WIDE_CHANCE)) {
      return Term.of(Type.Atom.INT, "wide literal", draw.among(WIDE));
    }
    if (depth < 0) {
      return literal();
    }
    if (isTotal()) {
      return totalNumber(depth);
    }
    Term left = draw.oneIn(ILL_TYPED_CHANCE) ? illTyped(depth) : term(Type.Atom.INT, depth);
    return switch (draw.below(12)) {
      case 0, 1 -> Term.arithmetic("+", "(# + #)", left, term(Type.Atom.INT, depth));
      case 2, 3 -> Term.arithmetic("-", "(# - #)", left, term(Type.Atom.INT, depth));
      case 4 -> Term.arithmetic("*", "(# * #)", left, term(Type.Atom.INT, depth));
      case 5 -> Term.arithmetic("unary -", "(-#)", left);
      case 6 -> Term.arithmetic("\\div", "(# \\div #)", left, term(Type.Atom.INT, depth));
      case 7 -> Term.arithmetic("%", "(# % #)", left, term(Type.Atom.INT, depth));
      case 8 -> Term.arithmetic("^", "(# ^ #)", left, literal());
      case 9 -> sets.cardinality(depth);
      case 10 ->
          Term.of(Type.Atom.INT, "Len", "Len(#)", term(new Type.SequenceOf(draw.type(1)), depth));
      default -> literal();
    };
  }

  private Term totalNumber(int depth) {
    return switch (draw.below(6)) {
      case 0 -> Term.of(Type.Atom.INT, "+", "(# + (# % 7))", literal(), variable());
      case 1 -> Term.of(Type.Atom.INT, "-", "((# % 7) - #)", variable(), literal());
      case 2 -> Term.of(Type.Atom.INT, "*", "(# * #)", literal(), literal());
      case 3 -> Term.of(Type.Atom.INT, "%", "(# % 3)", variable());
      case 4 -> sets.cardinality(depth);
      default -> literal();
    };
  }

  private Term variable() {
    List<Term> variables = variables(Type.Atom.INT);
    return variables.isEmpty() ? literal() : draw.among(variables);
  }

  private Term illTyped(int depth) {
    Type other = draw.among(List.<Type>of(Type.Atom.BOOL, Type.Atom.STRING, Type.Atom.MODEL));
    Term term = term(other, depth);
    return new Term(Type.Atom.INT, "another kind", "#", List.of(term), List.of(), false);
  }

  Term formula(int depth) {
    if (depth < 0) {
      return Term.of(Type.Atom.BOOL, "literal", draw.among(List.of("TRUE", "FALSE")));
    }
    Type bool = Type.Atom.BOOL;
    return switch (draw.below(13)) {
      case 0 -> Term.of(bool, "/\\", "(# /\\ #)", term(bool, depth), hidden(depth));
      case 1 -> Term.of(bool, "\\/", "(# \\/ #)", term(bool, depth), hidden(depth));
      case 2 -> Term.of(bool, "~", "(~#)", term(bool, depth));
      case 3 -> Term.of(bool, "=>", "(# => #)", term(bool, depth), term(bool, depth));
      case 4 -> Term.of(bool, "<=>", "(# <=> #)", term(bool, depth), term(bool, depth));
      case 5, 6 -> comparison(depth);
      case 7, 8 -> equality(depth);
      case 9 -> sets.membership(depth);
      case 10, 11 -> sets.quantifier(depth);
      default -> Term.of(bool, "literal", draw.among(List.of("TRUE", "FALSE")));
    };
  }

  private Term comparison(int depth) {
    String operator = draw.among(List.of("<", ">", "<=", ">="));
    Term left =
        !isTotal() && draw.oneIn(ILL_TYPED_CHANCE) ? illTyped(depth) : term(Type.Atom.INT, depth);
    Term right = draw.oneIn(3) ? left : term(Type.Atom.INT, depth);
    return Term.of(Type.Atom.BOOL, operator, "(# " + operator + " #)", left, right);
  }

  /** A condition that has no value, which nobody may notice. */
  private Term hidden(int depth) {
    return draw.oneIn(2) && !isTotal()
        ? Term.of(Type.Atom.BOOL, "Head", "Head(<<>>)")
        : term(Type.Atom.BOOL, depth);
  }

  private Term equality(int depth) {
    Type type = draw.type(2);
    boolean illTyped = !isTotal() && draw.oneIn(ILL_TYPED_CHANCE / 3);
    Term left = term(illTyped ? draw.atom() : type, depth);
    Term right = term(illTyped ? draw.atom() : type, depth);
    return draw.oneIn(3)
        ? Term.of(Type.Atom.BOOL, "/=", "(# /= #)", left, right)
        : Term.of(Type.Atom.BOOL, "=", "(# = #)", left, right);
  }

  /** A set of few elements, written out. */
  Term few(Type element, int depth) {
    List<Term> elements = draw.some(3, () -> term(element, Math.min(depth, 1)));
    return Term.of(
        new Type.SetOf(element),
        elements.isEmpty() ? "set of nothing" : "set",
        "{" + holes(elements.size()) + "}",
        elements.toArray(Term[]::new));
  }

  /** The same, with elements that have a value. */
  Term totalFew(Type element, int depth) {
    total++;
    try {
      return few(element, depth);
    } finally {
      total--;
    }
  }

  static String holes(int count) {
    return Collections.nCopies(count, "#").stream().collect(Collectors.joining(", "));
  }
}
