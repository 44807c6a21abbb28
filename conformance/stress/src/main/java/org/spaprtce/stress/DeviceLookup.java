package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** What a device finds while TCEs are written: all of an entry or nothing. */
@JCStressTest
@Outcome(id = "OK, nothing", expect = Expect.ACCEPTABLE, desc = "looked before MAP")
@Outcome(id = "OK, byte", expect = Expect.ACCEPTABLE, desc = "looked after MAP")
@Outcome(expect = Expect.FORBIDDEN, desc = "an entry in part")
@State
public class DeviceLookup extends Guests {

  /** A machine with the block. */
  public DeviceLookup() {
    call(d, register());
  }

  /** MAP_DMA. */
  @Actor
  public void map(LL_Result seen) {
    seen.r1 = call(d, map());
  }

  /** What a device finds. */
  @Actor
  public void look(LL_Result seen) {
    seen.r2 = find(1);
  }
}
