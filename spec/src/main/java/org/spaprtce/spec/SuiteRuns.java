package org.spaprtce.spec;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * TLC's runs of a suite, each made once, and one more at a time than there are processors, since
 * TLC waits for files as it starts. The first question starts them all, the longest first, so that
 * no processor waits for the last one.
 */
public final class SuiteRuns {
  private final Tlc tlc;
  private final List<Model> models;
  private final Consumer<Model> ended;
  private final Map<Model, Future<TlcRun>> runs = new LinkedHashMap<>();

  /**
   * The runs of a suite, none of them begun.
   *
   * @param ended is told each model whose run has ended, by several threads
   */
  public SuiteRuns(Tlc tlc, List<Model> models, Consumer<Model> ended) {
    this.tlc = tlc;
    this.ended = ended;
    this.models =
        models.stream().sorted(Comparator.comparingDouble(SuiteRuns::seconds).reversed()).toList();
  }

  private static double seconds(Model model) {
    return Objects.requireNonNullElse(model.seconds(), 0.0);
  }

  /**
   * What TLC said of a model, as soon as it has.
   *
   * @throws IllegalArgumentException if the model is not in the suite
   * @throws IllegalStateException if TLC could not be run
   */
  public TlcRun of(Model model) {
    Future<TlcRun> run = started().get(model);
    if (run == null) {
      throw new IllegalArgumentException("model=" + model.config() + ": not in the suite");
    }
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + model.config(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(model.config(), e.getCause());
    }
  }

  private synchronized Map<Model, Future<TlcRun>> started() {
    if (runs.isEmpty()) {
      int atATime = Runtime.getRuntime().availableProcessors() + 1;
      ExecutorService pool =
          Executors.newFixedThreadPool(atATime, Thread.ofPlatform().daemon().factory());
      models.forEach(model -> runs.put(model, pool.submit(() -> run(model))));
      pool.shutdown();
    }
    return runs;
  }

  private TlcRun run(Model model) {
    TlcRun run = tlc.run(model);
    ended.accept(model);
    return run;
  }
}
