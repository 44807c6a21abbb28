package org.spaprtce.conformance.sut;

import java.util.Optional;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.TceEntry;

/** Something that executes steps and shows its whole state. */
public interface SystemUnderTest {
  /** Executes one step. */
  Outcome execute(Step step);

  /** The whole state after the last step. */
  ProcessState state();

  /** What a device of a container finds at a bus address. */
  Optional<TceEntry> translate(int container, Iova iova);
}
