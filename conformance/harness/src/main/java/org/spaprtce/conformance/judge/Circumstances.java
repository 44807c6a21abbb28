package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.world.RecordedProcess;

/**
 * The environments that a recorded call may have had: one if the recording tells everything, else
 * several, the most generous first.
 */
final class Circumstances {
  /** Memory of the recorded machines, bytes: no more can be allocated for records. */
  private static final BigInteger MACHINE_MEMORY = BigInteger.ONE.shiftLeft(32);

  /** The largest piece that the kernel's page allocator gives, bytes, whatever its page is. */
  private static final BigInteger LARGEST_PIECE = BigInteger.ONE.shiftLeft(24);

  private static final Environment TOLD =
      Environment.GENEROUS.withAllocations(MACHINE_MEMORY, LARGEST_PIECE);

  private final RecordedProcess process;
  private final BigInteger pageSize;
  private final BigInteger hugePage;

  private List<Environment> plain = List.of();
  private boolean couldLock;
  private @Nullable BigInteger lastLimit;

  /**
   * The circumstances of a process.
   *
   * @param pageSize bytes of a page
   * @param hugePage bytes of a page of hugetlbfs
   */
  Circumstances(RecordedProcess process, BigInteger pageSize, BigInteger hugePage) {
    this.process = process;
    this.pageSize = pageSize;
    this.hugePage = hugePage;
  }

  /** For a call that names no user memory. */
  List<Environment> plain() {
    boolean known =
        !plain.isEmpty()
            && couldLock == process.mayLock()
            && Objects.equals(lastLimit, process.limit());
    if (!known) {
      couldLock = process.mayLock();
      lastLimit = process.limit();
      plain = of(lastLimit, couldLock, process.isTold() ? TOLD : Environment.GENEROUS);
    }
    return plain;
  }

  private static List<Environment> of(
      @Nullable BigInteger limit, boolean mayLock, Environment base) {
    if (mayLock) {
      return List.of(base.withPrivilege(limit == null ? BigInteger.ZERO : limit, true));
    }
    if (limit != null) {
      return List.of(base.withPrivilege(limit, false));
    }
    return List.of(
        base.withPrivilege(BigInteger.ZERO, true), base.withPrivilege(BigInteger.ZERO, false));
  }

  /**
   * For a call that pins user memory.
   *
   * @param frames the name of the pages that are there now
   */
  List<Environment> pinning(
      BigInteger vaddr, BigInteger size, long frames, RecordedOperation recorded) {
    List<BigInteger> pinnable = pinnable(vaddr, size, recorded.answer());
    BigInteger backing = backing(vaddr, size);
    List<Environment> environments = new ArrayList<>();
    for (Environment environment : plain()) {
      for (BigInteger pinned : pinnable) {
        environments.add(environment.withMemory(pinned, backing, frames));
      }
    }
    return environments;
  }

  private List<BigInteger> pinnable(BigInteger vaddr, BigInteger size, Answer answer) {
    BigInteger possibly = process.memory().perhapsPinnable(vaddr, size);
    BigInteger surely = process.memory().surelyPinnable(vaddr, size);
    if (possibly.equals(surely)) {
      return List.of(surely);
    }
    if (answer.value() > 0) {
      BigInteger told = pageSize.multiply(BigInteger.valueOf(answer.value()));
      if (told.compareTo(surely) > 0 && told.compareTo(possibly) < 0) {
        return List.of(possibly, surely, told);
      }
    }
    return List.of(possibly, surely);
  }

  private BigInteger backing(BigInteger vaddr, BigInteger size) {
    if (!process.isTold()) {
      return Environment.GENEROUS.backing();
    }
    return process.memory().huge(vaddr, size) ? hugePage : pageSize;
  }
}
