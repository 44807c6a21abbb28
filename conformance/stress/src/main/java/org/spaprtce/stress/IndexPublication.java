package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A block that one container registers, mapped by another: the index is one volatile reference. */
@JCStressTest
@Outcome(id = "OK, EINVAL, nothing", expect = Expect.ACCEPTABLE, desc = "MAP before REGISTER")
@Outcome(id = "OK, OK, byte", expect = Expect.ACCEPTABLE, desc = "REGISTER before MAP")
@Outcome(expect = Expect.FORBIDDEN, desc = "a block that is seen in part")
@State
public class IndexPublication extends Guests {

  /** A fresh machine. */
  public IndexPublication() {}

  /** REGISTER_MEMORY. */
  @Actor
  public void register(LLL_Result seen) {
    seen.r1 = call(c, register());
  }

  /** MAP_DMA, and what a device finds then. */
  @Actor
  public void map(LLL_Result seen) {
    seen.r2 = call(d, map());
    seen.r3 = find(1);
  }
}
