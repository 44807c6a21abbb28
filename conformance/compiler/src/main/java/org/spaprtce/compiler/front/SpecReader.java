package org.spaprtce.compiler.front;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Configuration.Name;
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Assumption;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Settings;
import org.spaprtce.compiler.ir.SpecModule;
import org.spaprtce.compiler.ir.Type;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/** Reads a TLA+ module with all that it extends into the intermediate form. */
public final class SpecReader {
  private static final int ACTION_LEVEL = 2;

  private final ModuleNode root;
  private final CallGraph graph = new CallGraph();
  private final Setup setup;
  private final Settings settings;
  private final Definitions definitions;
  private final List<Name> invariants;
  private final Set<String> exports;

  private SpecReader(ModuleNode root, Options options) {
    this.root = root;
    this.exports = options.exports();
    this.invariants = options.configuration().names(Section.INVARIANT);
    SetupReader.Result read = SetupReader.read(root, options, graph);
    this.setup = read.setup();
    this.settings = read.settings();
    this.definitions = new Definitions(root, setup, graph);
  }

  /**
   * Reads a module.
   *
   * @param spec the file of the root module
   * @throws CompileException with every construct outside the subset
   */
  public static SpecModule read(Path spec, Options options) {
    return new SpecReader(SanyParser.parse(spec, options.library()), options).module();
  }

  private SpecModule module() {
    for (OpDefNode operator : setup.operators()) {
      if (!setup.tlcOnly().contains(Definitions.name(operator))
          && !setup.assigned().contains(operator)
          && isWanted(Definitions.name(operator))) {
        compile(operator);
      }
    }
    definitions.finishSteps();
    definitions.finishReplacements();
    List<Assumption> assumptions = exports.isEmpty() ? assumptions() : List.of();
    refuseValuesAsInvariants();
    List<String> constants = constants();
    if (!definitions.problems().isEmpty()) {
      throw new CompileException(definitions.problems());
    }
    return new SpecModule(
        Definitions.name(root),
        constants,
        names(root.getVariableDecls()),
        definitions.definitions(),
        definitions.actions(),
        assumptions,
        replaceable(),
        settings);
  }

  /** The declared constants without those that are replaced, and the definitions with a value. */
  private List<String> constants() {
    List<String> names = new ArrayList<>();
    for (OpDeclNode constant : inOrder(root.getConstantDecls())) {
      String name = Definitions.name(constant);
      if (definitions.constant(name) == null && constant.getArity() == 0) {
        names.add(name);
      } else if (definitions.constant(name) == null) {
        definitions.problem(
            Refusal.of(constant, "constant operator " + name, Applications.NO_OPERATOR).problem());
      }
    }
    setup.operators().stream()
        .filter(setup.assigned()::contains)
        .forEach(operator -> names.add(Definitions.name(operator)));
    return names;
  }

  private Map<String, List<String>> replaceable() {
    Map<String, List<String>> names = new TreeMap<>();
    setup
        .replacements()
        .forEach((operator, others) ->
            names.put(Definitions.name(operator), others.stream().map(Definitions::name).toList()));
    return names;
  }

  private boolean isWanted(String operator) {
    return exports.isEmpty() || exports.contains(operator) || isEntry(operator);
  }

  private boolean isEntry(String operator) {
    return settings.entry(Role.INIT).filter(operator::equals).isPresent()
        || settings.entry(Role.NEXT).filter(operator::equals).isPresent();
  }

  private void compile(OpDefNode operator) {
    if (graph.isExpanded(operator)) {
      return;
    }
    if (exports.isEmpty() || exports.contains(Definitions.name(operator))) {
      export(operator);
    }
    for (Role role : List.of(Role.INIT, Role.NEXT)) {
      if (settings.entry(role).filter(Definitions.name(operator)::equals).isPresent()) {
        definitions.useAsStep(role, operator, operator);
      }
    }
  }

  private void export(OpDefNode operator) {
    if (graph.level(operator) == ACTION_LEVEL) {
      definitions.useAsStep(Role.ACTION, operator, operator);
    } else {
      definitions.export(operator);
    }
  }

  /** An invariant is what the class can ask for as a Boolean. */
  private void refuseValuesAsInvariants() {
    for (Definition definition : definitions.definitions()) {
      for (Name name : invariants) {
        if (definition.ref().name().equals(name.text()) && definition.ref().type() != Type.BOOL) {
          String instead = ": not Boolean by its form: write (" + name.text() + ") = TRUE";
          definitions.problem(new Problem(name.at(), name.text() + instead));
        }
      }
    }
  }

  private void refuse(SemanticNode node, String construct, String instead) {
    definitions.problem(new Problem(Refusal.position(node), construct + ": write " + instead));
  }

  /** A module that is extended in two ways is in SANY's list twice. */
  private List<Assumption> assumptions() {
    List<Assumption> assumptions = new ArrayList<>();
    Set<Position> seen = new HashSet<>();
    for (AssumeNode node : root.getAssumptions()) {
      Position at = Refusal.position(node);
      if (!seen.add(at)) {
        continue;
      }
      if (Builtins.isStandardModule(node.getLocation().source())) {
        continue;
      }
      if (graph.level(node.getAssume()) > 0) {
        refuse(node, "assumption over an operator whose replacement needs a state", "it without");
      }
      Scope.Home home = new Scope.Home("", node.getLocation().source(), 0);
      definitions.attempt(() -> {
        Expr condition = new Expressions(definitions).expr(node.getAssume(), Scope.of(home));
        String name = node.getDef() == null ? at.toString() : Definitions.name(node.getDef());
        assumptions.add(new Assumption(name, at, condition));
      });
    }
    assumptions.sort(Comparator.comparing(Assumption::at));
    return assumptions;
  }

  private static List<String> names(OpDeclNode[] declarations) {
    return inOrder(declarations).stream().map(Definitions::name).toList();
  }

  /** SANY hands declarations out in the order of a hash table. */
  private static List<OpDeclNode> inOrder(OpDeclNode[] declarations) {
    return Arrays.stream(declarations)
        .sorted(Comparator.comparing((OpDeclNode d) -> Refusal.position(d)))
        .toList();
  }
}
