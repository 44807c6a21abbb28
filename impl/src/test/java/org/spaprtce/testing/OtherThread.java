package org.spaprtce.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Work in a thread of its own, of which a test sees whether it comes to wait for a lock.
 *
 * @param <T> what the work returns
 */
public final class OtherThread<T> {

  /** How often a test looks. */
  private static final Duration GLANCE = Duration.ofMillis(1);

  /** How often it looks at work that neither ends nor waits before it gives up. */
  private static final int GLANCES = 5000;

  private final FutureTask<T> task;
  private final Thread thread;

  private OtherThread(Callable<T> work) {
    task = new FutureTask<>(work);
    thread = Thread.ofPlatform().daemon().start(task);
  }

  /** {@return work that has begun} */
  public static <T> OtherThread<T> start(Callable<T> work) {
    return new OtherThread<>(work);
  }

  /**
   * {@return whether the thread comes to wait for a lock before its work is done}
   *
   * @param lock tells the lock among what a thread can be parked for
   * @throws AssertionError if it goes on and on instead
   */
  public boolean waitsFor(Predicate<Object> lock) throws InterruptedException {
    for (int i = 0; i < GLANCES; i++) {
      if (thread.join(GLANCE)) {
        return false;
      }
      Object blocker = LockSupport.getBlocker(thread);
      if (blocker != null && lock.test(blocker)) {
        return true;
      }
    }
    throw new AssertionError("the work neither ends nor waits");
  }

  /** {@return what the work returned, for which this waits a minute at most} */
  public T result() throws Exception {
    return task.get(1, TimeUnit.MINUTES);
  }
}
