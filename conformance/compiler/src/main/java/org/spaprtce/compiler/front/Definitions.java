package org.spaprtce.compiler.front;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.ir.ActionDefinition;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * The definitions of a module, each translated when it is first used, and what went wrong with
 * them.
 */
final class Definitions {
  private record Key(ActionDefinition.Role role, OpDefNode node) {}

  private static final int ACTION_LEVEL = 2;

  private final Set<String> variables = new HashSet<>();
  private final Instances instances;
  private final Setup setup;
  private final Set<String> tlcOnly;
  private final CallGraph graph;
  private final Map<OpDefNode, List<OpDefNode>> replacements;
  private final Map<OpDefNode, Definition.Ref> refs = new HashMap<>();
  private final Set<Key> queued = new HashSet<>();
  private final Deque<Key> queue = new ArrayDeque<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<ActionDefinition> actions = new ArrayList<>();
  private final Set<Problem> problems = new TreeSet<>();
  private int symbols;

  Definitions(ModuleNode root, Setup setup, CallGraph graph) {
    Arrays.stream(root.getVariableDecls()).forEach(v -> this.variables.add(name(v)));
    this.instances = new Instances(root);
    this.setup = setup;
    this.tlcOnly = setup.tlcOnly();
    this.graph = graph;
    this.replacements = setup.replacements();
  }

  Instances instances() {
    return instances;
  }

  /** The definition that the configuration puts in the place of a constant. */
  @Nullable OpDefNode constant(String name) {
    return setup.constants().get(name);
  }

  /** Whether the configuration gives a definition another value. */
  boolean isAssigned(OpDefNode definition) {
    return setup.assigned().contains(definition);
  }

  /** Whether a definition makes sense only where it is applied. */
  boolean isExpanded(OpDefNode definition) {
    return graph.isExpanded(definition);
  }

  /** Whether a definition is one of the tools' own modules. */
  static boolean isStandard(OpDefNode definition) {
    return Builtins.isStandardModule(
        name(Instances.source(definition).getOriginallyDefinedInModuleNode()));
  }

  /** Whether an operator primes one of its parameters. */
  boolean primes(OpDefNode definition, FormalParamNode parameter) {
    return graph.primes(definition, parameter);
  }

  /** Whether the configuration puts others in the place of a definition. */
  boolean isReplaced(OpDefNode definition) {
    return replacements.containsKey(definition) || isAssigned(definition);
  }

  static String name(SymbolNode symbol) {
    return symbol.getName().toString();
  }

  boolean isVariable(SymbolNode symbol) {
    return symbol instanceof OpDeclNode && variables.contains(name(symbol));
  }

  /** The level of an expression, with regard to what can replace the operators in it. */
  int level(ExprNode node) {
    return Math.max(node.getLevel(), graph.level(node));
  }

  /** The level of a definition likewise. */
  int level(OpDefNode node) {
    return Math.max(node.getLevel(), graph.level(node));
  }

  Symbol symbol(SymbolNode node) {
    return symbol(name(node));
  }

  Symbol symbol(String name) {
    return new Symbol(name, ++symbols);
  }

  /** Runs a translation; a refusal becomes a problem. */
  void attempt(Runnable translation) {
    try {
      translation.run();
    } catch (Refusal refusal) {
      problems.add(refusal.problem());
    }
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** The definition that a node applies, translated if it has not been. */
  Definition.Ref use(OpDefNode node, SemanticNode user) {
    if (tlcOnly.contains(name(node))) {
      throw Refusal.of(
          user,
          "use of " + name(node) + ", which is for TLC only",
          "list the user as well, or define it without");
    }
    return translated(node);
  }

  /** Translates a definition as an expression unless that has been done. */
  private Definition.Ref translated(OpDefNode node) {
    Definition.Ref known = refs.get(node);
    if (known != null) {
      return known;
    }
    Definition.Ref open = ref(node, Type.VALUE);
    refs.put(node, open);
    attempt(() -> translate(node));
    return refs.getOrDefault(node, open);
  }

  void export(OpDefNode node) {
    Definition.Ref unused = translated(node);
    assert unused.name().equals(instances.uniqueName(node));
  }

  private void translate(OpDefNode node) {
    if (node.getLevel() > ACTION_LEVEL) {
      throw Refusal.of(
          node, "temporal formula " + name(node), "name it in --tlc-only, or move it to a model");
    }
    List<Parameter> parameters = new ArrayList<>();
    Scope scope = parameters(node, parameters);
    Expr body = new Expressions(this).expr(node.getBody(), scope);
    Type type = node.getInRecursive() ? Type.VALUE : body.type();
    Definition.Ref ref = ref(node, type);
    refs.put(node, ref);
    boolean values = parameters.stream().allMatch(p -> p.arity() == 0);
    definitions.add(
        new Definition(
            ref,
            Refusal.position(node),
            parameters,
            body,
            values && ref.level() != Definition.Level.ACTION && setup.operators().contains(node),
            names(replacements.getOrDefault(node, List.of()))));
  }

  private List<String> names(List<OpDefNode> nodes) {
    return nodes.stream().map(instances::uniqueName).toList();
  }

  private Definition.Ref ref(OpDefNode node, Type type) {
    Definition.Level level =
        switch (graph.level(node)) {
          case 0 -> Definition.Level.CONSTANT;
          case 1 -> Definition.Level.STATE;
          default -> Definition.Level.ACTION;
        };
    return new Definition.Ref(instances.uniqueName(node), level, node.getArity(), type);
  }

  private Scope parameters(OpDefNode node, List<Parameter> parameters) {
    Scope scope = Scope.of(Instances.home(node));
    for (FormalParamNode formal : node.getParams()) {
      Symbol symbol = symbol(formal);
      parameters.add(new Parameter(symbol, formal.getArity()));
      scope =
          scope.with(
              formal,
              formal.getArity() == 0
                  ? new Scope.Meaning.Computed(symbol)
                  : new Scope.Meaning.Applied(symbol));
    }
    return scope;
  }

  /** Makes sure that a definition will be translated as a step in a role. */
  void useAsStep(ActionDefinition.Role role, OpDefNode node, SemanticNode user) {
    if (tlcOnly.contains(name(node))) {
      throw Refusal.of(
          user,
          "use of " + name(node) + ", which is for TLC only",
          "list the user as well, or define it without");
    }
    if (queued.add(new Key(role, node))) {
      queue.add(new Key(role, node));
    }
  }

  /** Translates what can replace a definition that has been translated as an expression. */
  void finishReplacements() {
    int known;
    do {
      known = refs.size();
      replacements.forEach((node, others) -> {
        if (refs.containsKey(node)) {
          others.forEach(this::export);
        }
      });
    } while (refs.size() > known);
  }

  /** Translates the steps that were asked for, and those that these ask for. */
  void finishSteps() {
    while (!queue.isEmpty()) {
      Key key = queue.remove();
      attempt(() -> translateStep(key.role(), key.node()));
    }
  }

  private void translateStep(ActionDefinition.Role role, OpDefNode node) {
    List<Parameter> parameters = new ArrayList<>();
    Scope scope = parameters(node, parameters);
    Steps steps = new Steps(this, role);
    Step body =
        role == ActionDefinition.Role.NEXT
            ? steps.next(node.getBody(), scope, name(node), parameters)
            : steps.step(node.getBody(), scope);
    List<OpDefNode> others = replacements.getOrDefault(node, List.of());
    others.forEach(other -> useAsStep(role, other, other));
    actions.add(
        new ActionDefinition(
            role,
            instances.uniqueName(node),
            Refusal.position(node),
            parameters,
            body,
            names(others)));
  }

  /** What was translated as expressions, in the order of the text. */
  List<Definition> definitions() {
    return definitions.stream()
        .sorted(Comparator.comparing(Definition::at).thenComparing(d -> d.ref().name()))
        .toList();
  }

  /** What was translated as steps, in the order of the text. */
  List<ActionDefinition> actions() {
    return actions.stream()
        .sorted(
            Comparator.comparing(ActionDefinition::role)
                .thenComparing(ActionDefinition::at)
                .thenComparing(ActionDefinition::name))
        .toList();
  }

  Set<Problem> problems() {
    return problems;
  }
}
