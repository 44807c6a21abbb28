package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Expr;
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
  }

  /** Whether the body can stand in a method of its own. */
  static boolean isPossible(Expr.Binding binding, String state) {
    Free free = Free.of(binding.body());
    return binding.binder() != Binder.FLAT_MAP
        && !(binding.body() instanceof Expr.Let)
        && !free.needsNext()
        && !(free.needsState() && !state.equals("s"));
  }

  /** Writes the method; gives its call. */
  static Code write(Unit unit, ExpressionWriter outer, Expr.Binding binding) {
    return new LoopWriter(unit, outer, binding).written();
  }

  private Code written() {
    String name = unit.loops().name();
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
    String type = binding.type() == Type.BOOL ? "boolean " : "Value ";
    String head = "private " + type + name + parameters;
    unit.loops().add(new Code.Block(text(head), statements(), ""));
    return call(name, arguments);
  }

  private List<Code> statements() {
    return switch (binding.binder()) {
      case FOR_ALL -> search(truth(true), "return false;", text("return true;"));
      case EXISTS -> search(truth(false), "return true;", text("return false;"));
      case CHOOSE -> search(truth(false), "return " + element + ";", nothingToChoose());
      case FILTER -> filter();
      case MAP -> images(List.of(), inner.value(binding.body()), "Sets.images");
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

  private Code elements() {
    Code elements = call("Sets.elements", List.of(at(), text(set)));
    return statement("final FiniteSet " + all + " = ", elements);
  }

  private Code loop(List<Code> body) {
    List<Code> statements = new ArrayList<>();
    statements.add(text("final Value " + element + " = " + all + ".get(" + place + ");"));
    statements.addAll(body);
    String head = "for (int %1$s = 0; %1$s < %2$s.size(); %1$s++)".formatted(place, all);
    return new Code.Block(text(head), statements, "");
  }

  private static Code when(Code condition, String statement) {
    return new Code.Block(
        sequence(text("if ("), condition, text(")")), List.of(text(statement)), "");
  }

  private List<Code> search(Code found, String then, Code otherwise) {
    return List.of(elements(), loop(List.of(when(found, then))), otherwise);
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
    Code unless = text("if (!" + limit + set + "))");
    return List.of(
        new Code.Block(unless, List.of(statement("return ", large)), ""),
        elements(),
        text("long " + kept + " = 0;"),
        loop(List.of(when(truth, kept + " |= 1L << " + place + ";"))),
        text("return " + all + ".only(" + kept + ");"));
  }

  /** An infinite domain, or a very large one, makes a rule. */
  private List<Code> function() {
    Code value = inner.value(binding.body());
    Code rule = sequence(text(element + " -> "), value);
    Code of = call(Binder.FUNCTION.method(), List.of(at(), text(set), rule));
    Code when = text("if (Sets.isVast(" + set + "))");
    Code vast = new Code.Block(when, List.of(statement("return ", of)), "");
    return images(List.of(vast), value, "Functions.images");
  }

  private List<Code> images(List<Code> before, Code value, String method) {
    String images = inner.names().fresh("images");
    List<Code> statements = new ArrayList<>(before);
    statements.add(elements());
    statements.add(text("final Value[] " + images + " = new Value[" + all + ".size()];"));
    statements.add(loop(List.of(statement(images + "[" + place + "] = ", value))));
    List<Code> arguments =
        method.startsWith("Sets.")
            ? List.of(at(), text(images))
            : List.of(at(), text(all), text(images));
    statements.add(statement("return ", call(method, arguments)));
    return statements;
  }
}
