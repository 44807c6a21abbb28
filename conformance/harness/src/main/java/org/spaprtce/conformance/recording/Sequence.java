package org.spaprtce.conformance.recording;

import java.util.List;

/** What one process did, from its start, in order. */
public record Sequence(String name, List<RecordedOperation> operations) {
  /** Copies the operations. */
  public Sequence {
    operations = List.copyOf(operations);
  }
}
