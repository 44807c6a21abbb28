package org.spaprtce.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock of a table, for sections of some ten nanoseconds. Not reentrant and not fair.
 *
 * <p>To take it costs one atomic exchange, to give it back one store: nobody is woken. Who waits
 * looks again after a while, longer each time, and leaves the processor in between when the holder
 * is slow. So a thread that has the lock goes on with its next call at full speed, and two threads
 * together do as much as one. The state has a cache line of its own.
 */
final class TableLock extends TableLockState {

  /** Most pauses between two looks, together about a microsecond. */
  private static final int MOST_PAUSES = 1 << 6;

  /** How long the processor is left to others, nanoseconds. */
  private static final long NAP = 20_000;

  // Bytes behind the state.
  long q0;
  long q1;
  long q2;
  long q3;
  long q4;
  long q5;
  long q6;
  long q7;
  long q8;
  long q9;
  long q10;
  long q11;
  long q12;
  long q13;
  long q14;

  void lock() {
    if (!STATE.compareAndSet(this, FREE, HELD)) {
      await();
    }
  }

  void unlock() {
    STATE.setRelease(this, FREE);
  }

  private void await() {
    int pauses = 1;
    do {
      for (int i = 0; i < pauses; i++) {
        Thread.onSpinWait();
      }
      if (pauses < MOST_PAUSES) {
        pauses <<= 1;
      } else {
        LockSupport.parkNanos(this, NAP);
      }
    } while ((long) STATE.getOpaque(this) != FREE || !STATE.compareAndSet(this, FREE, HELD));
  }
}

/** Bytes before the state. */
abstract class TableLockPadding {
  long p0;
  long p1;
  long p2;
  long p3;
  long p4;
  long p5;
  long p6;
  long p7;
  long p8;
  long p9;
  long p10;
  long p11;
  long p12;
  long p13;
  long p14;
}

/** The state. */
abstract class TableLockState extends TableLockPadding {
  static final long FREE = 0;
  static final long HELD = 1;
  static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(TableLockState.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A word, not less: it would be put before the padding. */
  @SuppressWarnings("UnusedVariable")
  private volatile long state;
}
