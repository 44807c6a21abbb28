package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.ActionDefinition;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Assumption;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Definition.Level;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Settings;
import org.spaprtce.compiler.ir.SpecModule;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Type;

/** Writes a module as a Java class over the oracle's runtime. */
public final class JavaBackend {
  private static final String RUNTIME = "org.spaprtce.oracle.runtime";

  private final SpecModule module;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Recall recall;
  private final Literals literals = new Literals();
  private final Unit unit;
  private final StringBuilder methods = new StringBuilder();
  private final StringBuilder text = new StringBuilder();

  private JavaBackend(SpecModule module) {
    this.module = module;
    module.definitions().forEach(d -> definitions.put(d.ref().name(), d));
    recall = new Recall(definitions);
    unit = new Unit(definitions, literals, new Unit.Loops());
  }

  /**
   * Whether the text could not name a class of the runtime if it were that of a class so called.
   */
  public static boolean isReserved(String className) {
    return Names.CLASSES.contains(className.substring(className.lastIndexOf('.') + 1));
  }

  /**
   * The text of a class.
   *
   * @param className its fully qualified name
   */
  public static String write(SpecModule module, String className) {
    return new JavaBackend(module).classText(className);
  }

  private String classText(String className) {
    int dot = className.lastIndexOf('.');
    String simple = className.substring(dot + 1);
    module.definitions().forEach(this::method);
    module.actions().forEach(this::method);
    module.assumptions().forEach(this::method);
    if (dot > 0) {
      line("package " + className.substring(0, dot) + ";");
      line("");
    }
    line("import " + RUNTIME + ".*;");
    line("import java.util.List;");
    line("import java.util.Map;");
    line("");
    line("/** The TLA+ module " + module.name() + ", compiled; its text is the one to read. */");
    line("public final class " + simple + " extends CompiledModule {");
    fields();
    constructor(simple);
    text.append(methods);
    line("}");
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void fields() {
    for (int i = 0; i < module.variables().size(); i++) {
      String variable = ExpressionWriter.variable(module.variables().get(i));
      line("  private static final int " + variable + " = " + i + ";");
    }
    literals.declarations().forEach(this::line);
    line("");
    if (!module.settings().invariants().isEmpty()) {
      line("  /** The invariants that the configuration names. */");
      String names = list(module.settings().invariants());
      line("  public static final List<String> INVARIANTS = " + names + ";");
      line("");
    }
    module.constants().forEach(constant -> line("  private final Value c_" + constant + ";"));
    module.replaceable().keySet().forEach(o -> line("  private final int " + choice(o) + ";"));
    for (Definition definition : module.definitions()) {
      if (definition.isMemoized()) {
        String name = Names.identifier(definition.ref().name());
        String call = "op_" + name + "()";
        String value = definition.ref().type() == Type.BOOL ? "Values.bool(" + call + ")" : call;
        line("  private final Lazy memo_" + name + " = new Lazy(() -> " + value + ");");
      } else if (recall.keeps(definition)) {
        String name = Names.identifier(definition.ref().name());
        line("  private Memo last_" + name + " = Memo.NONE;");
      }
    }
    literals.keptDeclarations().forEach(this::line);
    line("");
  }

  private void constructor(String simple) {
    if (module.isConfigured()) {
      configured(simple);
    }
    line("  /** Gives the constants their values; all of them, and no other names. */");
    line("  public " + simple + "(Map<String, Value> constants) {");
    line("    this(constants, Map.of());");
    line("  }");
    line("");
    line("  /** Gives the constants their values, and replaces operators by others. */");
    line("  public " + simple + "(");
    line("      Map<String, Value> constants, Map<String, String> substitutions) {");
    line("    super(");
    line("        " + Literals.quoted(module.name()) + ",");
    line("        " + list(module.constants()) + ",");
    line("        " + list(module.variables()) + ",");
    line("        " + replaceable() + ",");
    line("        constants,");
    line("        substitutions);");
    for (String operator : module.replaceable().keySet()) {
      line("    " + choice(operator) + " = choice(" + Literals.quoted(operator) + ");");
    }
    for (String constant : module.constants()) {
      line("    c_" + constant + " = constant(" + Literals.quoted(constant) + ");");
    }
    module.definitions().stream().filter(Definition::exported).forEach(this::register);
    for (ActionDefinition action : module.actions()) {
      if (action.role() == Role.ACTION) {
        register("action", action);
      } else if (module.settings().entry(action.role()).filter(action.name()::equals).isPresent()) {
        register(action.role() == Role.INIT ? "initial" : "next", action);
      }
    }
    for (int i = 0; i < module.assumptions().size(); i++) {
      String name = Literals.quoted(module.assumptions().get(i).name());
      line("    assumption(" + name + ", this::" + assumption(module.assumptions().get(i)) + ");");
    }
    line("  }");
  }

  /** The constructor of the instance that the configuration describes. */
  private void configured(String simple) {
    Settings settings = module.settings();
    boolean plain = settings.values().isEmpty() && settings.substitutions().isEmpty();
    line(plain ? "  /** The module. */" : "  /** The module as its configuration has it. */");
    line("  public " + simple + "() {");
    line("    this(");
    line(
        "        " + map(settings.values(), v -> "Values.parse(" + Literals.quoted(v) + ")") + ",");
    line("        " + map(settings.substitutions(), Literals::quoted) + ");");
    line("  }");
    line("");
  }

  private static String map(Map<String, String> entries, UnaryOperator<String> value) {
    StringJoiner text = new StringJoiner(",\n            ", "Map.ofEntries(", ")");
    entries.forEach(
        (k, v) -> text.add("Map.entry(" + Literals.quoted(k) + ", " + value.apply(v) + ")"));
    return entries.isEmpty() ? "Map.of()" : text.toString();
  }

  /** The operators that can be replaced, by name, and what can replace each. */
  private String replaceable() {
    StringJoiner entries = new StringJoiner(",\n            ", "Map.ofEntries(", ")");
    module
        .replaceable()
        .forEach((operator, others) ->
            entries.add("Map.entry(" + Literals.quoted(operator) + ", " + list(others) + ")"));
    return module.replaceable().isEmpty() ? "Map.of()" : entries.toString();
  }

  /** The field that holds the instance's choice: 0 for the operator's own definition. */
  private static String choice(String operator) {
    return "choice_" + Names.identifier(operator);
  }

  private static String list(List<String> names) {
    return "List.of(" + String.join(", ", names.stream().map(Literals::quoted).toList()) + ")";
  }

  private void register(Definition definition) {
    Definition.Ref ref = definition.ref();
    StringJoiner arguments =
        new StringJoiner(", ", "op_" + Names.identifier(ref.name()) + "(", ")");
    if (ref.level() == Level.STATE) {
      arguments.add("s");
    }
    for (int i = 0; i < ref.arity(); i++) {
      arguments.add("a[" + i + "]");
    }
    String name = Literals.quoted(ref.name());
    String call = arguments.toString();
    if (definition.isMemoized()) {
      String accessor = ref.type() == Type.BOOL ? ".truth()" : ".get()";
      call = "memo_" + Names.identifier(ref.name()) + accessor;
    }
    if (ref.arity() == 0 && ref.type() == Type.BOOL) {
      line("    predicate(" + name + ", s -> " + call + ");");
    } else {
      String value = ref.type() == Type.BOOL ? "Values.bool(" + call + ")" : call;
      line("    operator(" + name + ", " + ref.arity() + ", (s, a) -> " + value + ");");
    }
  }

  private void register(String registration, ActionDefinition action) {
    StringJoiner arguments =
        new StringJoiner(", ", StepWriter.method(action.role(), action.name()) + "(", ", k)");
    if (action.role() != Role.INIT) {
      arguments.add("s");
    }
    arguments.add("n");
    for (int i = 0; i < action.parameters().size(); i++) {
      arguments.add("a[" + i + "]");
    }
    String first =
        switch (action.role()) {
          case ACTION -> Literals.quoted(action.name()) + ", " + action.parameters().size() + ", ";
          case NEXT -> list(transitions()) + ", ";
          case INIT -> "";
        };
    line("    " + registration + "(" + first + "(s, n, a, k) -> " + arguments + ");");
  }

  private List<String> transitions() {
    return module.actions().stream()
        .filter(action -> action.role() == Role.NEXT)
        .map(ActionDefinition::name)
        .toList();
  }

  private ExpressionWriter writer(String state) {
    return new ExpressionWriter(unit, new Names(), state);
  }

  private void method(Definition definition) {
    unit.loops().begin(definition.ref().name());
    ExpressionWriter writer = writer("s");
    Definition.Ref ref = definition.ref();
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    if (ref.level() != Level.CONSTANT) {
      parameters.add("State s");
    }
    if (ref.level() == Level.ACTION) {
      parameters.add("Successor n");
    }
    parameters(definition.parameters(), writer.names(), parameters);
    String type = ref.type() == Type.BOOL ? "boolean" : "Value";
    @Nullable Position truthAt = ref.type() == Type.BOOL ? definition.at() : null;
    List<Code> statements = new ArrayList<>();
    for (String other : definition.replacements()) {
      Expr call = new Expr.Call(found(other).ref(), arguments(definition.parameters()));
      List<Code> replaced = writer.statements(truthAt, call);
      statements.add(chosen(ref.name(), definition.replacements().indexOf(other), replaced));
    }
    statements.addAll(writer.statements(truthAt, definition.body()));
    String name = Names.identifier(ref.name());
    String evaluating = "op_" + name;
    if (recall.keeps(definition)) {
      evaluating = "eval_" + name;
      recalling(definition, type, parameters.toString(), writer.names());
    }
    method(
        definition.at() + " " + ref.name(),
        "private " + type + " " + evaluating + parameters,
        statements);
  }

  /** The method that gives the operator's last value again if it was asked for the same. */
  private void recalling(Definition definition, String type, String parameters, Names names) {
    String name = Names.identifier(definition.ref().name());
    StringJoiner arguments = new StringJoiner(", ", "(", ")");
    StringJoiner noted = new StringJoiner(", ", "(", ")");
    boolean truth = definition.ref().type() == Type.BOOL;
    noted.add(truth ? "Values.bool(value)" : "value");
    arguments.add("s");
    noted.add("s");
    for (Parameter parameter : definition.parameters()) {
      arguments.add(names.of(parameter.symbol()));
      noted.add(names.of(parameter.symbol()));
    }
    String again = truth ? "truth" : "value";
    methods.append("\n  private ").append(type).append(" op_").append(name).append(parameters);
    methods.append(
        """
         {
            final Memo last = last_%1$s;
            if (last.isFor%2$s) {
              return last.%3$s();
            }
            final %4$s value = eval_%1$s%2$s;
            last_%1$s = Memo.of%5$s;
            return value;
          }
        """
            .formatted(name, arguments, again, type, noted));
  }

  private Definition found(String name) {
    return Objects.requireNonNull(definitions.get(name), name);
  }

  /** The parameters of an operator as the arguments of another one. */
  private static List<Argument> arguments(List<Parameter> parameters) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      arguments.add(
          parameter.arity() == 0
              ? new Expr.Local(parameter.symbol())
              : new Argument.OperatorRef(parameter.symbol()));
    }
    return arguments;
  }

  /** What is done if the instance chose the replacement of that number, from 0. */
  private static Code chosen(String operator, int replacement, List<Code> statements) {
    String condition = "if (" + choice(operator) + " == " + (replacement + 1) + ")";
    return new Code.Block(text(condition), statements, "");
  }

  private static void parameters(List<Parameter> from, Names names, StringJoiner to) {
    for (Parameter parameter : from) {
      String type = parameter.arity() == 0 ? "Value " : "Operator ";
      to.add(type + names.of(parameter.symbol()));
    }
  }

  private void method(ActionDefinition action) {
    unit.loops().begin(StepWriter.method(action.role(), action.name()));
    ExpressionWriter writer = writer(action.role() == Role.INIT ? "n.soFar()" : "s");
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    if (action.role() != Role.INIT) {
      parameters.add("State s");
    }
    parameters.add("Successor n");
    parameters(action.parameters(), writer.names(), parameters);
    parameters.add("Runnable k");
    StepWriter steps = new StepWriter(writer);
    List<Code> rest = List.of(text("k.run();"));
    List<Code> statements = new ArrayList<>();
    for (String other : action.replacements()) {
      Step call = new Step.Call(action.role(), other, arguments(action.parameters()));
      List<Code> replaced = new ArrayList<>(steps.statements(call, rest));
      replaced.add(text("return;"));
      statements.add(chosen(action.name(), action.replacements().indexOf(other), replaced));
    }
    statements.addAll(steps.statements(action.body(), rest));
    method(
        action.at() + " " + action.name(),
        "private void " + StepWriter.method(action.role(), action.name()) + parameters,
        statements);
  }

  private String assumption(Assumption assumption) {
    return "assume_" + (module.assumptions().indexOf(assumption) + 1);
  }

  private void method(Assumption assumption) {
    unit.loops().begin(assumption(assumption));
    method(
        assumption.at() + " " + assumption.name(),
        "private boolean " + assumption(assumption) + "()",
        writer("s").statements(assumption.at(), assumption.condition()));
  }

  private void method(String comment, String head, List<Code> statements) {
    List<Code> body = new ArrayList<>(statements);
    Code block = new Code.Block(sequence(text(head)), body, "");
    methods.append("\n  // ").append(comment).append('\n');
    methods.append(Printer.print(block, 2)).append('\n');
    for (Code loop : unit.loops().take()) {
      methods.append('\n').append(Printer.print(loop, 2)).append('\n');
    }
  }
}
