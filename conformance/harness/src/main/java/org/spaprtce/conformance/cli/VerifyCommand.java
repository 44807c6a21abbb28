package org.spaprtce.conformance.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spaprtce.conformance.verify.Evidence;
import org.spaprtce.conformance.verify.Summary;
import org.spaprtce.conformance.verify.Verification;
import org.spaprtce.conformance.verify.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code sptce verify}: runs all the evidence and writes the report. */
@Command(
    name = "verify",
    description =
        "Model-checks the norm, compares the oracle with TLC, drives the implementation against it"
            + " and judges the recordings.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything passed",
      "1:something failed",
      "2:bad arguments",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The checkout (default: the current folder).")
  private Path root = Path.of(".");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "target/verify",
      description = "Where report.json and summary.md are written (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("target/verify");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the random sequences (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      defaultValue = "4000",
      description = "Number of random sequences of 50 calls each (default: ${DEFAULT-VALUE}).")
  private long sequences;

  @Option(
      names = "--expressions",
      paramLabel = "N",
      defaultValue = "100000",
      description = {
        "Number of random expressions that TLC and compiled code evaluate (default: ${DEFAULT-VALUE}).",
        "With 0 they do not explore the models, either, and no faulty compiler is looked for."
      })
  private long expressions;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requirePositive("--sequences", sequences);
    if (expressions < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--expressions must be at least 0, it is " + expressions);
    }
    Workspace workspace = workspace();
    createOutput();
    PrintWriter out = spec.commandLine().getOut();
    Evidence evidence =
        new Verification(workspace, new ProgressLine(out, onTerminal()))
            .run(seed, sequences, expressions);
    Path report = output.resolve("report.json");
    Path summary = output.resolve("summary.md");
    JsonMapper json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    json.writeValue(report.toFile(), evidence);
    if (evidence.expressions() != null) {
      json.writeValue(output.resolve("oracle-certificate.json").toFile(), evidence.certificate());
    }
    Files.writeString(summary, Summary.of(evidence));
    out.printf(
        "%s in %.0f s; %s, %s%n",
        evidence.passed() ? "passed" : "FAILED", evidence.seconds(), report, summary);
    out.flush();
    return evidence.passed() ? 0 : 1;
  }

  private void requirePositive(String option, long value) {
    if (value < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + " must be at least 1, it is " + value);
    }
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Before the work of minutes that would end here. */
  private void createOutput() {
    try {
      Files.createDirectories(output);
    } catch (IOException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--output=" + output + " cannot be made a folder: " + e, e);
    }
  }

  private Workspace workspace() {
    try {
      return Workspace.of(root);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
