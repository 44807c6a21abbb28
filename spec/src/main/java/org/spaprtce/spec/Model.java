package org.spaprtce.spec;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One model of a manifest: a TLA+ module with a configuration, and what TLC must answer.
 *
 * @param config file name of the configuration, with its ending
 * @param module file name of the module, with its ending
 * @param purpose what the model is for, in a sentence
 * @param kind what the answer shows
 * @param violated the property that TLC must report, or null where all must hold
 * @param distinctStates the exact number of distinct states that TLC must find, or -1 where it is
 *     not known
 * @param depth the exact depth of the search that TLC must report, or -1 where it is not known or
 *     TLC does not print it, as for a violated property of behaviours
 * @param answers the exact number of different answers of checks that the model must reach, or null
 *     where the model does not record them
 * @param census a digest of how many calls of the model each check decided, or null where the model
 *     does not record it
 * @param steps the steps of the counterexample, or null
 * @param suite the suite that the model belongs to; small if null
 * @param liveness whether the configuration names a property that TLC's distributed mode does not
 *     check; not if null
 * @param seconds wall time that the model took in the suite on two cores, or null; never compared
 */
public record Model(
    String config,
    String module,
    String purpose,
    Kind kind,
    @Nullable String violated,
    long distinctStates,
    int depth,
    @Nullable Integer answers,
    @Nullable String census,
    @Nullable Integer steps,
    @Nullable Suite suite,
    @Nullable Boolean liveness,
    @Nullable Double seconds) {

  /** What TLC reports as violated where a state has no successor. */
  public static final String DEADLOCK = "Deadlock";

  /** What TLC reports as violated where a behaviour does not do what it must do in the end. */
  public static final String TEMPORAL = "Temporal";

  /** What a model's answer shows. */
  public enum Kind {
    /** Every property holds in every reachable state. */
    HOLDS,
    /** A seeded fault is caught by the one property that is there for it. */
    FAULT,
    /** A named quirk is caught by the property that it breaks. */
    QUIRK,
    /** An interesting state is reachable. */
    BAIT,
    /** The model's state graph is compared with the compiled oracle's. */
    GRAPH
  }

  /** When a model is run. */
  public enum Suite {
    /** With every test run. */
    SMALL,
    /** On request; takes minutes to hours. */
    LARGE
  }

  /**
   * Rejects an entry that could not fail: a fault, quirk or bait without a property, or any other
   * with one; and one of the small suite without its numbers.
   */
  public Model {
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(kind, "kind");
    boolean needsProperty = kind == Kind.FAULT || kind == Kind.QUIRK || kind == Kind.BAIT;
    if (needsProperty != (violated != null)) {
      throw new IllegalArgumentException(
          "config=%s kind=%s violated=%s: exactly faults, quirks and baits name what is violated"
              .formatted(config, kind, violated));
    }
    boolean exact = distinctStates > 0 && (depth > 0 || TEMPORAL.equals(violated));
    if (suite != Suite.LARGE && !exact) {
      throw new IllegalArgumentException(
          "config=%s distinctStates=%d depth=%d: the small suite is exact"
              .formatted(config, distinctStates, depth));
    }
  }

  /** Whether the model is of the large suite. */
  public boolean isLarge() {
    return suite == Suite.LARGE;
  }

  /** Whether TLC must look at whole behaviours, which its distributed mode does not do. */
  public boolean isLiveness() {
    return Boolean.TRUE.equals(liveness);
  }

  /** The configuration's name without its ending. */
  public String name() {
    return config.substring(0, config.lastIndexOf('.'));
  }
}
