package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.NormCommand.Environment;
import org.spaprtce.conformance.recording.MemoryTrait;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.Recording;

/**
 * The memory and the privileges of the recorded process, as far as the recording tells.
 *
 * <p>The recorder of kernels starts every process as root with its documented memory. A client log
 * tells nothing.
 */
final class ProcessFacts {
  /** The huge page of the hash MMU; the recorded machines with another MMU offer none. */
  static final BigInteger HUGE_PAGE = BigInteger.ONE.shiftLeft(24);

  /** A page so big that no window's page is bigger: what may back memory nobody describes. */
  static final BigInteger ANY_PAGE = BigInteger.ONE.shiftLeft(63);

  /** The recorder starts every buffer at such a multiple and leaves as much free behind it. */
  private static final BigInteger ARENA_GRAIN = BigInteger.ONE.shiftLeft(30);

  private final boolean told;
  private final BigInteger pageSize;
  private final MemoryMap memory = new MemoryMap();
  private boolean root = true;
  private @Nullable BigInteger memlock;

  ProcessFacts(Recording.Source source, long pageSize) {
    this.told = source == Recording.Source.KERNEL;
    this.pageSize = BigInteger.valueOf(pageSize);
  }

  /** Takes the fact of an operation on memory. */
  void take(Operation.Memory operation, boolean succeeded) {
    switch (operation) {
      case Operation.MapMemory map -> {
        if (succeeded) {
          mapped(map);
        }
      }
      case Operation.UnmapMemory unmap -> {
        if (succeeded) {
          memory.set(unmap.start(), whole(unmap.size(), pageSize), MemoryMap.Access.BARRED);
        }
      }
      case Operation.ProtectMemory protect -> {
        BigInteger size = whole(protect.size(), pageSize);
        if (succeeded) {
          memory.protect(protect.start(), size, protect.writable());
        } else {
          memory.forget(protect.start(), size); // it stops half-way, nobody knows where
        }
      }
      case Operation.UseMemory _ -> {
        // the mapping stays as it is
      }
    }
  }

  private void mapped(Operation.MapMemory map) {
    boolean huge = map.traits().contains(MemoryTrait.HUGE);
    boolean writable = !map.traits().contains(MemoryTrait.UNWRITABLE);
    BigInteger size = whole(map.size(), huge ? HUGE_PAGE : pageSize);
    memory.set(map.start(), size, new MemoryMap.Access(writable, huge));
    if (map.arena()) {
      BigInteger end = map.start().add(size);
      BigInteger next = whole(end, ARENA_GRAIN).add(ARENA_GRAIN);
      memory.setWhereUnknown(end, next.subtract(end), MemoryMap.Access.BARRED);
    }
  }

  private static BigInteger whole(BigInteger size, BigInteger unit) {
    return size.add(unit).subtract(BigInteger.ONE).divide(unit).multiply(unit);
  }

  /** Takes the fact of a change of privileges that succeeded. */
  void take(Operation.Privilege operation) {
    switch (operation) {
      case Operation.SetMemlock limit -> memlock = limit.limit();
      case Operation.SetUser user -> root = root && user.user() == 0;
    }
  }

  /** Whether the pages behind a block are known. */
  boolean knowsBacking() {
    return told;
  }

  /** The environments that the call may have had, the most permissive first. */
  List<Environment> possible(Operation.Register call) {
    List<Environment> environments = new ArrayList<>();
    MemoryMap.Pinnable pinnable =
        told ? memory.pinnable(call.vaddr(), call.size()) : MemoryMap.Pinnable.UNKNOWN;
    BigInteger backing = backing(call);
    if (pinnable != MemoryMap.Pinnable.NO) {
      add(environments, true, backing);
    }
    if (pinnable != MemoryMap.Pinnable.YES) {
      add(environments, false, backing);
    }
    return environments;
  }

  private void add(List<Environment> environments, boolean pinnable, BigInteger backing) {
    BigInteger limit = memlock;
    boolean capable = told && root;
    boolean unknown = !capable && limit == null;
    if (capable || unknown) {
      environments.add(new Environment(BigInteger.ZERO, true, pinnable, backing));
    }
    if (!capable) {
      environments.add(
          new Environment(limit == null ? BigInteger.ZERO : limit, false, pinnable, backing));
    }
  }

  private BigInteger backing(Operation.Register call) {
    if (!told) {
      return ANY_PAGE;
    }
    return memory.huge(call.vaddr(), call.size()) ? HUGE_PAGE : pageSize;
  }
}
