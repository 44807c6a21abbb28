package org.spaprtce.conformance.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of recorded operations.
 *
 * @param file the file as the caller named it
 * @param source who wrote it
 * @param release the release of the recorded kernel; null if the recording does not tell it
 * @param pageSize the page of the host, bytes
 * @param sequences the processes, independent of each other
 */
public record Recording(
    String file, Source source, @Nullable String release, long pageSize, List<Sequence> sequences) {
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

  /** Where it comes from. */
  public Origin origin() {
    return new Origin(file, source, release, pageSize);
  }

  /** The number of records that are operations. */
  public int operations() {
    return sequences.stream().mapToInt(sequence -> sequence.operations().size()).sum();
  }
}
