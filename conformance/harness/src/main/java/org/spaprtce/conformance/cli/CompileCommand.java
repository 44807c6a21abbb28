package org.spaprtce.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.spaprtce.compiler.Compilation;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Configuration.Name;
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.Subset;
import org.spaprtce.compiler.ir.ActionDefinition;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.SpecModule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sptce compile}: writes a TLA+ spec as a Java class. */
@Command(
    name = "compile",
    description = {
      "Compiles a TLA+ spec to a Java class that evaluates it: first states, successors,"
          + " operators, invariants.",
      "The class needs the oracle's runtime, spaprtce-oracle, which stands in lib beside the folder of this command.",
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nThe subset of TLA+:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the class is written, or was there already",
      "1:the spec or its configuration is outside the subset; each problem is named as"
          + " file:line:column: construct: what to write instead",
      "2:bad arguments, a file that cannot be read, or a folder that cannot be written",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class CompileCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final int BAD_INPUT = 2;

  @Parameters(paramLabel = "SPEC.tla", description = "The root module.")
  private Path module = Path.of("Spec.tla");

  @Option(
      names = "--config",
      paramLabel = "SPEC.cfg",
      description =
          "TLC's configuration: constants, substitutions, first and next states, invariants; given"
              + " twice, both count.")
  private List<Path> configs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder of the sources; the package is a path below it.")
  private Path output = Path.of(".");

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The class with its package (default: the name of the module, no package).")
  private String className = "";

  @Option(
      names = "--library",
      paramLabel = "DIR",
      description = "A folder of modules that do not stand beside the spec; may be repeated.")
  private List<Path> library = new ArrayList<>();

  @Option(
      names = "--tlc-only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Operators that are left out, such as temporal formulas; those that the configuration"
              + " names as SPECIFICATION or PROPERTY are left out anyway.")
  private Set<String> tlcOnly = new HashSet<>();

  @Spec private CommandSpec spec;

  /** Adds the subset, which the compiler knows, to the help. */
  static CommandLine withSubset(CommandLine sptce) {
    for (CommandLine command : sptce.getSubcommands().values()) {
      if (command.getCommand() instanceof CompileCommand) {
        command
            .getCommandSpec()
            .usageMessage()
            .footer(
                Subset.help().stream()
                    .map(line -> "  " + line.replace("%", "%%"))
                    .toArray(String[]::new));
      }
    }
    return sptce;
  }

  @Override
  public Integer call() {
    checkInput();
    PrintWriter err = spec.commandLine().getErr();
    String file = String.valueOf(module.getFileName());
    String name = className.isEmpty() ? file.replaceFirst("\\.tla$", "") : className;
    try {
      report(new Compilation(module, configs, library, tlcOnly, name, output).run(), name);
      return 0;
    } catch (CompileException refused) {
      err.println(refused.getMessage());
      err.flush();
      return REFUSED;
    } catch (IOException | UncheckedIOException failed) {
      err.println("sptce: " + output + " cannot be written: " + failed.getMessage());
      err.flush();
      return BAD_INPUT;
    }
  }

  /** Refuses what cannot be read, and a file that is no module, by name. */
  private void checkInput() {
    InputFiles input = new InputFiles(spec.commandLine());
    input.file("SPEC.tla", module);
    input.module("SPEC.tla", module);
    configs.forEach(config -> input.file("--config", config));
    library.forEach(folder -> input.folder("--library", folder));
    input.named("--output", output);
    if (!className.isEmpty()) {
      Compilation.whyNoClass(className)
          .ifPresent(why -> {
            throw new CommandLine.ParameterException(
                spec.commandLine(), "--class=" + className + ": " + why);
          });
    }
  }

  private void report(Compilation.Result result, String name) {
    PrintWriter out = spec.commandLine().getOut();
    SpecModule compiled = result.module();
    out.printf("%s%s%n", result.file(), result.written() ? "" : " (unchanged)");
    line("class", List.of(name));
    line("variables", compiled.variables());
    line("constants", constants(compiled));
    line("operators", operators(compiled));
    line("actions", actions(compiled));
    line("invariants", compiled.settings().invariants());
    line(
        "can be replaced",
        compiled.replaceable().entrySet().stream()
            .map(entry -> entry.getKey() + " <- " + String.join(" or ", entry.getValue()))
            .toList());
    line("not compiled, for TLC", leftOut(result));
    line(
        "TLC explores only where these hold; the class has them as operators",
        names(result, Section.CONSTRAINT));
    line(
        "without a constructor for the configuration, as it lacks the value of",
        compiled.constants().stream()
            .filter(constant -> !compiled.settings().values().containsKey(constant))
            .toList());
    out.flush();
  }

  private void line(String title, List<String> names) {
    if (!names.isEmpty()) {
      spec.commandLine().getOut().printf("  %s: %s%n", title, String.join(", ", names));
    }
  }

  private static List<String> constants(SpecModule compiled) {
    return compiled.constants().stream()
        .map(constant -> {
          String value = compiled.settings().values().get(constant);
          return value == null ? constant : constant + " = " + value;
        })
        .toList();
  }

  private static List<String> operators(SpecModule compiled) {
    return compiled.definitions().stream()
        .filter(Definition::exported)
        .map(definition -> signature(definition.ref().name(), definition.ref().arity()))
        .toList();
  }

  private static List<String> actions(SpecModule compiled) {
    return compiled.actions().stream()
        .filter(action -> action.role() == Role.ACTION)
        .map((ActionDefinition action) -> signature(action.name(), action.parameters().size()))
        .toList();
  }

  private static String signature(String name, int arity) {
    return arity == 0 ? name : name + "/" + arity;
  }

  private static List<String> names(Compilation.Result result, Section section) {
    return result.configuration().names(section).stream().map(Name::text).toList();
  }

  private List<String> leftOut(Compilation.Result result) {
    Set<String> names = new TreeSet<>(tlcOnly);
    for (Section section : List.of(Section.SPECIFICATION, Section.PROPERTY)) {
      names.addAll(names(result, section));
    }
    for (Section section : List.of(Section.SYMMETRY, Section.VIEW, Section.ACTION_CONSTRAINT)) {
      names.addAll(
          names(result, section).stream()
              .map(name -> section + " " + name)
              .collect(Collectors.toSet()));
    }
    operators(result.module()).forEach(names::remove);
    return List.copyOf(names);
  }
}
