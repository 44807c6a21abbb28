package org.spaprtce.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RaceCommandTest {
  private static Run race(String... arguments) {
    return Run.of("race", arguments);
  }

  @Test
  void race_fewRounds_exits0AndCounts() {
    Run run = race("--seed", "5", "--rounds", "20", "--threads", "2", "--calls", "10");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("seed 5, 20 rounds of 2 threads, 10 calls each"), run.out());
    assertTrue(run.out().contains("REGISTER_MEMORY "), run.out());
    assertTrue(run.out().contains("20 rounds, 400 calls, "), run.out());
  }

  @Test
  void race_tooManyCalls_exits2AndNamesTheBound() {
    Run run = race("--threads", "8", "--calls", "9");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("threads=8 calls=9"), run.err());
    assertTrue(run.err().contains("at most 64 calls a round"), run.err());
  }
}
