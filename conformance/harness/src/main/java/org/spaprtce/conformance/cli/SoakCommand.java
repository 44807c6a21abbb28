package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spaprtce.conformance.expression.Differential;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sptce soak}: has TLC and compiled code evaluate many random expressions. */
@Command(
    name = "soak",
    description =
        "Has TLC and compiled code evaluate random expressions of TLA+, and shows the smallest"
            + " expressions that are found to have different answers.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the answers are the same",
      "1:some answers differ",
      "2:bad arguments",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class SoakCommand implements Callable<Integer> {
  private static final int SEEDS = 1_000_000_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the expressions (default: another one each time).")
  private long seed = Math.floorMod(System.nanoTime(), SEEDS);

  @Option(
      names = "--expressions",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Number of expressions (default: ${DEFAULT-VALUE}).")
  private long expressions;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (expressions < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--expressions must be at least 1, it is " + expressions);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("seed %d, %,d expressions%n", seed, expressions);
    out.flush();
    Differential.Result result =
        Differential.run(
            seed,
            expressions,
            done -> {
              out.printf("%,d%n", done);
              out.flush();
            });
    out.println("operators: " + result.operators());
    out.println("values: " + result.kinds());
    out.println("without a value: " + result.failures());
    result.mismatches().forEach(mismatch -> out.println("\n" + mismatch));
    out.printf(
        "%,d expressions, seed %d, %,d mismatches%n",
        result.expressions(), seed, result.differing());
    if (result.differing() > 0) {
      out.printf("to see them again: sptce soak --seed %d --expressions %d%n", seed, expressions);
    }
    out.flush();
    return result.differing() == 0 ? 0 : 1;
  }
}
