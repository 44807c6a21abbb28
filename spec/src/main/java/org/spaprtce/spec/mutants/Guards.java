package org.spaprtce.spec.mutants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * The guards of a norm, taken apart.
 *
 * <p>A guard is the condition of a {@code Check}, the condition under which a list of checks is
 * made, a part of an action that speaks of one state only, and every operator that any of these is
 * made of. What is removed is, one at a time,
 *
 * <ul>
 *   <li>a check: its condition becomes FALSE,
 *   <li>the call of an operator that is a list of checks: it becomes the empty list,
 *   <li>a conjunct: it becomes TRUE; so does what a quantifier, CHOOSE or a set's filter says where
 *       it is not a list of conjuncts or disjuncts,
 *   <li>a disjunct, and either side of an implication, as the disjunction that it is,
 *   <li>the choice between two lists of checks: its condition becomes TRUE, and FALSE.
 * </ul>
 */
final class Guards {
  private static final String CHECK = "Check";
  private static final String CHECKS = "Checks";
  private static final int CONDITION = 3;
  private static final String TRUE = "TRUE";
  private static final String FALSE = "FALSE";
  private static final String NO_CHECKS = "<< >>";
  private static final Set<String> CONJUNCTION = Set.of("$ConjList", "\\land");
  private static final Set<String> DISJUNCTION = Set.of("$DisjList", "\\lor");
  private static final String IMPLICATION = "=>";
  private static final String CHOICE = "$IfThenElse";
  private static final Set<String> BINDERS =
      Set.of("$BoundedExists", "$BoundedForall", "$BoundedChoose", "$SubsetOf");

  private record Place(Mutant.Range range, String module, String operator, String becomes) {}

  private final Map<String, List<String>> texts;
  private final Map<String, OpDefNode> operators = new LinkedHashMap<>();
  private final Set<String> lists = new TreeSet<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private final Deque<OpDefNode> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private String module = "";
  private String operator = "";

  private Guards(ModuleNode root, Map<String, String> texts) {
    this.texts = new HashMap<>();
    texts.forEach((name, text) -> this.texts.put(name, Arrays.asList(text.split("\n", -1))));
    for (OpDefNode definition : root.getOpDefs()) {
      if (texts.containsKey(moduleOf(definition)) && definition.getBody() != null) {
        operators.put(definition.getName().toString(), definition);
      }
    }
  }

  /**
   * Every removal, in the order of the text.
   *
   * @param root the norm, parsed
   * @param texts the text of each module that may be changed, by name
   * @throws IllegalArgumentException if the norm has no operator Checks or no Check
   */
  static List<Mutant> mutants(ModuleNode root, Map<String, String> texts) {
    Guards guards = new Guards(root, texts);
    guards.findLists();
    for (String name : guards.lists) {
      OpDefNode list = guards.operator(name);
      guards.enter(list);
      guards.list(list.getBody());
    }
    guards.actions();
    while (!guards.waiting.isEmpty()) {
      OpDefNode next = guards.waiting.remove();
      guards.enter(next);
      guards.guard(next.getBody());
    }
    return guards.numbered();
  }

  /** Operators that Checks is made of and that contain a Check. */
  private void findLists() {
    OpDefNode checks = operators.get(CHECKS);
    if (checks == null || !operators.containsKey(CHECK)) {
      throw new IllegalArgumentException("operators=" + operators.keySet() + ": no Checks");
    }
    isList(checks, new HashMap<>());
    if (lists.isEmpty()) {
      throw new IllegalArgumentException("Checks contains no Check");
    }
  }

  private boolean isList(OpDefNode definition, Map<String, Boolean> known) {
    String name = definition.getName().toString();
    Boolean before = known.putIfAbsent(name, false);
    if (before != null) {
      return before;
    }
    boolean found = false;
    for (OpApplNode call : calls(definition.getBody())) {
      String called = call.getOperator().getName().toString();
      OpDefNode next = called.equals(CHECK) ? null : operators.get(called);
      found |= called.equals(CHECK) || (next != null && isList(next, known));
    }
    known.put(name, found);
    if (found) {
      lists.add(name);
    }
    return found;
  }

  private static List<OpApplNode> calls(SemanticNode node) {
    List<OpApplNode> calls = new ArrayList<>();
    if (node instanceof OpApplNode call) {
      calls.add(call);
    }
    children(node).forEach(child -> calls.addAll(calls(child)));
    return calls;
  }

  /** The conjuncts of actions that speak of one state. */
  private void actions() {
    for (OpDefNode action : operators.values()) {
      if (action.getLevel() == LevelConstants.ActionLevel
          && action.getBody() instanceof OpApplNode body
          && CONJUNCTION.contains(name(body))) {
        enter(action);
        for (ExprOrOpArgNode part : body.getArgs()) {
          if (((LevelNode) part).getLevel() < LevelConstants.ActionLevel) {
            remove(part, TRUE);
            guard(part);
          }
        }
      }
    }
  }

  private void enter(OpDefNode definition) {
    module = moduleOf(definition);
    operator = definition.getName().toString();
  }

  private void list(SemanticNode node) {
    if (!(node instanceof OpApplNode call)) {
      children(node).forEach(this::list);
      return;
    }
    String name = name(call);
    if (name.equals(CHECK)) {
      remove(call.getArgs()[CONDITION], FALSE);
      guard(call.getArgs()[CONDITION]);
    } else if (name.equals(CHOICE)) {
      ExprOrOpArgNode condition = call.getArgs()[0];
      remove(condition, TRUE);
      remove(condition, FALSE);
      guard(condition);
      list(call.getArgs()[1]);
      list(call.getArgs()[2]);
    } else if (lists.contains(name)) {
      remove(call, NO_CHECKS);
      Stream.of(call.getArgs()).forEach(this::guard);
    } else {
      follow(call.getOperator());
      children(call).forEach(this::list);
    }
  }

  private void guard(SemanticNode node) {
    if (node instanceof OpApplNode call) {
      String name = name(call);
      if (CONJUNCTION.contains(name)) {
        Stream.of(call.getArgs()).forEach(part -> unlessNested(part, CONJUNCTION, TRUE));
      } else if (DISJUNCTION.contains(name)) {
        Stream.of(call.getArgs()).forEach(part -> unlessNested(part, DISJUNCTION, FALSE));
      } else if (name.equals(IMPLICATION)) {
        remove(call.getArgs()[0], TRUE);
        remove(call.getArgs()[1], FALSE);
      } else if (BINDERS.contains(name) && !isJunction(call.getArgs()[0])) {
        remove(call.getArgs()[0], TRUE);
      }
      follow(call.getOperator());
    }
    children(node).forEach(this::guard);
  }

  private void unlessNested(SemanticNode part, Set<String> connective, String becomes) {
    if (!(part instanceof OpApplNode call) || !connective.contains(name(call))) {
      remove(part, becomes);
    }
  }

  private static boolean isJunction(SemanticNode node) {
    return node instanceof OpApplNode call
        && (CONJUNCTION.contains(name(call))
            || DISJUNCTION.contains(name(call))
            || IMPLICATION.equals(name(call)));
  }

  private void follow(@Nullable SymbolNode symbol) {
    if (symbol instanceof OpDefNode definition) {
      String name = definition.getName().toString();
      if (definition.equals(operators.get(name)) && !lists.contains(name) && seen.add(name)) {
        waiting.add(definition);
      }
    }
  }

  private void remove(SemanticNode node, String becomes) {
    var at = node.getTreeNode().getLocation();
    if (!texts.containsKey(module) || !at.source().equals(module)) {
      throw new IllegalStateException("module=" + module + " at=" + at);
    }
    Mutant.Range range =
        new Mutant.Range(at.beginLine(), at.beginColumn(), at.endLine(), at.endColumn());
    if (!text(range).equals(becomes)) {
      places.add(new Place(range, module, operator, becomes));
    }
  }

  private String text(Mutant.Range range) {
    List<String> lines = texts.getOrDefault(module, List.of());
    return range.of(lines).replaceAll("\\s+", " ").strip();
  }

  private List<Mutant> numbered() {
    List<Mutant> mutants = new ArrayList<>();
    for (Place place : places) {
      module = place.module();
      String text = text(place.range());
      mutants.add(new Mutant(module, place.operator(), text, place.becomes(), 1, place.range()));
    }
    mutants.sort(Mutant.BY_PLACE);
    Map<String, Integer> counts = new HashMap<>();
    mutants.replaceAll(mutant ->
        new Mutant(
            mutant.module(),
            mutant.operator(),
            mutant.text(),
            mutant.becomes(),
            counts.merge(mutant.key(), 1, Integer::sum),
            mutant.range()));
    return List.copyOf(mutants);
  }

  private OpDefNode operator(String name) {
    OpDefNode definition = operators.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("operator=" + name);
    }
    return definition;
  }

  private static String name(OpApplNode call) {
    return call.getOperator().getName().toString();
  }

  private static String moduleOf(OpDefNode definition) {
    return definition.getOriginallyDefinedInModuleNode().getName().toString();
  }

  private static List<SemanticNode> children(SemanticNode node) {
    return switch (node) {
      case LetInNode let ->
          Stream.<SemanticNode>concat(
                  Stream.of(let.getLets()).map(OpDefNode::getBody), Stream.of(let.getBody()))
              .toList();
      case OpArgNode argument
          when argument.getOp() instanceof OpDefNode lambda
              && lambda.getName().toString().equals("LAMBDA") ->
          List.of(lambda.getBody());
      case OpApplNode call -> {
        List<SemanticNode> children = new ArrayList<>();
        if (call.getBdedQuantBounds() != null) {
          children.addAll(Arrays.asList(call.getBdedQuantBounds()));
        }
        for (ExprOrOpArgNode argument : call.getArgs()) {
          // OTHER and the record of an EXCEPT may be absent.
          if (argument != null) {
            children.add(argument);
          }
        }
        yield children;
      }
      default -> List.of();
    };
  }
}
