package org.spaprtce.conformance.workload;

import java.util.SplittableRandom;

/**
 * A step before it is known where it will be taken: small numbers that choose among what is
 * interesting in the state of that moment.
 *
 * <p>Selectors do not depend on each other, so any of them can be left out of a sequence and the
 * rest still makes sense. That is what lets a failing sequence shrink.
 *
 * @param operation chooses the step, below {@link Operations#WEIGHT}
 * @param caller chooses the process, below {@link #CHOICES}, as all the others are
 * @param object chooses the container or the group
 * @param address chooses a user address
 * @param size chooses a size
 * @param bus chooses a bus address
 * @param header chooses what is unusual about the argument structure
 * @param host chooses what is unusual about the environment
 */
public record Selector(
    int operation, int caller, int object, int address, int size, int bus, int header, int host) {
  /** Enough for every choice that is made with one number. */
  public static final int CHOICES = 64;

  /** Draws a selector. */
  public static Selector draw(SplittableRandom random) {
    return new Selector(
        random.nextInt(Operations.WEIGHT),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES));
  }
}
