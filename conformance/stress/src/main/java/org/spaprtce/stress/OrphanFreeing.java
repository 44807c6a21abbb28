package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.spaprtce.GroupCommand.UnsetContainer;

/**
 * A block whose holder leaves while another container clears the last TCE of it: it goes with
 * whichever is later.
 */
@JCStressTest
@Outcome(
    id = "OK, OK, 1 blocks, 1 pins, 1 pages",
    expect = Expect.ACCEPTABLE,
    desc = "the block is gone")
@Outcome(expect = Expect.FORBIDDEN, desc = "a block of nobody, or one that is freed twice")
@State
public class OrphanFreeing extends Guests {

  /** A machine with the block, mapped by the container that does not hold it. */
  public OrphanFreeing() {
    call(c, register());
    call(d, map());
  }

  /** UNSET_CONTAINER of the only group of the holder. */
  @Actor
  public void release(LLL_Result seen) {
    seen.r1 = call(0, new UnsetContainer());
  }

  /** UNMAP_DMA. */
  @Actor
  public void unmap(LLL_Result seen) {
    seen.r2 = call(d, unmap());
  }

  /** What is left. */
  @Arbiter
  public void look(LLL_Result seen) {
    seen.r3 = left();
  }
}
