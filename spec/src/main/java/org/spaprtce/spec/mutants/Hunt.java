package org.spaprtce.spec.mutants;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.Scratch;

/**
 * Runs models on mutants of the norm, until one answers otherwise than expected.
 *
 * <p>Models that killed mutants of the same operator run first, then those that did so in the same
 * module, then the rest in the order of the manifest. A model counts only if it answers as expected
 * on the norm itself, which is tried when it first makes a difference. Threads may share a hunt.
 */
final class Hunt {
  /** The answer of a model. */
  interface Referee {
    /**
     * How the model's answer on a version of the norm differs from the expected one.
     *
     * @return a sentence for each difference
     * @throws TimeoutException if the model gives no answer in time, which shows nothing
     */
    List<String> differences(Path norm, Model model) throws TimeoutException;
  }

  private final Path norm;
  private final List<Model> models;
  private final Equivalents equivalents;
  private final Referee referee;
  private final Map<String, Integer> kills = new ConcurrentHashMap<>();
  private final Map<Model, List<String>> onTheNorm = new ConcurrentHashMap<>();

  /**
   * A hunt.
   *
   * @param norm the folder of the norm's modules
   * @param models the models, in the order in which they are tried at first
   * @param equivalents the mutants that no model can kill
   * @param referee runs a model
   */
  Hunt(Path norm, List<Model> models, Equivalents equivalents, Referee referee) {
    this.norm = norm;
    this.models = List.copyOf(models);
    this.equivalents = equivalents;
    this.referee = referee;
  }

  /** What becomes of a mutant. */
  Finding find(Mutant mutant) {
    Instant start = Instant.now();
    Optional<String> reason = equivalents.reason(mutant);
    List<String> unanswered = new ArrayList<>();
    try (Scratch changed = changed(mutant)) {
      for (Model model : ordered(mutant)) {
        List<String> differences = List.of();
        try {
          differences = referee.differences(changed.path(), model);
        } catch (TimeoutException e) {
          unanswered.add(model.name());
        }
        if (!differences.isEmpty() && isFit(model)) {
          kills.merge(operatorKey(mutant, model), 1, Integer::sum);
          kills.merge(moduleKey(mutant, model), 1, Integer::sum);
          return finding(
              mutant,
              reason.isEmpty() ? Finding.Verdict.KILLED : Finding.Verdict.NOT_EQUIVALENT,
              model.name(),
              String.join("; ", differences),
              start);
        }
      }
    }
    if (!unanswered.isEmpty()) {
      return finding(mutant, Finding.Verdict.UNANSWERED, String.join(", ", unanswered), "", start);
    }
    return reason.isEmpty()
        ? finding(mutant, Finding.Verdict.SURVIVED, "", "", start)
        : finding(mutant, Finding.Verdict.EQUIVALENT, reason.get(), "", start);
  }

  /** The models that were set aside because they fail on the norm itself, with how they do. */
  Set<String> unfit() {
    Set<String> unfit = new TreeSet<>();
    onTheNorm.forEach((model, differences) -> {
      if (!differences.isEmpty()) {
        unfit.add(model.config() + ": " + String.join("; ", differences));
      }
    });
    return unfit;
  }

  private boolean isFit(Model model) {
    return onTheNorm.computeIfAbsent(model, this::differencesOnTheNorm).isEmpty();
  }

  private List<String> differencesOnTheNorm(Model model) {
    try {
      return referee.differences(norm, model);
    } catch (TimeoutException e) {
      return List.of("no answer in time");
    }
  }

  private List<Model> ordered(Mutant mutant) {
    Comparator<Model> byOperator =
        comparingInt(model -> -kills.getOrDefault(operatorKey(mutant, model), 0));
    Comparator<Model> byModule =
        comparingInt(model -> -kills.getOrDefault(moduleKey(mutant, model), 0));
    return models.stream()
        .filter(model -> onTheNorm.getOrDefault(model, List.of()).isEmpty())
        .sorted(byOperator.thenComparing(byModule))
        .toList();
  }

  private static String operatorKey(Mutant mutant, Model model) {
    return mutant.module() + "." + mutant.operator() + " " + model.config();
  }

  private static String moduleKey(Mutant mutant, Model model) {
    return mutant.module() + " " + model.config();
  }

  private static Finding finding(
      Mutant mutant, Finding.Verdict verdict, String by, String detail, Instant start) {
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    return new Finding(mutant.key(), mutant.range().beginLine(), verdict, by, detail, seconds);
  }

  /** A copy of the norm with the mutant in it. */
  private Scratch changed(Mutant mutant) {
    try (Stream<Path> files = Files.list(norm)) {
      Scratch folder = Scratch.folder("mutant");
      for (Path file : files.filter(path -> path.toString().endsWith(".tla")).toList()) {
        Files.copy(file, folder.path().resolve(file.getFileName()));
      }
      Path module = folder.path().resolve(mutant.module() + ".tla");
      Files.writeString(module, mutant.apply(Files.readString(module)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
