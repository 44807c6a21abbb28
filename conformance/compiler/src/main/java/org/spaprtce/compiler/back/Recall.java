package org.spaprtce.compiler.back;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Definition.Level;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Parameter;

/**
 * Which operators of a state keep their last value: those that look at the elements of a set, or
 * apply an operator that does, so that asking again costs less than evaluating again.
 */
final class Recall {
  /** Operators with more parameters are evaluated each time. */
  static final int MOST_PARAMETERS = 3;

  private final Map<String, Definition> definitions;
  private final Map<String, Boolean> costly = new HashMap<>();

  Recall(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  /** Whether the operator keeps its last value. */
  boolean keeps(Definition definition) {
    return definition.ref().level() == Level.STATE
        && definition.parameters().size() <= MOST_PARAMETERS
        && definition.parameters().stream().map(Parameter::arity).allMatch(arity -> arity == 0)
        && isCostly(definition);
  }

  private boolean isCostly(Definition definition) {
    String name = definition.ref().name();
    Boolean known = costly.get(name);
    if (known == null) {
      costly.put(name, true); // what applies itself is costly
      known = isCostly(definition.body());
      costly.put(name, known);
    }
    return known;
  }

  private boolean isCostly(Argument argument) {
    return switch (argument) {
      case Argument.OperatorRef _ -> false;
      case Argument.Lambda lambda -> isCostly(lambda.body());
      case Expr.BoolLiteral _ -> false;
      case Expr.IntLiteral _ -> false;
      case Expr.StringLiteral _ -> false;
      case Expr.NamedSet _ -> false;
      case Expr.Constant _ -> false;
      case Expr.Variable _ -> false;
      case Expr.Primed _ -> false;
      case Expr.Unchanged _ -> false;
      case Expr.Local _ -> false;
      case Expr.LocalNeed _ -> false;
      case Expr.LocalCall applied -> anyCostly(applied.arguments());
      case Expr.Call applied -> {
        Definition definition = definitions.get(applied.definition().name());
        yield anyCostly(applied.arguments())
            || (definition != null && !definition.isMemoized() && isCostly(definition));
      }
      case Expr.Apply applied -> anyCostly(applied.arguments());
      case Expr.Not not -> isCostly(not.operand());
      case Expr.Junction junction -> anyCostly(junction.operands());
      case Expr.Equivalence same -> isCostly(same.left()) || isCostly(same.right());
      case Expr.If choice ->
          anyCostly(List.of(choice.condition(), choice.then(), choice.otherwise()));
      case Expr.Case choice ->
          choice.arms().stream().anyMatch(arm -> isCostly(arm.condition()) || isCostly(arm.value()))
              || choice.other().map(this::isCostly).orElse(false);
      case Expr.Let let ->
          isCostly(let.body())
              || let.definitions().stream().map(LocalDefinition::body).anyMatch(this::isCostly);
      case Expr.Binding _ -> true;
      case Expr.RecursiveFunction _ -> true;
      case Expr.Item _ -> false;
      case Expr.InNext next -> isCostly(next.body());
      case Expr.RecordOf record ->
          record.fields().stream().map(Expr.Field::value).anyMatch(this::isCostly);
      case Expr.Select select -> isCostly(select.record());
      case Expr.Except except ->
          isCostly(except.function()) || isCostly(except.value()) || anyCostly(except.path());
    };
  }

  private boolean anyCostly(List<? extends Argument> arguments) {
    return arguments.stream().anyMatch(this::isCostly);
  }
}
