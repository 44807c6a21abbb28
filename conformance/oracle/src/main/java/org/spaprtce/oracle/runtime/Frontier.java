package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the transitions of states, with a thread for each instance of the module. Each instance has
 * last values of its own, so no thread drives out those of another.
 */
final class Frontier implements AutoCloseable {
  /**
   * So many states at most are expanded at once: a bound on the transitions that are not yet in.
   */
  static final int STATES = 1024;

  /** A transition of the state that is expanded. */
  record Step(Label label, State successor) {}

  private final List<? extends TlaModule> instances;
  private final List<Label> more;
  private final ExecutorService threads;

  /**
   * A frontier.
   *
   * @param more actions with their arguments that are taken besides those of {@code Next}
   */
  Frontier(List<? extends TlaModule> instances, List<Label> more) {
    this.instances = List.copyOf(instances);
    this.more = List.copyOf(more);
    this.threads =
        Executors.newFixedThreadPool(instances.size(), Thread.ofPlatform().daemon().factory());
  }

  /** The transitions of each state, in the order of the states. */
  List<List<Step>> expand(List<State> states) {
    if (instances.size() == 1) {
      return states.stream().map(state -> steps(instances.getFirst(), state)).toList();
    }
    List<List<Step>> all = new ArrayList<>();
    states.forEach(_ -> all.add(List.of()));
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (TlaModule instance : instances) {
      running.add(
          threads.submit(() -> {
            for (int i = next.getAndIncrement(); i < states.size(); i = next.getAndIncrement()) {
              all.set(i, steps(instance, states.get(i)));
            }
          }));
    }
    running.forEach(Frontier::join);
    return all;
  }

  private static void join(Future<?> thread) {
    try {
      thread.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while exploring", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private List<Step> steps(TlaModule module, State state) {
    List<Step> steps = new ArrayList<>();
    module.next(state, (label, successor) -> steps.add(new Step(label, successor.hashed())));
    for (Label label : more) {
      Value[] arguments = label.arguments().toArray(Value[]::new);
      for (State successor : module.apply(state, label.action(), arguments)) {
        steps.add(new Step(label, successor.hashed()));
      }
    }
    return steps;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
