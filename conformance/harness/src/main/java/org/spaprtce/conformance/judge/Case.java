package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Set;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Recording;

/**
 * What is the same for all operations of a sequence.
 *
 * @param recording the recording
 * @param machine the machine
 * @param book the rules
 * @param followed the quirks that the recorded kernel has
 * @param judging the quirks by which it is judged
 */
record Case(
    Recording recording,
    Machine machine,
    Rulebook book,
    Set<String> followed,
    Set<String> judging) {
  Rules rules(Set<String> quirks) {
    return book.with(quirks)
        .orElseThrow(() -> new IllegalStateException("quirks=" + quirks + " exclude each other"));
  }

  BigInteger pageSize() {
    return BigInteger.valueOf(recording.pageSize());
  }

  boolean isTold() {
    return recording.source() == Recording.Source.KERNEL;
  }
}
