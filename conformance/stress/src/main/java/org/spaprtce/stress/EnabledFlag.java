package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The first block of a container enables it: both appear together. */
@JCStressTest
@Outcome(id = "OK, EPERM", expect = Expect.ACCEPTABLE, desc = "MAP before REGISTER")
@Outcome(id = "OK, OK", expect = Expect.ACCEPTABLE, desc = "REGISTER before MAP")
@Outcome(expect = Expect.FORBIDDEN, desc = "enabled without the block")
@State
public class EnabledFlag extends Guests {

  /** A fresh machine. */
  public EnabledFlag() {}

  /** REGISTER_MEMORY. */
  @Actor
  public void register(LL_Result seen) {
    seen.r1 = call(c, register());
  }

  /** MAP_DMA by the same container. */
  @Actor
  public void map(LL_Result seen) {
    seen.r2 = call(c, map());
  }
}
