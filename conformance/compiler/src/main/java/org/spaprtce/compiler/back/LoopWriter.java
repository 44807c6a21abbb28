package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/**
 * Writes what binds a name to the elements of a set as a loop in a method of its own, which is
 * given the set and what the body refers to. So each place in the text has a loop that is compiled
 * for its own body, and no object for the body.
 */
final class LoopWriter {
  private final Unit unit;
  private final ExpressionWriter outer;
  private final Expr.Binding binding;
  private final ExpressionWriter inner;
  private final String set;
  private final String all;
  private final String place;
  private final String element;
  private final @Nullable Symbol function;
  private @Nullable String fixedPlace;
  private final List<Code> arguments = new ArrayList<>();
  private final StringJoiner parameters = new StringJoiner(", ", "(", ")");

  private LoopWriter(Unit unit, ExpressionWriter outer, Expr.Binding binding) {
    this.unit = unit;
    this.outer = outer;
    this.binding = binding;
    this.inner = new ExpressionWriter(unit, new Names(), outer.state());
    this.set = inner.names().fresh("set");
    this.all = inner.names().fresh("all");
    this.place = inner.names().fresh("i");
    this.element = inner.names().of(binding.symbol());
    this.function = function(binding);
  }

  /** The function, by its name, whose domain the set is; null if it is none. */
  private static @Nullable Symbol function(Expr.Binding binding) {
    return binding.set() instanceof Expr.Apply set
            && set.operation() == Operation.DOMAIN
            && set.arguments().getFirst() instanceof Expr.Local function
        ? function.symbol()
        : null;
  }

  /** Whether the body can stand in a method of its own. */
  static boolean isPossible(Expr.Binding binding, String state) {
    Free free = Free.of(binding.body());
    return binding.binder() != Binder.FLAT_MAP
        && !(binding.body() instanceof Expr.Let)
        && !free.needsNext()
        && !(free.needsState() && !state.equals("s"));
  }

  /** Writes the method, if it is not there yet; gives its call. */
  static Code write(Unit unit, ExpressionWriter outer, Expr.Binding binding) {
    return new LoopWriter(unit, outer, binding).written();
  }

  private Code written() {
    Code over = outer.value(binding.set());
    Free free = Free.of(binding.body());
    if (free.needsState()) {
      arguments.add(text("s"));
      parameters.add("State s");
    }
    arguments.add(over);
    parameters.add("Value " + set);
    free.names()
        .forEach((symbol, type) -> {
          if (!symbol.equals(binding.symbol())) {
            boolean lazy = outer.names().isLazy(symbol);
            if (lazy) {
              inner.names().defer(symbol);
            }
            arguments.add(text(outer.names().of(symbol)));
            parameters.add((lazy ? "Lazy" : type) + " " + inner.names().of(symbol));
          }
        });
    String known = unit.loops().name(binding, parameters.toString());
    return call(known == null ? method() : known, arguments);
  }

  /** Writes the method; gives its name. */
  private String method() {
    String name = unit.loops().name();
    unit.loops().put(binding, parameters.toString(), name);
    String type = binding.type() == Type.BOOL ? "boolean " : "Value ";
    String head = "private " + type + name + parameters;
    unit.loops().add(new Code.Block(text(head), statements(), ""));
    return name;
  }

  private List<Code> statements() {
    return switch (binding.binder()) {
      case FOR_ALL -> search(true, "return false;", text("return true;"));
      case EXISTS -> search(false, "return true;", text("return false;"));
      case CHOOSE -> search(false, "return " + element + ";", nothingToChoose());
      case FILTER -> filter();
      case MAP -> map();
      case FUNCTION -> function();
      case FLAT_MAP -> throw new IllegalArgumentException("binder=" + binding.binder());
    };
  }

  private Code at() {
    return ExpressionWriter.at(binding.at());
  }

  private Code truth(boolean negated) {
    Code truth = inner.truth(binding.at(), binding.body());
    return negated ? sequence(text("!"), truth) : truth;
  }

  /**
   * Notes, for what is written from now on, that it stands in the loop.
   *
   * @return whether this makes a difference
   */
  private boolean enter() {
    if (function == null) {
      return false;
    }
    fixedPlace = inner.names().fresh("place");
    inner.names().put(new Names.Scan(function, binding.symbol(), fixedPlace));
    return true;
  }

  /**
   * A loop over the elements.
   *
   * @param before what stands between the elements and the loop
   */
  private List<Code> loop(List<Code> before, List<Code> body) {
    List<Code> statements = new ArrayList<>();
    Code elements = call("Sets.elements", List.of(at(), text(set)));
    statements.add(statement("final FiniteSet " + all + " = ", elements));
    List<Code> inside = new ArrayList<>();
    inside.add(text("final Value " + element + " = " + all + ".get(" + place + ");"));
    if (fixedPlace != null) {
      inside.add(text("final int " + fixedPlace + " = " + place + ";"));
    }
    statements.addAll(before);
    inside.addAll(body);
    String head = "for (int %1$s = 0; %1$s < %2$s.size(); %1$s++)".formatted(place, all);
    statements.add(new Code.Block(text(head), inside, ""));
    return statements;
  }

  private static Code when(Code condition, String statement) {
    return new Code.Block(
        sequence(text("if ("), condition, text(")")), List.of(text(statement)), "");
  }

  private List<Code> search(boolean negated, String then, Code otherwise) {
    enter();
    List<Code> statements = loop(List.of(), List.of(when(truth(negated), then)));
    statements.add(otherwise);
    return statements;
  }

  private Code nothingToChoose() {
    return statement("return ", call("Logic.nothingToChoose", List.of(at(), text(set))));
  }

  /** What passes is noted as bits; large sets are left to the runtime. */
  private List<Code> filter() {
    FilterWriter writer = new FilterWriter(inner, unit);
    Code truth = truth(false);
    Code predicate = sequence(text(element + " -> "), truth);
    Code large = writer.filter(binding, text(set), predicate);
    String limit = writer.isServed(binding) ? "Sets.isSmall(" : "Sets.isShort(";
    String kept = inner.names().fresh("kept");
    List<Code> statements = new ArrayList<>();
    Code unless = text("if (!" + limit + set + "))");
    statements.add(new Code.Block(unless, List.of(statement("return ", large)), ""));
    if (enter()) {
      truth = truth(false);
    }
    Code passes = when(truth, kept + " |= 1L << " + place + ";");
    statements.addAll(loop(List.of(text("long " + kept + " = 0;")), List.of(passes)));
    statements.add(text("return " + all + ".only(" + kept + ");"));
    return statements;
  }

  /** An infinite domain, or a very large one, makes a rule. */
  private List<Code> function() {
    Code value = inner.value(binding.body());
    Code rule = sequence(text(element + " -> "), value);
    Code of = call(Binder.FUNCTION.method(), List.of(at(), text(set), rule));
    Code when = text("if (Sets.isVast(" + set + "))");
    Code vast = new Code.Block(when, List.of(statement("return ", of)), "");
    return images(List.of(vast), enter() ? inner.value(binding.body()) : value, "Functions.images");
  }

  private List<Code> map() {
    enter();
    return images(List.of(), inner.value(binding.body()), "Sets.images");
  }

  private List<Code> images(List<Code> before, Code value, String method) {
    String images = inner.names().fresh("images");
    List<Code> statements = new ArrayList<>(before);
    Code made = text("final Value[] " + images + " = new Value[" + all + ".size()];");
    Code noted = statement(images + "[" + place + "] = ", value);
    statements.addAll(loop(List.of(made), List.of(noted)));
    List<Code> arguments =
        method.startsWith("Sets.")
            ? List.of(at(), text(images))
            : List.of(at(), text(all), text(images));
    statements.add(statement("return ", call(method, arguments)));
    return statements;
  }
}
