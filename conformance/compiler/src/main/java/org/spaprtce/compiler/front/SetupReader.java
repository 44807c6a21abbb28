package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.spaprtce.compiler.Assignment;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Configuration.Name;
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.Substitution;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Settings;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.OpDefOrDeclNode;

/** Finds out what options mean for a module, and refuses what makes no sense there. */
final class SetupReader {
  private static final int ACTION_LEVEL = 2;
  private static final int TEMPORAL_LEVEL = 3;

  private final ModuleNode root;
  private final Options options;
  private final Configuration configuration;
  private final CallGraph graph;
  private final List<OpDefNode> operators;
  private final Map<String, OpDefNode> byName = new TreeMap<>();
  private final Map<String, OpDefNode> constants = new TreeMap<>();
  private final Map<String, String> values = new TreeMap<>();
  private final Set<OpDefNode> assigned = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private SetupReader(ModuleNode root, Options options, CallGraph graph) {
    this.root = root;
    this.options = options;
    this.configuration = options.configuration();
    this.graph = graph;
    this.operators = operators(root);
    operators.forEach(operator -> byName.put(Definitions.name(operator), operator));
  }

  /** A setup, and the part of it that the class is told. */
  record Result(Setup setup, Settings settings) {}

  /**
   * Reads the options of a module.
   *
   * @throws CompileException with every line of the configuration that makes no sense
   */
  static Result read(ModuleNode root, Options options, CallGraph graph) {
    return new SetupReader(root, options, graph).read();
  }

  private Result read() {
    unknownTlcOnly();
    unknownNames();
    List<Substitution> replaced = substitutedConstants();
    configuration.assignments().forEach(this::assign);
    Set<String> tlcOnly = tlcOnly();
    Map<OpDefNode, List<OpDefNode>> replacements =
        Substitutions.read(replaced, operators, tlcOnly, graph, problems);
    graph.replace(replacements);
    Settings settings = settings(replacements, tlcOnly);
    if (!problems.isEmpty()) {
      throw new CompileException(problems);
    }
    Setup setup = new Setup(operators, tlcOnly, replacements, constants, assigned);
    return new Result(setup, settings);
  }

  /** The operators of the module and of what it extends, without the tools' own, in text order. */
  private static List<OpDefNode> operators(ModuleNode root) {
    return Arrays.stream(root.getOpDefs())
        .filter(d -> d.getKind() == ASTConstants.UserDefinedOpKind)
        .filter(d -> !Definitions.isStandard(d))
        .filter(d -> Instances.prefix(d).isEmpty())
        .sorted(
            Comparator.comparing((OpDefNode d) -> Refusal.position(d))
                .thenComparing(Definitions::name))
        .toList();
  }

  private void problem(Position at, String message) {
    problems.add(new Problem(at, message));
  }

  private void unknownTlcOnly() {
    for (String name : options.tlcOnly()) {
      if (!byName.containsKey(name)) {
        Position at = Position.inModule(Definitions.name(root), 1, 1);
        problem(at, "--tlc-only " + name + ": there is no such operator, take the name away");
      }
    }
  }

  /** The constant of that name, or the operator of a standard module, which can take its place. */
  private Optional<OpDefOrDeclNode> constant(String name) {
    for (OpDeclNode declared : root.getConstantDecls()) {
      if (Definitions.name(declared).equals(name)) {
        return Optional.of(declared);
      }
    }
    OpDefNode standard = byName.containsKey(name) ? null : root.getOpDef(name);
    return Optional.ofNullable(standard)
        .filter(d -> d.getKind() == ASTConstants.UserDefinedOpKind)
        .filter(Definitions::isStandard)
        .map(OpDefOrDeclNode.class::cast);
  }

  /** Takes the constants out of the substitutions, and gives the others. */
  private List<Substitution> substitutedConstants() {
    List<Substitution> others = new ArrayList<>();
    for (Substitution line : configuration.substitutions()) {
      Optional<OpDefOrDeclNode> constant = constant(line.operator());
      if (constant.isPresent()) {
        substitute(line, constant.get());
      } else {
        others.add(line);
      }
    }
    return others;
  }

  private void substitute(Substitution line, OpDefOrDeclNode constant) {
    OpDefNode definition = byName.get(line.replacement());
    String names = line.operator() + " <- " + line.replacement();
    if (definition == null) {
      problem(
          line.at(),
          line.replacement() + ": the spec defines no such operator, name one that it does");
    } else if (definition.getArity() != constant.getArity()) {
      problem(
          line.at(),
          names
              + ": parameters differ, "
              + constant.getArity()
              + " and "
              + definition.getArity()
              + ": give both the same");
    } else if (graph.level(definition) > 0) {
      problem(
          line.at(), names + ": the value of a constant needs no state: use constants only there");
    } else if (graph.names(definition, constant)) {
      problem(line.at(), names + ": the definition uses the constant: use another one there");
    } else {
      OpDefNode known = constants.put(line.operator(), definition);
      if (known != null && !known.equals(definition)) {
        problem(line.at(), names + ": the constant is replaced twice: take one line away");
      }
    }
  }

  private void assign(Assignment line) {
    Optional<OpDefOrDeclNode> constant = constant(line.name()).filter(OpDeclNode.class::isInstance);
    OpDefNode definition = byName.get(line.name());
    if (constant.isEmpty() && definition == null) {
      problem(
          line.at(), line.name() + ": the spec has no such constant, name one that it declares");
    } else if (constant.map(OpDefOrDeclNode::getArity).orElse(0) > 0
        || (definition != null && definition.getArity() > 0)) {
      problem(line.at(), line.name() + " has parameters: write " + line.name() + " <- an operator");
    } else if (constants.containsKey(line.name())) {
      problem(line.at(), line.name() + " is replaced, too: take one line away");
    } else {
      String known = values.put(line.name(), line.value());
      if (known != null && !known.equals(line.value())) {
        problem(line.at(), line.name() + " has another value, too: take one line away");
      }
      if (definition != null) {
        assigned.add(definition);
      }
    }
  }

  /** The operators that are left out: those named so, and the temporal ones that TLC checks. */
  private Set<String> tlcOnly() {
    Set<String> names = new HashSet<>(options.tlcOnly());
    List<Name> temporal = new ArrayList<>(configuration.names(Section.SPECIFICATION));
    temporal.addAll(configuration.names(Section.PROPERTY));
    for (Name name : temporal) {
      OpDefNode formula = byName.get(name.text());
      if (formula == null) {
        problem(name.at(), name.text() + ": the spec defines no such operator, name one it does");
        continue;
      }
      operators.stream()
          .filter(o -> graph.level(o) == TEMPORAL_LEVEL)
          .filter(o -> o.equals(formula) || graph.reaches(formula, o))
          .forEach(o -> names.add(Definitions.name(o)));
    }
    return names;
  }

  private Settings settings(Map<OpDefNode, List<OpDefNode>> replacements, Set<String> tlcOnly) {
    Optional<String> init = entry(Section.INIT, "Init", ACTION_LEVEL - 1);
    Optional<String> next = entry(Section.NEXT, "Next", ACTION_LEVEL);
    List<Name> specifications = configuration.names(Section.SPECIFICATION);
    if (!specifications.isEmpty()) {
      Name name = specifications.getFirst();
      OpDefNode formula = byName.get(name.text());
      if (specifications.size() > 1
          || !configuration.names(Section.INIT).isEmpty()
          || !configuration.names(Section.NEXT).isEmpty()) {
        problem(name.at(), name.text() + ": beside another formula or INIT, NEXT: write one");
      } else if (formula != null) {
        Specification parts = Specification.of(formula, operators);
        init = parts.init();
        next = parts.next();
        if (init.isEmpty() || next.isEmpty()) {
          problem(
              name.at(),
              name.text()
                  + " is not Init /\\ [][Next]_vars with names for both: define it so, or write"
                  + " INIT and NEXT");
        }
      }
    }
    Map<String, String> chosen = new TreeMap<>();
    replacements.forEach((operator, others) ->
        chosen.put(Definitions.name(operator), Definitions.name(others.getFirst())));
    return new Settings(
        init.filter(name -> !tlcOnly.contains(name)),
        next.filter(name -> !tlcOnly.contains(name)),
        values,
        chosen,
        predicates(Section.INVARIANT));
  }

  /** Refuses names that no operator has in the sections that only TLC uses. */
  private void unknownNames() {
    for (Section section :
        List.of(Section.CONSTRAINT, Section.ACTION_CONSTRAINT, Section.SYMMETRY, Section.VIEW)) {
      for (Name name : configuration.names(section)) {
        if (!byName.containsKey(name.text())) {
          problem(
              name.at(),
              name.text() + ": the spec defines no such operator, name one that it does");
        }
      }
    }
  }

  /** The operator that a section names, or the one that is called so. */
  private Optional<String> entry(Section section, String usual, int level) {
    List<Name> names = configuration.names(section);
    if (names.isEmpty()) {
      OpDefNode found = byName.get(usual);
      return found != null && found.getArity() == 0 ? Optional.of(usual) : Optional.empty();
    }
    Name name = names.getLast();
    OpDefNode found = byName.get(name.text());
    if (names.size() > 1) {
      problem(name.at(), section + " names two operators: name one");
    } else if (found == null || found.getArity() > 0) {
      problem(
          name.at(),
          name.text() + ": the spec defines no such operator without parameters, name one");
    } else if (graph.level(found) > level) {
      problem(name.at(), name.text() + " is no formula for " + section + ": name another one");
    }
    return Optional.of(name.text());
  }

  /** The names of a section, each an operator without parameters. */
  private List<String> predicates(Section section) {
    List<String> names = new ArrayList<>();
    for (Name name : configuration.names(section)) {
      OpDefNode found = byName.get(name.text());
      if (found == null || found.getArity() > 0 || graph.level(found) >= ACTION_LEVEL) {
        problem(
            name.at(),
            name.text() + ": the spec defines no such predicate of a state, name one that it does");
      } else if (!names.contains(name.text())) {
        names.add(name.text());
      }
    }
    return names;
  }
}
