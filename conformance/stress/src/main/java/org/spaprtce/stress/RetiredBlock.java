package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A block that is unregistered while it is mapped: one of the two is refused. */
@JCStressTest
@Outcome(
    id = "OK, EINVAL, 1 blocks, 1 pins, 1 pages",
    expect = Expect.ACCEPTABLE,
    desc = "UNREGISTER before MAP")
@Outcome(
    id = "EBUSY, OK, 2 blocks, 2 pins, 2 pages",
    expect = Expect.ACCEPTABLE,
    desc = "MAP before UNREGISTER")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "a TCE of a block that is gone, or a block that is busy for nothing")
@State
public class RetiredBlock extends Guests {

  /** A machine with the block. */
  public RetiredBlock() {
    call(c, register());
  }

  /** UNREGISTER_MEMORY. */
  @Actor
  public void unregister(LLL_Result seen) {
    seen.r1 = call(c, unregister());
  }

  /** MAP_DMA. */
  @Actor
  public void map(LLL_Result seen) {
    seen.r2 = call(d, map());
  }

  /** What is left. */
  @Arbiter
  public void look(LLL_Result seen) {
    seen.r3 = left();
  }
}
