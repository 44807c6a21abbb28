package org.spaprtce.compiler.back;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Definition.Level;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** What expressions and steps refer to that is bound around them, and whether they need states. */
final class Free {
  /** The Java type of an operator. */
  static final String OPERATOR = "Operator";

  private final Map<Symbol, String> used = new LinkedHashMap<>();
  private final Set<Symbol> bound = new HashSet<>();
  private boolean state;
  private boolean next;

  private Free() {}

  static Free of(Argument argument) {
    Free free = new Free();
    free.argument(argument);
    free.used.keySet().removeAll(free.bound);
    return free;
  }

  static Free of(Step step) {
    Free free = new Free();
    free.step(step);
    free.used.keySet().removeAll(free.bound);
    return free;
  }

  /** The Java type of the value of each name, in the order in which the names occur. */
  Map<Symbol, String> names() {
    return used;
  }

  /** Whether the state is read. */
  boolean needsState() {
    return state;
  }

  /** Whether the next state is read, too. */
  boolean needsNext() {
    return next;
  }

  private void arguments(List<? extends Argument> arguments) {
    arguments.forEach(this::argument);
  }

  private void level(Level level) {
    state |= level != Level.CONSTANT;
    next |= level == Level.ACTION;
  }

  private void definitions(List<LocalDefinition> definitions) {
    for (LocalDefinition definition : definitions) {
      bound.add(definition.symbol());
      bound.addAll(definition.parameters());
      argument(definition.body());
    }
  }

  private void argument(Argument argument) {
    switch (argument) {
      case Argument.OperatorRef ref -> used.put(ref.symbol(), OPERATOR);
      case Argument.Lambda lambda -> {
        bound.addAll(lambda.parameters());
        argument(lambda.body());
      }
      case Expr.BoolLiteral _, Expr.IntLiteral _, Expr.StringLiteral _ -> {}
      case Expr.NamedSet _, Expr.Constant _ -> {}
      case Expr.Variable _ -> state = true;
      case Expr.Primed _, Expr.Unchanged _, Expr.InNext _ -> next = true;
      case Expr.Local local -> used.put(local.symbol(), "Value");
      case Expr.LocalNeed need ->
          used.put(need.symbol(), need.type() == Type.BOOL ? "boolean" : "Value");
      case Expr.LocalCall applied -> {
        used.put(applied.symbol(), OPERATOR);
        arguments(applied.arguments());
      }
      case Expr.Call applied -> {
        level(applied.definition().level());
        arguments(applied.arguments());
      }
      case Expr.Apply applied -> arguments(applied.arguments());
      case Expr.Not not -> argument(not.operand());
      case Expr.Junction junction -> arguments(junction.operands());
      case Expr.Equivalence same -> arguments(List.of(same.left(), same.right()));
      case Expr.If choice ->
          arguments(List.of(choice.condition(), choice.then(), choice.otherwise()));
      case Expr.Case choice -> {
        choice.arms().forEach(arm -> arguments(List.of(arm.condition(), arm.value())));
        choice.other().ifPresent(this::argument);
      }
      case Expr.Let let -> {
        definitions(let.definitions());
        argument(let.body());
      }
      case Expr.Binding binding -> {
        bound.add(binding.symbol());
        arguments(List.of(binding.set(), binding.body()));
      }
      case Expr.RecursiveFunction function -> {
        bound.addAll(List.of(function.self(), function.argument()));
        arguments(List.of(function.set(), function.body()));
      }
      case Expr.Item item -> used.put(item.symbol(), "Value");
      case Expr.RecordOf record -> record.fields().forEach(field -> argument(field.value()));
      case Expr.Select select -> argument(select.record());
      case Expr.Except except -> {
        bound.add(except.old());
        argument(except.function());
        arguments(except.path());
        argument(except.value());
      }
    }
  }

  private void step(Step step) {
    switch (step) {
      case Step.Guard guard -> argument(guard.condition());
      case Step.Assign assign -> argument(assign.value());
      case Step.AssignIn assign -> argument(assign.set());
      case Step.Keep _ -> state = true;
      case Step.All all -> all.steps().forEach(this::step);
      case Step.Any any -> any.steps().forEach(this::step);
      case Step.Branch branch -> {
        argument(branch.condition());
        step(branch.then());
        step(branch.otherwise());
      }
      case Step.Choice choice -> {
        choice
            .arms()
            .forEach(arm -> {
              argument(arm.condition());
              step(arm.step());
            });
        choice.other().ifPresent(this::step);
      }
      case Step.ForSome some -> {
        bound.add(some.symbol());
        argument(some.set());
        step(some.body());
      }
      case Step.ForAll all -> {
        bound.add(all.symbol());
        argument(all.set());
        step(all.body());
      }
      case Step.Let let -> {
        definitions(let.definitions());
        step(let.body());
      }
      case Step.Bind bind -> {
        bound.add(bind.symbol());
        argument(bind.value());
        step(bind.body());
      }
      case Step.Call applied -> {
        next = true;
        arguments(applied.arguments());
      }
      case Step.Labelled labelled -> {
        labelled.arguments().forEach(symbol -> used.put(symbol, "Value"));
        step(labelled.step());
      }
    }
  }
}
