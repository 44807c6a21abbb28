package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.List;
import org.spaprtce.DmaWindow;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The commands that lead from the norm's initial state to the one that a scenario starts in.
 *
 * <p>Each container gets a group of its own and version 2, and then its window, in one of the three
 * ways in which a container can come to exactly one window.
 */
final class Opening {
  private static final long VERSION_2 = 7;
  private static final Header CREATE = new Header(true, 40, 0);
  private static final Header REMOVE = new Header(true, 16, 0);
  private static final int NO_PAGE_SHIFT = 0;

  private final Oracle oracle;
  private final BigInteger defaultStart;
  private State state;

  private Opening(Oracle oracle, BigInteger defaultStart) {
    this.oracle = oracle;
    this.defaultStart = defaultStart;
    this.state = oracle.initial();
  }

  /** The state in which every container has its window and others have charged their pages. */
  static State of(Oracle oracle, Scenario scenario) {
    Opening opening = new Opening(oracle, SpecVocabulary.machine(scenario).windowStart());
    for (int i = 0; i < scenario.windows().size(); i++) {
      opening.open(i, scenario.windows().get(i));
    }
    List<State> charged =
        oracle.fact(
            opening.state,
            "LockedElsewhere",
            Values.string(SpecVocabulary.PROCESS),
            Values.unsigned(scenario.elsewhere()));
    return charged.getFirst();
  }

  private void open(int number, DmaWindow window) {
    Target group = target(SpecVocabulary.group(number));
    Target container = target(SpecVocabulary.container(number));
    take(NormCommand.ofGroup("OPEN_GROUP", group), "OK");
    take(NormCommand.setContainer(group, true, NamedFile.CONTAINER, container.object()), "OK");
    take(NormCommand.setIommu(container, VERSION_2), "OK");
    if (Scenario.isSecond(window)) {
      remove(container);
      create(container, window);
      create(container, window);
      remove(container);
    } else if (Scenario.isDefault(window)) {
      // Whatever needs the default window makes it, also if it then refuses its own arguments.
      take(
          NormCommand.create(container, CREATE, NO_PAGE_SHIFT, SpecVocabulary.size(window), 1),
          "EINVAL");
    } else {
      remove(container);
      create(container, window);
    }
  }

  private static Target target(String object) {
    return new Target(SpecVocabulary.PROCESS, object, Environment.GENEROUS);
  }

  /** Creates a window at the lowest free start. */
  private void create(Target container, DmaWindow window) {
    int shift = Long.numberOfTrailingZeros(window.pageBytes());
    take(NormCommand.create(container, CREATE, shift, SpecVocabulary.size(window), 1), "OK");
  }

  /** Removes the window at the start of the default window, which may still be owed. */
  private void remove(Target container) {
    take(NormCommand.remove(container, REMOVE, defaultStart), "OK");
  }

  private void take(Value command, String result) {
    List<State> successors = oracle.apply(state, command, Values.string(result));
    if (successors.isEmpty()) {
      throw new IllegalStateException(
          "command=%s result=%s allowed=%s"
              .formatted(command, result, oracle.allowed(state, command)));
    }
    state = successors.getFirst();
  }
}
