package org.spaprtce.compiler.front;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * Which definitions of a module use which, and what each then depends on. A definition that can be
 * replaced depends on whatever its replacements depend on.
 */
final class CallGraph {
  private static final int STATE_LEVEL = 1;
  private static final int ACTION_LEVEL = 2;
  private static final Set<String> PRIMING = Set.of("'", "UNCHANGED");

  private final Map<OpDefNode, Set<OpDefNode>> callees = new HashMap<>();
  private final Map<OpDefNode, Integer> levels = new HashMap<>();
  private final Map<OpDefNode, Boolean> expanded = new HashMap<>();
  private Map<OpDefNode, List<OpDefNode>> replacements = Map.of();

  /** Makes definitions depend on these others from now on. */
  void replace(Map<OpDefNode, List<OpDefNode>> all) {
    replacements = all;
    levels.clear();
    expanded.clear();
  }

  /** What the text under a node applies. */
  private static void collect(SemanticNode node, Set<SymbolNode> found) {
    switch (node) {
      case OpApplNode application -> found.add(application.getOperator());
      case OpArgNode argument -> found.add(argument.getOp());
      default -> {}
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        if (child != null) {
          collect(child, found);
        }
      }
    }
  }

  private static Set<SymbolNode> applied(SemanticNode node) {
    Set<SymbolNode> found = new LinkedHashSet<>();
    collect(node, found);
    return found;
  }

  private static boolean isInModule(OpDefNode definition) {
    return definition.getKind() == ASTConstants.UserDefinedOpKind
        && !Definitions.isStandard(definition);
  }

  /** The definitions of modules, but for the tools' own, that the text under a node applies. */
  private static Set<OpDefNode> definitions(SemanticNode node) {
    return applied(node).stream()
        .filter(OpDefNode.class::isInstance)
        .map(OpDefNode.class::cast)
        .filter(CallGraph::isInModule)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The level of a text by what it names itself. SANY's own level takes the bodies of the standard
   * modules seriously, some of which leave out their parameters.
   */
  private static int ownLevel(ExprNode node) {
    int level = node.getLevel();
    for (SymbolNode symbol : applied(node)) {
      if (symbol.getKind() == ASTConstants.VariableDeclKind) {
        level = Math.max(level, STATE_LEVEL);
      } else if (PRIMING.contains(Definitions.name(symbol))) {
        level = Math.max(level, ACTION_LEVEL);
      }
    }
    return level;
  }

  /**
   * Whether a definition is translated where it is applied only: an action with an operator as
   * parameter, or one that primes a parameter.
   */
  boolean isExpanded(OpDefNode node) {
    return expanded.computeIfAbsent(
        node,
        definition ->
            level(definition) == ACTION_LEVEL
                && (Expressions.hasOperatorParameter(definition)
                    || primesOneOf(definition.getBody(), Set.of(definition.getParams()))));
  }

  /** Whether a prime stands over a parameter, or over a variable that it stands for. */
  boolean primes(OpDefNode definition, FormalParamNode parameter) {
    return primesOneOf(definition.getBody(), Set.of(parameter));
  }

  private static boolean primesOneOf(SemanticNode text, Set<FormalParamNode> parameters) {
    return anyPart(text, node -> isPrime(node, parameters));
  }

  private static boolean isPrime(SemanticNode node, Set<FormalParamNode> parameters) {
    return switch (node) {
      case OpApplNode application ->
          PRIMING.contains(Definitions.name(application.getOperator()))
              && applied(node).stream().anyMatch(parameters::contains);
      case SubstInNode instance ->
          Arrays.stream(instance.getSubsts()).anyMatch(s -> isVariableFor(s, parameters));
      default -> false;
    };
  }

  /** Whether a text, or a part of it, is such. */
  static boolean anyPart(SemanticNode text, Predicate<SemanticNode> such) {
    SemanticNode[] children = text.getChildren();
    return such.test(text)
        || (children != null
            && Arrays.stream(children).anyMatch(child -> child != null && anyPart(child, such)));
  }

  /** Whether a variable of an instance is what a parameter says. */
  private static boolean isVariableFor(Subst substitution, Set<FormalParamNode> parameters) {
    return substitution.getOp().getKind() == ASTConstants.VariableDeclKind
        && applied(substitution.getExpr()).stream().anyMatch(parameters::contains);
  }

  private Set<OpDefNode> callees(OpDefNode node) {
    return callees.computeIfAbsent(node, definition -> definitions(definition.getBody()));
  }

  /** Whether the text of a definition, or of what it uses, applies a definition. */
  boolean reaches(OpDefNode from, OpDefNode to) {
    Set<OpDefNode> seen = new HashSet<>();
    reach(callees(from), seen);
    return seen.contains(to);
  }

  private void reach(Set<OpDefNode> from, Set<OpDefNode> seen) {
    for (OpDefNode node : from) {
      if (seen.add(node)) {
        reach(callees(node), seen);
      }
    }
  }

  /** Whether the text of a definition, or of what it uses, names a symbol. */
  boolean names(OpDefNode from, SymbolNode symbol) {
    Set<OpDefNode> seen = new HashSet<>(Set.of(from));
    reach(callees(from), seen);
    return seen.stream().anyMatch(node -> applied(node.getBody()).contains(symbol));
  }

  /** The level of a definition: 0 constant, 1 state, 2 action, 3 temporal. */
  int level(OpDefNode node) {
    return levels.computeIfAbsent(node, definition -> level(List.of(definition)));
  }

  /** The level of an expression. */
  int level(ExprNode node) {
    return Math.max(ownLevel(node), level(definitions(node)));
  }

  /** The highest level of some definitions, of what replaces them and of what they use. */
  private int level(Collection<OpDefNode> roots) {
    Set<OpDefNode> seen = new HashSet<>(roots);
    Deque<OpDefNode> open = new ArrayDeque<>(roots);
    int level = 0;
    while (!open.isEmpty()) {
      OpDefNode node = open.remove();
      level = Math.max(level, Math.max(node.getLevel(), ownLevel(node.getBody())));
      Stream.concat(callees(node).stream(), replacements.getOrDefault(node, List.of()).stream())
          .filter(seen::add)
          .forEach(open::add);
    }
    return level;
  }
}
