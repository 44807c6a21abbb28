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
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.Roots;
import org.spaprtce.compiler.Substitution;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Assumption;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.SpecModule;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.InstanceNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/** Reads a TLA+ module with all that it extends into the intermediate form. */
public final class SpecReader {
  private static final int ACTION_LEVEL = 2;

  private final ModuleNode root;
  private final Set<String> tlcOnly;
  private final Roots roots;

  /** Operators that give a constant its value. */
  private final Set<String> values = new HashSet<>();

  private final List<OpDefNode> operators;
  private final CallGraph graph = new CallGraph();
  private final Map<OpDefNode, List<OpDefNode>> replacements;
  private final Definitions definitions;

  private SpecReader(ModuleNode root, Options options) {
    this.root = root;
    this.tlcOnly = options.tlcOnly();
    this.roots = options.roots();
    this.operators = operators(root);
    Set<String> constants = Set.copyOf(names(root.getConstantDecls()));
    List<Substitution> ofOperators = new ArrayList<>();
    for (Substitution substitution : options.substitutions()) {
      if (constants.contains(substitution.operator())) {
        values.add(substitution.replacement());
      } else {
        ofOperators.add(substitution);
      }
    }
    this.replacements = Substitutions.read(ofOperators, operators, tlcOnly, graph);
    graph.replace(replacements);
    this.definitions = new Definitions(root.getVariableDecls(), tlcOnly, graph, replacements);
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
    if (!roots.onlyThese()) {
      refuseInstances();
    }
    refuseUnknownNames();
    for (OpDefNode operator : operators) {
      String name = Definitions.name(operator);
      if (!tlcOnly.contains(name) && (roots.wants(name) || values.contains(name))) {
        compile(operator);
      }
    }
    definitions.finishReplacements();
    definitions.finishSteps();
    definitions.finishReplacements();
    List<Assumption> assumptions = roots.onlyThese() ? List.of() : assumptions();
    List<String> constants = names(root.getConstantDecls());
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
        roots.init(),
        roots.next(),
        replaceable());
  }

  private Map<String, List<String>> replaceable() {
    Map<String, List<String>> names = new TreeMap<>();
    replacements.forEach((operator, others) ->
        names.put(Definitions.name(operator), others.stream().map(Definitions::name).toList()));
    return names;
  }

  private void compile(OpDefNode operator) {
    boolean action = graph.level(operator) == ACTION_LEVEL;
    boolean plain = Arrays.stream(operator.getParams()).allMatch(p -> p.getArity() == 0);
    boolean behaviour = roots.isBehaviour(Definitions.name(operator));
    if (!action && !behaviour) {
      definitions.export(operator);
    }
    if (action && !plain) {
      refuse(operator, "action with an operator parameter", "a LAMBDA-free action");
    } else if (action && !behaviour) {
      definitions.useAsStep(Role.ACTION, operator, operator);
    }
    if (operator.getArity() == 0 && Definitions.name(operator).equals(roots.init())) {
      definitions.useAsStep(Role.INIT, operator, operator);
    }
    if (operator.getArity() == 0 && Definitions.name(operator).equals(roots.next())) {
      definitions.useAsStep(Role.NEXT, operator, operator);
    }
  }

  /** The operators of the module and of what it extends, without the tools' own, in text order. */
  private static List<OpDefNode> operators(ModuleNode root) {
    return Arrays.stream(root.getOpDefs())
        .filter(d -> d.getKind() == ASTConstants.UserDefinedOpKind)
        .filter(d -> !Builtins.isStandardModule(module(d)))
        .filter(d -> !Definitions.name(d).contains("!"))
        .sorted(Comparator.comparing(Refusal::position))
        .toList();
  }

  private static String module(OpDefNode operator) {
    return Definitions.name(operator.getOriginallyDefinedInModuleNode());
  }

  private void refuseUnknownNames() {
    Set<String> unknown = new HashSet<>(tlcOnly);
    operators.forEach(operator -> unknown.remove(Definitions.name(operator)));
    for (String name : unknown) {
      definitions.problem(
          new Problem(
              Position.inModule(Definitions.name(root), 1, 1),
              "--tlc-only " + name + ": there is no such operator, take the name away"));
    }
  }

  private void refuseInstances() {
    List<ModuleNode> modules = new ArrayList<>(root.getExtendedModuleSet());
    modules.add(root);
    for (ModuleNode module : modules) {
      if (Builtins.isStandardModule(Definitions.name(module))) {
        continue;
      }
      for (InstanceNode instance : module.getInstances()) {
        refuse(instance, "INSTANCE", "EXTENDS, or keep it in a module that is not compiled");
      }
      for (OpDefNode operator : module.getOpDefs()) {
        if (operator.getKind() == ASTConstants.ModuleInstanceKind) {
          refuse(operator, "INSTANCE", "EXTENDS, or keep it in a module that is not compiled");
        }
      }
    }
    for (OpDeclNode constant : root.getConstantDecls()) {
      if (constant.getArity() > 0) {
        refuse(constant, "constant operator", "a constant function");
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
      definitions.attempt(() -> {
        Expr condition = new Expressions(definitions).expr(node.getAssume(), Scope.EMPTY);
        String name = node.getDef() == null ? at.toString() : Definitions.name(node.getDef());
        assumptions.add(new Assumption(name, at, condition));
      });
    }
    assumptions.sort(Comparator.comparing(Assumption::at));
    return assumptions;
  }

  /** SANY hands declarations out in the order of a hash table. */
  private static List<String> names(OpDeclNode[] declarations) {
    return Arrays.stream(declarations)
        .sorted(Comparator.comparing((SymbolNode d) -> Refusal.position(d)))
        .map(Definitions::name)
        .toList();
  }
}
