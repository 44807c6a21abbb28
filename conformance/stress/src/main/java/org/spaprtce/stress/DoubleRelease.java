package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two calls that release one block: one finds it, the other does not. */
@JCStressTest
@Outcome(
    id = {"OK, ENOENT, 1 blocks, 1 pins, 1 pages", "ENOENT, OK, 1 blocks, 1 pins, 1 pages"},
    expect = Expect.ACCEPTABLE,
    desc = "one after the other")
@Outcome(expect = Expect.FORBIDDEN, desc = "released twice, or not at all")
@State
public class DoubleRelease extends Guests {

  /** A machine with the block. */
  public DoubleRelease() {
    call(c, register());
  }

  /** UNREGISTER_MEMORY. */
  @Actor
  public void one(LLL_Result seen) {
    seen.r1 = call(c, unregister());
  }

  /** The same. */
  @Actor
  public void other(LLL_Result seen) {
    seen.r2 = call(c, unregister());
  }

  /** What is left. */
  @Arbiter
  public void look(LLL_Result seen) {
    seen.r3 = left();
  }
}
