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
public class DoubleRelease {

  private final Guests guests = new Guests();

  /** A machine with the block. */
  public DoubleRelease() {
    guests.call(guests.c, Guests.register());
  }

  /** UNREGISTER_MEMORY. */
  @Actor
  public void one(LLL_Result seen) {
    seen.r1 = guests.call(guests.c, Guests.unregister());
  }

  /** The same. */
  @Actor
  public void other(LLL_Result seen) {
    seen.r2 = guests.call(guests.c, Guests.unregister());
  }

  /** What is left. */
  @Arbiter
  public void look(LLL_Result seen) {
    seen.r3 = guests.left();
  }
}
