package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A run of {@code sptce}.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int exitCode, String out, String err) {
  /** Runs a subcommand. */
  static Run of(String command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine sptce = Sptce.commandLine();
    sptce.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new);
    int exitCode = sptce.execute(words);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
