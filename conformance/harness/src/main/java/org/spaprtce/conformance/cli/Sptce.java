package org.spaprtce.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code sptce}: a name for its subcommands. */
@Command(
    name = "sptce",
    description = "The reference of the sPAPR TCE v2 interface at work.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, VerifyCommand.class})
public final class Sptce {
  /** Made by the command line. */
  public Sptce() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line with all subcommands. */
  static CommandLine commandLine() {
    return new CommandLine(new Sptce());
  }
}
