package org.spaprtce.compiler.back;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;

/**
 * Which definitions of a {@code LET} around it an expression or a step evaluates whatever the
 * values are. Such a definition need not wait until it is needed.
 */
final class Needs {
  private Needs() {}

  static Set<Symbol> of(Expr expr) {
    return switch (expr) {
      case Expr.LocalNeed need -> Set.of(need.symbol());
      case Expr.LocalCall applied -> ofAll(applied.arguments());
      case Expr.Call applied -> ofAll(applied.arguments());
      case Expr.Apply applied -> ofAll(applied.arguments());
      case Expr.Not not -> of(not.operand());
      case Expr.Junction junction -> of(junction.operands().getFirst());
      case Expr.Equivalence same -> ofAll(List.of(same.left(), same.right()));
      case Expr.If choice -> either(choice.condition(), of(choice.then()), of(choice.otherwise()));
      case Expr.Case choice -> of(choice.arms().getFirst().condition());
      case Expr.Let let -> with(let.definitions(), of(let.body()));
      case Expr.Binding binding -> of(binding.set());
      case Expr.RecursiveFunction function -> of(function.set());
      case Expr.RecordOf record -> ofAll(record.fields().stream().map(Expr.Field::value).toList());
      case Expr.Select select -> of(select.record());
      case Expr.Except except -> union(of(except.function()), ofAll(except.path()));
      case Expr.BoolLiteral _ -> Set.of();
      case Expr.IntLiteral _ -> Set.of();
      case Expr.StringLiteral _ -> Set.of();
      case Expr.NamedSet _ -> Set.of();
      case Expr.Constant _ -> Set.of();
      case Expr.Variable _ -> Set.of();
      case Expr.Primed _ -> Set.of();
      case Expr.Unchanged _ -> Set.of();
      case Expr.Local _ -> Set.of();
      case Expr.Item _ -> Set.of();
      case Expr.InNext _ -> Set.of();
    };
  }

  /** After a step that may end the way, nothing is needed for certain. */
  static Set<Symbol> of(Step step) {
    return switch (step) {
      case Step.Guard guard -> of(guard.condition());
      case Step.Assign assign -> of(assign.value());
      case Step.AssignIn assign -> of(assign.set());
      case Step.Keep _ -> Set.of();
      case Step.All all -> all.steps().isEmpty() ? Set.of() : of(all.steps().getFirst());
      case Step.Any any -> any.steps().stream().map(Needs::of).reduce(Set.of(), Needs::union);
      case Step.Branch branch ->
          either(branch.condition(), of(branch.then()), of(branch.otherwise()));
      case Step.Choice choice -> of(choice.arms().getFirst().condition());
      case Step.ForSome some -> of(some.set());
      case Step.ForAll all -> of(all.set());
      case Step.Let let -> with(let.definitions(), of(let.body()));
      case Step.Bind bind -> union(of(bind.value()), of(bind.body()));
      case Step.Call applied -> ofAll(applied.arguments());
      case Step.Labelled labelled -> of(labelled.step());
    };
  }

  /** What some needs come to where the needed ones among these definitions are evaluated, too. */
  static Set<Symbol> with(List<LocalDefinition> definitions, Set<Symbol> needs) {
    Set<Symbol> all = needs;
    for (LocalDefinition definition : definitions.reversed()) {
      if (definition.parameters().isEmpty() && all.contains(definition.symbol())) {
        all = union(all, of(definition.body()));
      }
    }
    return all;
  }

  private static Set<Symbol> either(Expr condition, Set<Symbol> then, Set<Symbol> otherwise) {
    Set<Symbol> both = new HashSet<>(then);
    both.retainAll(otherwise);
    return union(of(condition), both);
  }

  private static Set<Symbol> ofAll(List<? extends Argument> arguments) {
    return arguments.stream()
        .flatMap(argument -> argument instanceof Expr expr ? Stream.of(of(expr)) : Stream.empty())
        .reduce(Set.of(), Needs::union);
  }

  private static Set<Symbol> union(Set<Symbol> left, Set<Symbol> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    Set<Symbol> both = new HashSet<>(left);
    both.addAll(right);
    return both;
  }
}
