package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.Value;

/** Something that executes commands of the norm and shows its whole state in the norm's words. */
public interface SystemUnderTest extends AutoCloseable {
  /** Executes a command while its environment answers as the command's field env says. */
  Answer execute(Value command);

  /** Others have so many pages of locked_vm of a process from now on. */
  void lockElsewhere(String process, BigInteger pages);

  /** The seven variables of the norm after the last step. */
  Map<String, Value> variables();

  /**
   * What a device of a group reaches at a bus address: a set of at most one record with what it may
   * do, {@code perm}, and the physical address of the byte, {@code address}.
   */
  Value deviceView(String group, BigInteger iova);

  /** What the host has given out and the state does not account for, or the other way round. */
  List<String> leaks();

  @Override
  default void close() {}
}
