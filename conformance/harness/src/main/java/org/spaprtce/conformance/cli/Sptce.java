package org.spaprtce.conformance.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code sptce}: a name for its subcommands. */
@Command(
    name = "sptce",
    description = "The reference of the sPAPR TCE v2 interface at work.",
    mixinStandardHelpOptions = true,
    versionProvider = Sptce.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      ExplainCommand.class,
      CompileCommand.class,
      VerifyCommand.class,
      SoakCommand.class,
      RaceCommand.class
    })
public final class Sptce implements CommandLine.IVersionProvider {
  private static final int LOST_OUTPUT = 2;
  private static final int DEFECT = 3;

  /** Made by the command line. */
  public Sptce() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(commandLine(), arguments));
  }

  /** Runs the command; output that could not be written is no success, whatever was found. */
  static int execute(CommandLine commandLine, String... arguments) {
    int code = commandLine.execute(arguments);
    if (commandLine.getOut().checkError() || System.out.checkError()) {
      commandLine.getErr().println("sptce: the output could not be written");
      commandLine.getErr().flush();
      return LOST_OUTPUT;
    }
    return code;
  }

  @Override
  public String[] getVersion() {
    Package here = Sptce.class.getPackage();
    return new String[] {
      "sptce " + Objects.requireNonNullElse(here.getImplementationVersion(), "(not packaged)")
    };
  }

  /** An unknown option before the subcommand comes first, whatever the subcommand lacks. */
  private static CommandLine.ParameterException first(
      CommandLine sptce, CommandLine.ParameterException problem) {
    List<String> unknown = sptce.getUnmatchedArguments();
    return problem instanceof CommandLine.MissingParameterException && !unknown.isEmpty()
        ? new CommandLine.UnmatchedArgumentException(sptce, unknown)
        : problem;
  }

  /** The command line with all subcommands. */
  static CommandLine commandLine() {
    CommandLine sptce = CompileCommand.withSubset(new CommandLine(new Sptce()));
    CommandLine.IParameterExceptionHandler usual = sptce.getParameterExceptionHandler();
    sptce.setParameterExceptionHandler(
        (problem, arguments) -> usual.handleParseException(first(sptce, problem), arguments));
    return sptce.setExecutionExceptionHandler((failure, commandLine, _) -> {
      commandLine.getErr().println("sptce: a defect of this program: " + failure);
      return DEFECT;
    });
  }
}
