package org.spaprtce.spec.large;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.Tlc;
import org.spaprtce.spec.TlcRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that has TLC check the large models. */
@Command(
    name = "spec-large",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Has TLC check the large models of the manifests, one after the other.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every model answers as its manifest says", "1:some do not", "2:wrong usage"})
public final class SpecLarge implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description = "Folder of the norm: ${DEFAULT-VALUE}")
  private Path folder = Path.of("spec");

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these models, which may be small ones")
  private Set<String> only = Set.of();

  @Option(
      names = "--distributed",
      description =
          "Use TLC's server and workers. Models that have properties of behaviours are left out.")
  private boolean distributed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Workers to start on this machine: ${DEFAULT-VALUE}")
  private int workers = 2;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Name by which workers reach this machine: ${DEFAULT-VALUE}")
  private String host = "127.0.0.1";

  /** Runs the command line and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SpecLarge()).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path models = folder.resolve("models");
    Tlc tlc = new Tlc(folder.resolve("tla"), models);
    Cluster cluster = new Cluster(tlc, host, workers);
    int failed = 0;
    for (Model model : chosen(Manifest.read(models))) {
      if (distributed && model.isLiveness()) {
        out.printf("%s: left out, TLC's workers do not check behaviours%n", model.name());
        continue;
      }
      out.printf("%s: %s%n", model.name(), model.purpose());
      if (distributed) {
        out.printf("  to join from another machine: %s%n", cluster.joining());
      }
      out.flush();
      TlcRun run = distributed ? cluster.run(model) : tlc.run(model);
      List<String> differences = differences(model, run);
      out.printf(
          Locale.ROOT,
          "  %,d distinct states, %d s, %s%n",
          run.distinctStates(),
          run.duration().toSeconds(),
          differences.isEmpty() ? "as expected" : "not as expected");
      for (String difference : differences) {
        out.printf("  %s%n", difference);
      }
      if (!differences.isEmpty()) {
        failed++;
        out.printf("  to see it: %s%n%s%n", run.command(), run.output());
      }
      out.flush();
    }
    return failed == 0 ? 0 : 1;
  }

  /** The models to run: those that are named, else all large ones. */
  private List<Model> chosen(Manifest manifest) {
    if (only.isEmpty()) {
      return manifest.large();
    }
    List<Model> chosen =
        manifest.all().stream().filter(model -> only.contains(model.name())).toList();
    if (chosen.size() != only.size()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "only=" + only + ": no such model in " + folder);
    }
    return chosen;
  }

  /** What TLC answered otherwise than expected, as far as the mode can tell. */
  private List<String> differences(Model model, TlcRun run) {
    if (!distributed) {
      return run.differences(model);
    }
    List<String> differences = new ArrayList<>();
    boolean violation = run.violated() != null;
    if (violation != (model.violated() != null)) {
      differences.add("expected violated=" + model.violated() + " got violated=" + run.violated());
    }
    if (!violation
        && model.distinctStates() >= 0
        && run.distinctStates() != model.distinctStates()) {
      differences.add(
          "expected distinctStates=" + model.distinctStates() + " got " + run.distinctStates());
    }
    return differences;
  }
}
