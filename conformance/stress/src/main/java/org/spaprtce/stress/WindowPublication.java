package org.spaprtce.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.DmaWindow;

/**
 * A window that is made while something is mapped into it: the session is one volatile reference.
 */
@JCStressTest
@Outcome(id = "OK, ENXIO", expect = Expect.ACCEPTABLE, desc = "MAP before TCE_CREATE")
@Outcome(id = "OK, OK", expect = Expect.ACCEPTABLE, desc = "TCE_CREATE before MAP")
@Outcome(expect = Expect.FORBIDDEN, desc = "a window that is seen in part")
@State
public class WindowPublication extends Guests {

  private static final long SIZE = 1L << 20;

  /** A machine with the block. */
  public WindowPublication() {
    call(d, register());
  }

  /** TCE_CREATE of the second window: the first is the default window. */
  @Actor
  public void create(LL_Result seen) {
    seen.r1 = call(d, new TceCreate(DmaWindow.DEFAULT_SHIFT, SIZE, 1));
  }

  /** MAP_DMA at its start. */
  @Actor
  public void map(LL_Result seen) {
    seen.r2 = call(d, mapAt(DmaWindow.SECOND_START));
  }
}
