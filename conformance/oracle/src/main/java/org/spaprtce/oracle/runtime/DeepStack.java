package org.spaprtce.oracle.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Evaluates with as much stack as a recursion needs: an operator that recurs over a set goes as
 * deep as the set has elements. An evaluation that overflows the caller's stack is repeated on a
 * thread with a large one, for it has no effects.
 */
final class DeepStack {
  private static final long LARGE = 1L << 30;

  private DeepStack() {}

  static <T> T run(Supplier<T> evaluation) {
    try {
      return evaluation.get();
    } catch (StackOverflowError shallow) {
      return onLargeStack(evaluation);
    }
  }

  private static <T> T onLargeStack(Supplier<T> evaluation) {
    FutureTask<T> task = new FutureTask<>(evaluation::get);
    Thread thread = new Thread(null, task, "deep-evaluation", LARGE);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case StackOverflowError _ -> throw new TlaError("the recursion is too deep");
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while evaluating", e);
    }
  }
}
