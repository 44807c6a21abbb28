package org.spaprtce.conformance.sut;

import java.util.List;
import java.util.function.Supplier;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/**
 * Something that several threads call at the same time.
 *
 * <p>A call returns as soon as it is over; what it saw is put into the words of the norm when the
 * result is asked for.
 */
public interface SharedSystem {
  /** Makes a call. */
  Supplier<Answer> call(ConcurrentSystem.Request request);

  /**
   * What a device of a group reaches at a bus address: a set of at most one record with what it may
   * do, {@code perm}, and the user address of the byte, {@code address}.
   */
  Supplier<Value> lookup(String group, long iova);

  /** The whole state at one moment, of these variables of the norm. */
  Supplier<State> look(List<String> variables);

  /** What is pinned otherwise than the state says, while nobody calls. */
  List<String> leaks();
}
