package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;

/** The lock of a table, and the locks of several. */
class TableLockTest {

  private final TableLock lock = new TableLock();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private int counter;

  @AfterEach
  void stop() {
    threads.close();
  }

  private Future<Boolean> lockAndUnlock(TableLock other) {
    return threads.submit(() -> {
      other.lock();
      other.unlock();
      return true;
    });
  }

  @Test
  void lock_held_waitsUntilItIsGivenBack() throws Exception {
    lock.lock();
    Future<Boolean> waiting = lockAndUnlock(lock);
    assertThrows(TimeoutException.class, () -> waiting.get(20, TimeUnit.MILLISECONDS));
    assertFalse(waiting.isDone());
    lock.unlock();
    assertTrue(waiting.get(1, TimeUnit.MINUTES));
  }

  @Test
  void lock_byManyThreads_excludes() throws Exception {
    int rounds = 20_000;
    var start = new CountDownLatch(1);
    var done = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 4; i++) {
      done.add(
          threads.submit(() -> {
            start.await();
            for (int round = 0; round < rounds; round++) {
              lock.lock();
              counter++;
              lock.unlock();
            }
            return rounds;
          }));
    }
    start.countDown();
    for (Future<Integer> one : done) {
      one.get(1, TimeUnit.MINUTES);
    }
    assertEquals(4 * rounds, counter);
  }

  private static Window window(int number) {
    return new Window(number, new DmaWindow(new Iova(0), 4096, 4096, 1));
  }

  @Test
  void whileResting_locksAllAndGivesAllBack() throws Exception {
    List<Window> windows = List.of(window(0), window(1), window(2));
    var waiting = new ArrayList<Future<Boolean>>();
    Integer answer =
        Window.whileResting(
            windows,
            () -> {
              windows.forEach(w -> waiting.add(lockAndUnlock(w.lock())));
              waiting.forEach(
                  f -> assertThrows(TimeoutException.class, () -> f.get(5, TimeUnit.MILLISECONDS)));
              return 7;
            });
    assertEquals(7, answer);
    for (Future<Boolean> future : waiting) {
      assertTrue(future.get(1, TimeUnit.MINUTES));
    }
  }

  @Test
  void whileResting_workThatThrows_givesAllBack() throws Exception {
    List<Window> windows = List.of(window(0), window(1));
    assertThrows(
        IllegalStateException.class,
        () ->
            Window.whileResting(
                windows,
                () -> {
                  throw new IllegalStateException();
                }));
    for (Window window : windows) {
      assertTrue(lockAndUnlock(window.lock()).get(1, TimeUnit.MINUTES));
    }
  }

  @Test
  void byAge_ordersWindowsByTheirNumbers() {
    Window first = window(1);
    Window second = window(2);
    assertEquals(
        List.of(first, second), List.of(second, first).stream().sorted(Window.BY_AGE).toList());
  }
}
