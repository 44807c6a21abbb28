package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Set;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Origin;
import org.spaprtce.conformance.recording.Recording;

/**
 * What is the same for all operations of a recording.
 *
 * @param origin where the recording comes from
 * @param machine the machine
 * @param book the rules
 * @param known the names that sequences have had
 * @param followed the quirks that the recorded kernel has
 * @param judging the quirks by which it is judged
 */
record Case(
    Origin origin,
    Machine machine,
    Rulebook book,
    Names.Known known,
    Set<String> followed,
    Set<String> judging) {
  BigInteger pageSize() {
    return BigInteger.valueOf(origin.pageSize());
  }

  boolean isTold() {
    return origin.source() == Recording.Source.KERNEL;
  }
}
