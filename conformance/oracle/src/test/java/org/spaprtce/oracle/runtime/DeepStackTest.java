package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeepStackTest {
  private final Thread caller = Thread.currentThread();

  /** What the caller's stack is too small for. */
  private <T> Supplier<T> deep(Supplier<T> evaluation) {
    return () -> {
      if (Thread.currentThread() == caller) {
        throw new StackOverflowError();
      }
      return evaluation.get();
    };
  }

  @Test
  void run_shallow_staysOnTheThread() {
    assertSame(caller, DeepStack.run(Thread::currentThread));
  }

  @Test
  void run_deep_isRepeatedElsewhere() {
    assertNotSame(caller, DeepStack.run(deep(Thread::currentThread)));
  }

  @Test
  void run_failureElsewhere_isTheSame() {
    TlaError error = new TlaError("no value");
    assertSame(error, assertThrows(TlaError.class, () -> DeepStack.run(deep(() -> fail(error)))));
    OutOfMemoryError broken = new OutOfMemoryError();
    Supplier<Value> breaking =
        deep(() -> {
          throw broken;
        });
    assertSame(broken, assertThrows(OutOfMemoryError.class, () -> DeepStack.run(breaking)));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Value fail(RuntimeException failure) {
    throw failure;
  }

  @Test
  void run_endless_isAnError() {
    Supplier<Value> endless =
        () -> {
          throw new StackOverflowError();
        };
    TlaError error = assertThrows(TlaError.class, () -> DeepStack.run(endless));
    assertEquals("the recursion is too deep", error.getMessage());
  }

  @Test
  void run_interrupted_saysSoAndStaysInterrupted() {
    CountDownLatch told = new CountDownLatch(1);
    Supplier<Value> waiting =
        deep(() -> {
          waitFor(told);
          return Values.integer(1);
        });
    caller.interrupt();
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> DeepStack.run(waiting));
    told.countDown();
    assertTrue(Thread.interrupted());
    assertInstanceOf(InterruptedException.class, failure.getCause());
  }
}
