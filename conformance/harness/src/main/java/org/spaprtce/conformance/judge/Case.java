package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Set;
import java.util.SortedSet;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Origin;
import org.spaprtce.conformance.recording.Recording;

/**
 * What is the same for all operations of a recording.
 *
 * @param origin where the recording comes from
 * @param machine the machine
 * @param book the rules
 * @param groups the groups that sequences have had
 * @param followed the quirks that the recorded kernel has
 * @param judging the quirks by which it is judged
 */
record Case(
    Origin origin,
    Machine machine,
    Rulebook book,
    SortedSet<String> groups,
    Set<String> followed,
    Set<String> judging) {
  /** The rules for a cast. */
  Chapter chapter(Cast cast) {
    return book.of(cast, machine, origin.pageSize());
  }

  BigInteger pageSize() {
    return BigInteger.valueOf(origin.pageSize());
  }

  boolean isTold() {
    return origin.source() == Recording.Source.KERNEL;
  }
}
