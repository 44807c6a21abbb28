package org.spaprtce.spec;

import org.jspecify.annotations.Nullable;

/**
 * One model of the manifest: a TLA+ module with a configuration, and what TLC must answer.
 *
 * @param config file name of the configuration, with its ending
 * @param module file name of the module, with its ending
 * @param purpose what the model is for, in a sentence
 * @param kind what the answer shows
 * @param violated the property that TLC must report, or null where all must hold
 * @param distinctStates the exact number of distinct states that TLC must find
 * @param depth the exact depth of the search that TLC must report
 */
public record Model(
    String config,
    String module,
    String purpose,
    Kind kind,
    @Nullable String violated,
    long distinctStates,
    int depth) {

  /** What a model's answer shows. */
  public enum Kind {
    /** Every property holds in every reachable state. */
    HOLDS,
    /** A seeded fault is caught by the one property that is there for it. */
    FAULT,
    /** An interesting state is reachable. */
    BAIT,
    /** The model's state graph is compared with the compiled oracle's. */
    GRAPH
  }

  /**
   * Rejects an entry that could not fail: a fault or bait without a property, or any other with
   * one.
   */
  public Model {
    boolean needsProperty = kind == Kind.FAULT || kind == Kind.BAIT;
    if (needsProperty != (violated != null)) {
      throw new IllegalArgumentException(
          "config=%s kind=%s violated=%s: exactly faults and baits name a violated property"
              .formatted(config, kind, violated));
    }
  }

  /** The configuration's name without its ending. */
  public String name() {
    return config.substring(0, config.lastIndexOf('.'));
  }
}
