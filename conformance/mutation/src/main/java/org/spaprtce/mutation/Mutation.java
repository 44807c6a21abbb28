package org.spaprtce.mutation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that has PIT change the classes of a module and their tests notice. */
@Command(
    name = "mutation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Changes the classes of a module one instruction at a time, and runs the tests that reach"
          + " the place.",
      "A mutant whose test does not end in time counts as killed if it is on record, with the reason,"
          + " as one that never ends; else it counts neither as killed nor as surviving."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:enough mutants are killed, and every survivor is on record with its reason",
      "1:otherwise, or nothing was changed, or no test ran",
      "2:wrong usage"
    })
public final class Mutation implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Folder of the project (default: the working folder).")
  private Path root = Path.of("");

  @Option(
      names = "--only",
      paramLabel = "CLASS",
      description =
          "Only this class, or those that match a pattern with *; the score is not judged")
  private String only = "";

  @Parameters(
      paramLabel = "MODULE",
      arity = "1..*",
      description = "Names of modules in conformance/mutation/mutants.json")
  private List<String> names = List.of();

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Mutation()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Path project = root.toAbsolutePath().normalize();
    List<Subject> listed = Subject.read(project.resolve("conformance/mutation/mutants.json"));
    List<Subject> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          listed.stream()
              .filter(subject -> subject.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, listed)));
    }
    boolean sound = true;
    for (Subject subject : chosen) {
      sound &= judge(only.isEmpty() ? subject : subject.only(only), project);
    }
    return sound ? 0 : 1;
  }

  private CommandLine.ParameterException unknown(String name, List<Subject> listed) {
    List<String> known = listed.stream().map(Subject::name).toList();
    return new CommandLine.ParameterException(
        spec.commandLine(), "module=" + name + ": not one of " + known);
  }

  private boolean judge(Subject subject, Path project) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path report = project.resolve("target/mutation").resolve(subject.name());
    List<String> command = Pit.command(subject, project, report);
    out.println(String.join(" ", command));
    out.flush();
    Verdict verdict;
    try {
      Pit.run(command, project.resolve(subject.folder()), report);
      verdict = new Verdict(subject, PitReport.read(report.resolve(PitReport.FILE)));
    } catch (IOException e) {
      out.println(subject.name() + ": " + e.getMessage());
      out.flush();
      return false;
    }
    out.println(verdict.table());
    List<String> problems = verdict.problems();
    problems.forEach(out::println);
    verdict.remarks().forEach(out::println);
    out.println(verdict.score());
    out.println(report.resolve("index.html"));
    out.flush();
    return problems.isEmpty();
  }
}
