package org.spaprtce.conformance.workload;

import java.util.SplittableRandom;

/**
 * A step before it is known where it will be taken: small numbers that choose among what is
 * interesting in the state of that moment.
 *
 * <p>Selectors do not depend on each other, so any of them can be left out of a sequence and the
 * rest still makes sense. That is what lets a failing sequence shrink.
 *
 * @param operation chooses the command, below {@link #OPERATIONS}
 * @param container chooses the container, below {@link #CHOICES}
 * @param address chooses a user address, below {@link #CHOICES}
 * @param size chooses a size, below {@link #CHOICES}
 * @param bus chooses a bus address, below {@link #CHOICES}
 * @param twist chooses what is unusual about the step, below {@link #CHOICES}
 */
public record Selector(int operation, int container, int address, int size, int bus, int twist) {
  /** Commands by weight: maps and registrations are most of a real client's calls. */
  public static final int OPERATIONS = 16;

  /** Enough for every choice that is made with one number. */
  public static final int CHOICES = 64;

  /** Draws a selector. */
  public static Selector draw(SplittableRandom random) {
    return new Selector(
        random.nextInt(OPERATIONS),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES),
        random.nextInt(CHOICES));
  }
}
