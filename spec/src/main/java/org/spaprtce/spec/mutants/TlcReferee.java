package org.spaprtce.spec.mutants;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.Tlc;
import org.spaprtce.spec.TlcRun;

/**
 * TLC as the judge of mutants.
 *
 * @param models the folder of the models
 * @param limit a mutant may have many more states than the norm, and a run that takes longer gives
 *     no answer
 */
record TlcReferee(Path models, Duration limit) implements Hunt.Referee {
  /** The exit codes by which TLC says that it could not read the modules or the configuration. */
  private static final Set<Integer> UNREADABLE = Set.of(150, 151);

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if TLC cannot read the modules
   */
  @Override
  public List<String> differences(Path norm, Model model) throws TimeoutException {
    Tlc tlc = new Tlc(norm, models);
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Future<TlcRun> running = worker.submit((Callable<TlcRun>) () -> tlc.run(model));
      try {
        return differences(running.get(limit.toMillis(), TimeUnit.MILLISECONDS), model);
      } catch (TimeoutException e) {
        running.cancel(true);
        throw e;
      } catch (InterruptedException e) {
        running.cancel(true);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while TLC ran " + model.config(), e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("model=" + model.config(), e.getCause());
      }
    }
  }

  private static List<String> differences(TlcRun run, Model model) {
    if (UNREADABLE.contains(run.exit())) {
      throw new IllegalStateException(
          "model=%s exit=%d%n%s".formatted(model.config(), run.exit(), run.output()));
    }
    return run.differences(model);
  }
}
