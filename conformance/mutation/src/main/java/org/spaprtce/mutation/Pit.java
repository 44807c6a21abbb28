package org.spaprtce.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PIT's command line in a JVM of its own. */
final class Pit {
  private static final String MAIN = "org.pitest.mutationtest.commandline.MutationCoverageReport";
  private static final String LOG = "pit.log";
  private static final int LAST_LINES = 12;

  /**
   * How many times as long as without a mutant a test may take, on a machine that has other work as
   * well.
   */
  private static final int PATIENCE_FACTOR = 4;

  /** What it may take beyond that, in milliseconds. */
  private static final int PATIENCE = 8000;

  /**
   * The JVMs that run the tests. Each new mutant makes them forget compiled code, so that the best
   * compiler costs more than it saves. A property that failed once has done its part: to look for a
   * smaller example would take longer than a test may.
   */
  private static final String JVM =
      "-ea,-Djqwik.database=,-Djqwik.shrinking.default=OFF,-XX:TieredStopAtLevel=1"
          + ",-XX:+UseSerialGC,-XX:ErrorFile=";

  /** Where a JVM that a mutant brings down says why. */
  private static final String CRASH = "crash-%p.log";

  private Pit() {}

  /** The command for a module of a project, to be run in the module's folder. */
  static List<String> command(Subject subject, Path project, Path report) {
    Path module = project.resolve(subject.folder());
    Path classes = module.resolve("target/classes");
    String classPath =
        Stream.of(
                classes,
                module.resolve("target/test-classes"),
                System.getProperty("java.class.path"))
            .map(Object::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                classPath,
                MAIN,
                "--mutableCodePaths=" + classes,
                "--sourceDirs=" + module.resolve("src/main/java"),
                "--targetTests=org.spaprtce.*",
                "--excludedGroups=" + Subject.UNFIT,
                "--jvmArgs=" + JVM + report.resolve(CRASH),
                "--threads=" + Runtime.getRuntime().availableProcessors(),
                "--timeoutFactor=" + PATIENCE_FACTOR,
                "--timeoutConst=" + PATIENCE,
                "--verbosity=NO_SPINNER",
                "--timestampedReports=false",
                "--outputFormats=XML,HTML",
                "--reportDir=" + report));
    add(command, "--targetClasses=", subject.classes());
    add(command, "--excludedClasses=", subject.excluded());
    add(command, "--excludedTestClasses=", subject.excludedTests());
    return command;
  }

  /** Adds an option unless it is empty: PIT would take the next option for its value. */
  private static void add(List<String> command, String option, List<String> values) {
    if (!values.isEmpty()) {
      command.add(option + String.join(",", values));
    }
  }

  /**
   * Runs the command; what it says goes to a file beside the report.
   *
   * @throws IOException if it fails: the tests fail by themselves, say, or there is no mutant
   */
  static void run(List<String> command, Path folder, Path report)
      throws IOException, InterruptedException {
    Files.createDirectories(report);
    Files.deleteIfExists(report.resolve(PitReport.FILE));
    Path log = report.resolve(LOG);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int status = process.waitFor();
    if (status != 0) {
      List<String> lines = Files.readAllLines(log);
      String last =
          String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
      throw new IOException("PIT exited with status=" + status + ", see " + log + "\n" + last);
    }
  }
}
