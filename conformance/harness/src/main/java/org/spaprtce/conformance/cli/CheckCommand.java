package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.judge.FileReport;
import org.spaprtce.conformance.judge.Judge;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.RecordingFiles;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.oracle.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sptce check}: judges recordings by the norm, or by the profile of a kernel. */
@Command(
    name = "check",
    description = {
      "Judges recordings of kernels and logs of clients by the norm, or by the profile of a"
          + " kernel.",
      "The state is moved along by the profile that the recorded kernel is known to have, so each"
          + " step is judged from where that kernel really was."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing diverged",
      "1:something diverged",
      "2:bad input or bad arguments; good files are still judged, and bad ones up to their"
          + " first bad line",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class CheckCommand implements Callable<Integer> {
  private static final int AGREED = 0;
  private static final int DIVERGED = 1;
  private static final int BAD_INPUT = 2;

  /** The machines that can be assumed. */
  private enum MachineName {
    power8,
    power9;

    private Machine machine() {
      return switch (this) {
        case power8 -> Machine.POWER8;
        case power9 -> Machine.POWER9;
      };
    }
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = Judge.NORM,
      description = "What to judge by: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = ProfileNames.class)
  private String profile = Judge.NORM;

  @Option(names = "--json", description = "One JSON object a file and line.")
  private boolean json;

  @Option(
      names = "--all",
      description = "Show every divergence, not only the first 20 of each file.")
  private boolean all;

  @Option(
      names = "--page-size",
      paramLabel = "BYTES",
      defaultValue = "4096",
      converter = ByteCount.class,
      description =
          "Page of the host where a file does not tell it, as 65536, 0x10000 or 64K (default:"
              + " ${DEFAULT-VALUE}).")
  private long pageSize;

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "power9",
      description =
          "Machine of a file without a full GET_INFO: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private MachineName machine = MachineName.power9;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "*.jsonl or *.jsonl.gz, or folders with such files.")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec;

  /** The names of the profiles, for the help. */
  static final class ProfileNames extends ArrayList<String> {
    @Serial private static final long serialVersionUID = 1L;

    ProfileNames() {
      super(Profile.names());
    }
  }

  @Override
  public Integer call() {
    if (!RecordingReader.isPageSize(pageSize)) {
      throw bad("--page-size must be a power of two up to 2^30, it is " + pageSize);
    }
    if (!Profile.names().contains(profile)) {
      throw bad("--profile must be one of " + Profile.names() + ", it is " + profile);
    }
    paths.forEach(path -> new InputFiles(spec.commandLine()).named("FILE", path));
    PrintWriter out = spec.commandLine().getOut();
    Run run =
        new Run(
            new Judge(Profile.named(profile), machine.machine()),
            json ? new JsonReport(out) : new TextReport(out, all));
    paths.forEach(run::judge);
    return run.end();
  }

  private CommandLine.ParameterException bad(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** One run over all files. */
  private final class Run {
    private final Judge judge;
    private final ReportWriter writer;
    private final List<FileReport> reports = new ArrayList<>();
    private boolean bad;

    private Run(Judge judge, ReportWriter writer) {
      this.judge = judge;
      this.writer = writer;
    }

    private void judge(Path path) {
      try {
        RecordingFiles.below(path).forEach(this::judgeFile);
      } catch (BadRecordingException problem) {
        complain(problem.getMessage());
      }
    }

    private void judgeFile(Path file) {
      try {
        FileReport report = judge.judge(file, pageSize, writer.divergences());
        writer.file(report);
        reports.add(report.withoutDivergences());
        String problem = report.problem();
        if (problem != null) {
          complain(problem);
        }
      } catch (BadRecordingException problem) {
        complain(problem.getMessage());
      }
    }

    private void complain(@Nullable String problem) {
      bad = true;
      PrintWriter err = spec.commandLine().getErr();
      err.println("sptce: " + problem);
      err.flush();
    }

    private int end() {
      writer.end(reports);
      if (bad) {
        return BAD_INPUT;
      }
      return reports.stream().allMatch(report -> report.diverged() == 0) ? AGREED : DIVERGED;
    }
  }
}
