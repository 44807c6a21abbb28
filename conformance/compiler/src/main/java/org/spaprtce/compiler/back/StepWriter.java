package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spaprtce.compiler.ir.ActionDefinition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Step;

/**
 * Writes steps in continuation-passing style: each step runs the statements of the rest once for
 * each way to satisfy it. A rest that is needed more than once becomes a local {@code Runnable}.
 */
final class StepWriter {
  private final ExpressionWriter expressions;

  StepWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** The method that holds a definition in a role. */
  static String method(ActionDefinition.Role role, String definition) {
    String prefix =
        switch (role) {
          case ACTION -> "act_";
          case NEXT -> "next_";
          case INIT -> "init_";
        };
    return prefix + Names.identifier(definition);
  }

  /** The statements of a step that is followed by a rest. */
  List<Code> statements(Step step, List<Code> rest) {
    return switch (step) {
      case Step.Guard guard ->
          List.of(when(expressions.truth(guard.at(), guard.condition()), rest));
      case Step.Assign assign -> List.of(assign(assign, rest));
      case Step.AssignIn assign -> List.of(assignIn(assign, rest));
      case Step.Keep keep -> List.of(keep(keep, rest));
      case Step.All all -> all(all.steps(), rest);
      case Step.Any any -> any(any.steps(), rest);
      case Step.Branch branch -> branch(branch, rest);
      case Step.Choice choice -> choice(choice, rest);
      case Step.ForSome some -> forSome(some, rest);
      case Step.ForAll all -> List.of(forAll(all, rest));
      case Step.Let let -> {
        Step.Let sunk = Sinking.into(let);
        List<Code> statements =
            new ArrayList<>(
                expressions.lets().declarations(sunk.definitions(), Needs.of(sunk.body())));
        statements.addAll(statements(sunk.body(), rest));
        yield statements;
      }
      case Step.Bind bind -> {
        Code value = expressions.value(bind.value());
        String name = expressions.names().of(bind.symbol());
        List<Code> statements = new ArrayList<>();
        statements.add(statement("final Value " + name + " = ", value));
        statements.addAll(statements(bind.body(), rest));
        yield statements;
      }
      case Step.Call applied -> List.of(applied(applied, rest));
      case Step.Labelled labelled -> {
        List<Code> arguments = new ArrayList<>();
        arguments.add(text(Literals.quoted(labelled.name())));
        labelled.arguments().forEach(a -> arguments.add(text(expressions.names().of(a))));
        List<Code> statements = new ArrayList<>();
        statements.add(statement("", call("n.label", arguments)));
        statements.addAll(statements(labelled.step(), rest));
        yield statements;
      }
    };
  }

  private static Code when(Code condition, List<Code> statements) {
    return new Code.Block(sequence(text("if ("), condition, text(")")), statements, "");
  }

  /** The rest as a {@code Runnable}. */
  private static Code runnable(List<Code> rest) {
    return rest.size() == 1
            && rest.getFirst() instanceof Code.Text(String run)
            && run.endsWith(".run();")
        ? text(run.substring(0, run.length() - ".run();".length()))
        : new Code.Block(text("() ->"), rest, "");
  }

  /** The rest is done while the variable has its value. */
  private static Code during(Code given, String variable, List<Code> rest) {
    List<Code> statements = new ArrayList<>(rest);
    statements.add(text("n.release(" + variable + ");"));
    return when(given, statements);
  }

  private Code assign(Step.Assign assign, List<Code> rest) {
    String variable = ExpressionWriter.variable(assign.variable());
    Code given =
        call(
            "n.assign",
            List.of(
                ExpressionWriter.at(assign.at()),
                text(variable),
                expressions.value(assign.value())));
    return during(given, variable, rest);
  }

  private Code assignIn(Step.AssignIn assign, List<Code> rest) {
    return statement(
        "",
        call(
            "n.assignIn",
            List.of(
                ExpressionWriter.at(assign.at()),
                text(ExpressionWriter.variable(assign.variable())),
                expressions.value(assign.set()),
                runnable(rest))));
  }

  private Code keep(Step.Keep keep, List<Code> rest) {
    String variables =
        keep.variables().stream()
            .map(ExpressionWriter::variable)
            .collect(Collectors.joining(", ", "{", "}"));
    String kept = expressions.literals().constant("int[]", "KEEP", variables);
    Code given =
        call(
            "n.keep",
            List.of(ExpressionWriter.at(keep.at()), text(expressions.state()), text(kept)));
    return during(given, kept, rest);
  }

  private List<Code> all(List<Step> steps, List<Code> rest) {
    List<Code> statements = rest;
    for (Step step : steps.reversed()) {
      statements = statements(step, statements);
    }
    return statements;
  }

  /** Puts the rest into a local variable unless it is a mere call; gives the way to run it. */
  private List<Code> shared(List<Code> rest, List<Code> statements) {
    if (runnable(rest) instanceof Code.Text) {
      return rest;
    }
    String name = expressions.names().fresh("rest");
    statements.add(statement("final Runnable " + name + " = ", runnable(rest)));
    return List.of(text(name + ".run();"));
  }

  private List<Code> any(List<Step> steps, List<Code> rest) {
    List<Code> statements = new ArrayList<>();
    List<Code> run = shared(rest, statements);
    steps.forEach(step -> statements.addAll(statements(step, run)));
    return statements;
  }

  private List<Code> branch(Step.Branch branch, List<Code> rest) {
    List<Code> statements = new ArrayList<>();
    List<Code> run = shared(rest, statements);
    Code condition = expressions.truth(branch.at(), branch.condition());
    statements.add(
        sequence(
            when(condition, statements(branch.then(), run)),
            text(" "),
            new Code.Block(text("else"), statements(branch.otherwise(), run), "")));
    return statements;
  }

  private List<Code> choice(Step.Choice choice, List<Code> rest) {
    List<Code> statements = new ArrayList<>();
    List<Code> run = shared(rest, statements);
    List<Expr> conditions = choice.arms().stream().map(Step.Arm::condition).toList();
    if (Switches.isOne(conditions)) {
      List<Code> bodies = new ArrayList<>();
      choice
          .arms()
          .forEach(arm -> bodies.add(new Code.Block(text(""), statements(arm.step(), run), "")));
      statements.add(Switches.write(expressions, conditions, bodies, other(choice, run)));
      return statements;
    }
    List<Code> chain = new ArrayList<>();
    for (Step.Arm arm : choice.arms()) {
      Code condition = expressions.truth(choice.at(), arm.condition());
      chain.add(when(condition, statements(arm.step(), run)));
      chain.add(text(" else "));
    }
    chain.removeLast();
    chain.add(text(" "));
    chain.add(new Code.Block(text("else"), other(choice, run), ""));
    statements.add(new Code.Sequence(chain));
    return statements;
  }

  private List<Code> other(Step.Choice choice, List<Code> run) {
    return choice.other().isPresent()
        ? statements(choice.other().get(), run)
        : List.of(statement("", call("Logic.noCase", List.of(ExpressionWriter.at(choice.at())))));
  }

  private List<Code> forSome(Step.ForSome some, List<Code> rest) {
    Code set =
        call(
            "Sets.elements",
            List.of(ExpressionWriter.at(some.at()), expressions.value(some.set())));
    String name = expressions.names().of(some.symbol());
    List<Code> statements = new ArrayList<>();
    List<Code> body = statements(some.body(), rest);
    statements.add(
        new Code.Block(
            sequence(text("for (final Value " + name + " : "), set, text(")")), body, ""));
    return statements;
  }

  private Code forAll(Step.ForAll all, List<Code> rest) {
    Code set = expressions.value(all.set());
    String name = expressions.names().of(all.symbol());
    String others = expressions.names().fresh("others");
    List<Code> body = statements(all.body(), List.of(text(others + ".run();")));
    Code each = new Code.Block(text("(" + name + ", " + others + ") ->"), body, "");
    return statement(
        "", call("n.forAll", List.of(ExpressionWriter.at(all.at()), set, each, runnable(rest))));
  }

  private Code applied(Step.Call applied, List<Code> rest) {
    List<Code> arguments = new ArrayList<>();
    if (applied.role() != ActionDefinition.Role.INIT) {
      arguments.add(text(expressions.state()));
    }
    arguments.add(text("n"));
    arguments.addAll(expressions.arguments(applied.arguments()));
    arguments.add(runnable(rest));
    return statement("", call(method(applied.role(), applied.definition()), arguments));
  }
}
