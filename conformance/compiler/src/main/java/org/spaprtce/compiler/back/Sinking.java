package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;

/**
 * Moves the definitions of a {@code LET} that one branch alone uses into that branch: there most of
 * them are needed in any case, and need not wait.
 */
final class Sinking {
  /** The definitions that stay where they are, and those that go into each branch. */
  private final List<LocalDefinition> staying = new ArrayList<>();

  private final List<List<LocalDefinition>> sunk = new ArrayList<>();

  private Sinking(List<LocalDefinition> definitions, Set<Symbol> before, List<Free> branches) {
    List<Set<Symbol>> used = new ArrayList<>();
    used.add(new HashSet<>(before));
    branches.forEach(branch -> {
      used.add(new HashSet<>(branch.names().keySet()));
      sunk.add(new ArrayList<>());
    });
    boolean recursive = definitions.stream().anyMatch(LocalDefinition::recursive);
    for (LocalDefinition definition : definitions.reversed()) {
      int place = recursive ? 0 : place(definition.symbol(), used);
      (place == 0 ? staying : sunk.get(place - 1)).addFirst(definition);
      used.get(place).addAll(Free.of(definition.body()).names().keySet());
    }
  }

  /** The only branch that uses the name, from 1; 0 if it is needed before, or by several. */
  private static int place(Symbol symbol, List<Set<Symbol>> used) {
    int place = 0;
    for (int i = 0; i < used.size(); i++) {
      if (used.get(i).contains(symbol)) {
        if (place != 0 || i == 0) {
          return 0;
        }
        place = i;
      }
    }
    return place;
  }

  /** The same expression with definitions where they are used. */
  static Expr.Let into(Expr.Let let) {
    return switch (let.body()) {
      case Expr.If choice -> {
        Sinking sinking =
            new Sinking(
                let.definitions(),
                Free.of(choice.condition()).names().keySet(),
                List.of(Free.of(choice.then()), Free.of(choice.otherwise())));
        yield new Expr.Let(
            let.at(),
            sinking.staying,
            new Expr.If(
                choice.at(),
                choice.condition(),
                sinking.expression(let, 0, choice.then()),
                sinking.expression(let, 1, choice.otherwise())));
      }
      case Expr.Case choice -> {
        Set<Symbol> conditions = new HashSet<>();
        List<Free> branches = new ArrayList<>();
        choice
            .arms()
            .forEach(arm -> {
              conditions.addAll(Free.of(arm.condition()).names().keySet());
              branches.add(Free.of(arm.value()));
            });
        choice.other().ifPresent(other -> branches.add(Free.of(other)));
        Sinking sinking = new Sinking(let.definitions(), conditions, branches);
        List<Expr.Arm> arms = new ArrayList<>();
        for (Expr.Arm arm : choice.arms()) {
          Expr value = sinking.expression(let, arms.size(), arm.value());
          arms.add(new Expr.Arm(arm.condition(), value));
        }
        Optional<Expr> other =
            choice.other().map(last -> sinking.expression(let, arms.size(), last));
        yield new Expr.Let(let.at(), sinking.staying, new Expr.Case(choice.at(), arms, other));
      }
      default -> let;
    };
  }

  private Expr expression(Expr.Let let, int branch, Expr body) {
    return sunk.get(branch).isEmpty() ? body : new Expr.Let(let.at(), sunk.get(branch), body);
  }

  /** The same step with definitions where they are used. */
  static Step.Let into(Step.Let let) {
    if (!(let.body() instanceof Step.Branch branch)) {
      return let;
    }
    Sinking sinking =
        new Sinking(
            let.definitions(),
            Free.of(branch.condition()).names().keySet(),
            List.of(Free.of(branch.then()), Free.of(branch.otherwise())));
    return new Step.Let(
        sinking.staying,
        new Step.Branch(
            branch.at(),
            branch.condition(),
            sinking.step(0, branch.then()),
            sinking.step(1, branch.otherwise())));
  }

  private Step step(int branch, Step body) {
    return sunk.get(branch).isEmpty() ? body : new Step.Let(sunk.get(branch), body);
  }
}
