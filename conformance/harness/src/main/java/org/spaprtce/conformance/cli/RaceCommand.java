package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spaprtce.conformance.concurrency.NotLinearizableException;
import org.spaprtce.conformance.concurrency.Racing;
import org.spaprtce.conformance.concurrency.Soak;
import org.spaprtce.conformance.concurrency.SoakTally;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sptce race}: has threads call the implementation at random, and judges what they saw. */
@Command(
    name = "race",
    description =
        "Has threads call the implementation at random, round after round, and asks the norm whether"
            + " some order of the calls explains their answers and the state after the round.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every round is explained",
      "1:a round is not, and is shown",
      "2:bad arguments",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class RaceCommand implements Callable<Integer> {
  private static final int SEEDS = 1_000_000_000;
  private static final int STEP = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the calls (default: another one each time).")
  private long seed = Math.floorMod(System.nanoTime(), SEEDS);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Number of rounds (default: ${DEFAULT-VALUE}).")
  private long rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "4",
      description = "Number of threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "12",
      description = "Calls of a thread in a round (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Soak.Size size = size();
    out.printf("seed %d, %,d rounds of %d threads, %d calls each%n", seed, rounds, threads, calls);
    out.flush();
    try {
      SoakTally tally =
          Soak.run(
              size,
              new ConcurrentSystem(Racing.SETTING, Thread::yield),
              Racing.everything(),
              done -> progress(out, done));
      tally.answers().forEach((answer, count) -> out.printf("%,12d  %s%n", count, answer));
      out.printf(
          "%,d rounds, %,d calls, %,d of them overlapped with another one, %d pairs of operations met:"
              + " all explained%n",
          tally.rounds(), tally.calls(), tally.overlapping(), tally.meetings().size());
      out.flush();
      return 0;
    } catch (NotLinearizableException found) {
      out.println(found.getMessage());
      out.flush();
      return 1;
    }
  }

  private Soak.Size size() {
    try {
      return new Soak.Size(seed, threads, calls, rounds);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void progress(PrintWriter out, long done) {
    if (done % STEP == 0) {
      out.printf("%,d%n", done);
      out.flush();
    }
  }
}
