package org.spaprtce.conformance.recording;

import java.util.List;

/**
 * A file of recorded operations.
 *
 * @param origin where it comes from
 * @param sequences the processes, independent of each other
 */
public record Recording(Origin origin, List<Sequence> sequences) {
  /** Copies the sequences. */
  public Recording {
    sequences = List.copyOf(sequences);
  }

  /** Who wrote a recording, and so what it tells. */
  public enum Source {
    /** The recorder of kernels: it tells limits, memory and locked_vm. */
    KERNEL,
    /** The log of a client's calls: it tells none of them. */
    CLIENT
  }

  /** The number of records that are operations. */
  public int operations() {
    return sequences.stream().mapToInt(sequence -> sequence.operations().size()).sum();
  }
}
