package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.List;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;

/** Translates what binds names: quantifiers, {@code CHOOSE}, set and function constructors. */
final class Binders {
  /** A name and the set that it ranges over. */
  record Bound(Symbol symbol, Expr set) {}

  /** The bounds of a construct, and what its body sees. */
  record Bounds(List<LocalDefinition> sets, List<Bound> bounds, Scope scope) {}

  private final Definitions definitions;
  private final Expressions expressions;

  Binders(Definitions definitions, Expressions expressions) {
    this.definitions = definitions;
    this.expressions = expressions;
  }

  /** Translates a construct that binds names, or refuses whatever else it is. */
  Expr expr(String name, OpApplNode node, Scope scope) {
    return switch (name) {
      case "$BoundedForall" -> nested(node, scope, Binder.FOR_ALL, Binder.FOR_ALL);
      case "$BoundedExists" -> nested(node, scope, Binder.EXISTS, Binder.EXISTS);
      case "$SetOfAll" -> nested(node, scope, Binder.FLAT_MAP, Binder.MAP);
      case "$BoundedChoose" -> nested(node, scope, Binder.CHOOSE, Binder.CHOOSE);
      case "$SubsetOf" -> nested(node, scope, Binder.FILTER, Binder.FILTER);
      case "$FcnConstructor", "$NonRecursiveFcnSpec" -> function(node, scope);
      case "$RecursiveFcnSpec" -> recursiveFunction(node, scope);
      case "$Except" -> except(node, scope);
      default -> throw Refusals.of(name, node);
    };
  }

  /** The bounds; a set that several names range over is evaluated once. */
  Bounds bounds(OpApplNode node, Scope scope) {
    FormalParamNode[][] names = node.getBdedQuantSymbolLists();
    ExprNode[] sets = node.getBdedQuantBounds();
    int count = 0;
    for (int i = 0; i < sets.length; i++) {
      count += node.isBdedQuantATuple()[i] ? 1 : names[i].length;
    }
    List<LocalDefinition> locals = new ArrayList<>();
    List<Bound> bounds = new ArrayList<>();
    Scope inner = scope;
    for (int i = 0; i < sets.length; i++) {
      Expr set = expressions.expr(sets[i], scope);
      if (count > 1 && !isCheap(set)) {
        Symbol symbol = definitions.symbol("bound");
        locals.add(new LocalDefinition(symbol, List.of(), set));
        set = new Expr.LocalNeed(symbol, set.type());
      }
      if (node.isBdedQuantATuple()[i]) {
        Symbol symbol = definitions.symbol("tuple");
        bounds.add(new Bound(symbol, set));
        inner = items(inner, symbol, names[i], 0, names[i].length);
        continue;
      }
      for (FormalParamNode name : names[i]) {
        Symbol symbol = definitions.symbol(name);
        bounds.add(new Bound(symbol, set));
        inner = inner.with(name, new Scope.Meaning.Plain(symbol));
      }
    }
    return new Bounds(locals, bounds, inner);
  }

  /** Binds names to the items of a tuple; its first ones may be bound otherwise. */
  private static Scope items(
      Scope scope, Symbol tuple, FormalParamNode[] names, int from, int size) {
    Scope inner = scope;
    for (int i = 0; i < names.length; i++) {
      inner = inner.with(names[i], new Scope.Meaning.Item(tuple, from + i + 1, size));
    }
    return inner;
  }

  private static boolean isCheap(Expr set) {
    return switch (set) {
      case Expr.Local _, Expr.LocalNeed _, Expr.Variable _, Expr.Constant _, Expr.NamedSet _ ->
          true;
      default -> false;
    };
  }

  private Expr nested(OpApplNode node, Scope scope, Binder outer, Binder innermost) {
    Bounds bounds = bounds(node, scope);
    Expr body = expressions.expr(node.getArgs()[0], bounds.scope());
    Position at = Refusal.position(node);
    for (int i = bounds.bounds().size() - 1; i >= 0; i--) {
      Bound bound = bounds.bounds().get(i);
      Binder binder = i == bounds.bounds().size() - 1 ? innermost : outer;
      body = new Expr.Binding(binder, at, bound.symbol(), bound.set(), body);
    }
    return bounds.sets().isEmpty() ? body : new Expr.Let(at, bounds.sets(), body);
  }

  /** The one argument of a function: a tuple if the text gives it several. */
  private record FunctionArgument(Symbol symbol, Expr set, Scope scope) {}

  private FunctionArgument argument(OpApplNode node, Scope scope) {
    FormalParamNode[][] names = node.getBdedQuantSymbolLists();
    ExprNode[] sets = node.getBdedQuantBounds();
    int size = 0;
    for (int i = 0; i < sets.length; i++) {
      size += node.isBdedQuantATuple()[i] ? 1 : names[i].length;
    }
    if (size == 1) {
      Bounds bounds = bounds(node, scope);
      Bound only = bounds.bounds().getFirst();
      return new FunctionArgument(only.symbol(), only.set(), bounds.scope());
    }
    Symbol tuple = definitions.symbol("arguments");
    List<Argument> factors = new ArrayList<>();
    Scope inner = scope;
    for (int i = 0; i < sets.length; i++) {
      if (node.isBdedQuantATuple()[i]) {
        throw Refusal.of(
            sets[i], "tuple pattern among several arguments", "one name, and its items t[1], t[2]");
      }
      inner = items(inner, tuple, names[i], factors.size(), size);
      for (FormalParamNode _ : names[i]) {
        factors.add(expressions.expr(sets[i], scope));
      }
    }
    Expr product = new Expr.Apply(Operation.PRODUCT, Refusal.position(node), factors);
    return new FunctionArgument(tuple, product, inner);
  }

  private Expr function(OpApplNode node, Scope scope) {
    FunctionArgument argument = argument(node, scope);
    Expr body = expressions.expr(node.getArgs()[0], argument.scope());
    return new Expr.Binding(
        Binder.FUNCTION, Refusal.position(node), argument.symbol(), argument.set(), body);
  }

  private Expr recursiveFunction(OpApplNode node, Scope scope) {
    FormalParamNode name = node.getUnbdedQuantSymbols()[0];
    Symbol self = definitions.symbol(name);
    FunctionArgument argument = argument(node, scope);
    Scope inner = argument.scope().with(name, new Scope.Meaning.Computed(self));
    Expr body = expressions.expr(node.getArgs()[0], inner);
    return new Expr.RecursiveFunction(
        Refusal.position(node), self, argument.symbol(), argument.set(), body);
  }

  private Expr except(OpApplNode node, Scope scope) {
    ExprOrOpArgNode[] args = node.getArgs();
    Expr function = expressions.expr(args[0], scope);
    for (int i = 1; i < args.length; i++) {
      OpApplNode pair = (OpApplNode) args[i];
      OpApplNode path = (OpApplNode) pair.getArgs()[0];
      Symbol old = definitions.symbol("old");
      Scope inner = scope.with(pair, new Scope.Meaning.Computed(old));
      function =
          new Expr.Except(
              Refusal.position(pair),
              function,
              expressions.exprs(path.getArgs(), scope),
              old,
              expressions.expr(pair.getArgs()[1], inner));
    }
    return function;
  }
}
