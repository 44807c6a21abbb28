package org.spaprtce.platform;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A place in a simulated port where a call can be made to fail: it counts its calls, and the one
 * that was chosen fails as a real port might.
 *
 * <p>A run that fails nothing tells how many calls there are; then each of them can be failed in a
 * run of its own. Any number of threads may use it.
 */
public final class FaultPoint {

  /** What a port throws where it was told to. */
  public static final class SimulatedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SimulatedException(String message) {
      super(message);
    }
  }

  private record Plan(long call, boolean thrown) {
    static final Plan NONE = new Plan(-1, false);
  }

  private final String name;
  private final AtomicLong calls = new AtomicLong();
  private volatile Plan plan = Plan.NONE;

  FaultPoint(String name) {
    this.name = name;
  }

  /** {@return the port and its operation} */
  public String name() {
    return name;
  }

  /** {@return how many calls there were since the last reset, those that failed included} */
  public long calls() {
    return calls.get();
  }

  /**
   * Makes one call fail, and no other one; what that means, the port says.
   *
   * @param call its number since the last reset, from 0; none fails at a number below
   */
  public void failAt(long call) {
    plan = new Plan(call, false);
  }

  /**
   * Makes one call throw a {@link SimulatedException}, and none fail.
   *
   * @param call its number since the last reset, from 0; none throws at a number below
   */
  public void throwAt(long call) {
    plan = new Plan(call, true);
  }

  /** Counts from 0 again and makes no call fail. */
  public void reset() {
    plan = Plan.NONE;
    calls.set(0);
  }

  /** Counts a call; tells whether it fails. */
  boolean fails() {
    long call = calls.getAndIncrement();
    Plan now = plan;
    if (call != now.call) {
      return false;
    }
    if (now.thrown) {
      throw new SimulatedException("point=" + name + " call=" + call);
    }
    return true;
  }

  @Override
  public String toString() {
    return name + ", calls=" + calls;
  }
}
