package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.MemoryTrait;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.world.MemoryMap;
import org.spaprtce.conformance.world.RecordedProcess;

/** What a process does to its memory, and what it finds there. */
final class MemorySteps {
  private static final String NO_MEMORY = "ENOMEM";
  private static final String NOT_PERMITTED = "EPERM";
  private static final byte TOUCHED = 0x5a;

  /** The advice to drop the pages, to drop them when memory is short, and to punch a hole. */
  private static final long DONT_NEED = 4;

  private static final long FREE = 8;
  private static final long REMOVE = 9;

  /** More than a process can have touched. */
  private static final int MEMORY_BITS = 40;

  private final RecordedProcess process;
  private final MemoryMap memory;
  private final BigInteger pageSize;
  private final BigInteger hugePage;

  MemorySteps(RecordedProcess process, BigInteger pageSize, BigInteger hugePage) {
    this.process = process;
    this.memory = process.memory();
    this.pageSize = pageSize;
    this.hugePage = hugePage;
  }

  /**
   * Takes an operation.
   *
   * @param recorded the operation's record
   * @param operation the operation
   * @param lockedPages pages of locked_vm before it
   * @return what it should have answered, if that is known and something else
   */
  @Nullable String take(
      RecordedOperation recorded, Operation.Memory operation, BigInteger lockedPages) {
    Answer answer = recorded.answer();
    switch (operation) {
      case Operation.MapMemory map -> {
        if (answer.succeeded()) {
          map(map);
        }
      }
      case Operation.MapNothing _ -> {
        // there was nothing to be mapped
      }
      case Operation.UnmapMemory unmap -> {
        if (answer.succeeded()) {
          memory.unmap(unmap.start(), whole(unmap.size(), pageSize));
        }
      }
      case Operation.ProtectMemory protect -> protect(protect, answer);
      case Operation.AdviseMemory advise -> advise(advise, answer);
      case Operation.LockMemory lock -> {
        return lock(lock, answer, lockedPages);
      }
      case Operation.UnlockMemory unlock -> {
        if (changesUpToAHole(answer)) {
          Pages pages = pages(unlock.start(), unlock.size());
          memory.lock(pages.start, pages.size, false);
        }
      }
      case Operation.TouchMemory touch -> {
        memory.fill(touch.start(), touch.size(), TOUCHED);
        got(touch.start(), touch.size());
      }
      case Operation.WriteWords write -> write(write);
      case Operation.ReadWord read -> {
        return read(read, recorded);
      }
    }
    return null;
  }

  private static boolean changesUpToAHole(Answer answer) {
    return answer.succeeded() || answer.errno().equals(NO_MEMORY);
  }

  private void map(Operation.MapMemory map) {
    Set<MemoryTrait> traits = map.traits();
    boolean huge = traits.contains(MemoryTrait.HUGE);
    boolean readable = !traits.contains(MemoryTrait.INACCESSIBLE);
    boolean writable = readable && !traits.contains(MemoryTrait.READ_ONLY);
    memory.map(
        map.start(),
        whole(map.size(), huge ? hugePage : pageSize),
        new MemoryMap.Access(readable, writable, huge, traits.contains(MemoryTrait.SHARED)));
    if (traits.contains(MemoryTrait.TOUCHED)) {
      got(map.start(), map.size());
    }
  }

  /** The pages of a range have been got; huge pages come as a whole. */
  private void got(BigInteger start, BigInteger size) {
    if (memory.isPresent(start, size)) {
      return;
    }
    BigInteger unit = memory.huge(start, size) ? hugePage : pageSize;
    BigInteger before = start.mod(unit);
    memory.present(start.subtract(before), whole(size.add(before), unit));
  }

  private void protect(Operation.ProtectMemory protect, Answer answer) {
    if (changesUpToAHole(answer)) {
      BigInteger size = memory.leading(protect.start(), whole(protect.size(), pageSize));
      memory.protect(protect.start(), size, protect.readable(), protect.writable());
    }
  }

  private void advise(Operation.AdviseMemory advise, Answer answer) {
    BigInteger size = whole(advise.size(), pageSize);
    if (!changesUpToAHole(answer) || size.bitLength() > MEMORY_BITS) {
      return;
    }
    long advice = advise.advice();
    if (advice == DONT_NEED) {
      memory.empty(advise.start(), size);
    } else if (advice == FREE || advice == REMOVE) {
      memory.write(advise.start(), size.longValueExact(), null);
    }
  }

  /** The limit counts pages that are locked already once, and only if it would be passed. */
  private @Nullable String lock(Operation.LockMemory lock, Answer answer, BigInteger lockedPages) {
    Pages pages = pages(lock.start(), lock.size());
    BigInteger limit = process.limit();
    if (!process.mayLock() && limit != null) {
      BigInteger again = memory.lockedWithin(pages.start, pages.size);
      BigInteger asked = pages.size.subtract(again).divide(pageSize);
      String due =
          limit.signum() == 0
              ? NOT_PERMITTED
              : lockedPages.add(asked).compareTo(limit.divide(pageSize)) > 0 ? NO_MEMORY : null;
      if (due != null) {
        return answer.errno().equals(due) ? null : due;
      }
    }
    if (changesUpToAHole(answer)) {
      memory.lock(pages.start, pages.size, true);
    }
    return null;
  }

  /** The pages of a range were pinned. */
  void pinned(BigInteger start, BigInteger size) {
    got(start, size);
  }

  private record Pages(BigInteger start, BigInteger size) {}

  /** The pages that a range lies in. */
  private Pages pages(BigInteger start, BigInteger size) {
    BigInteger inPage = start.mod(pageSize);
    return new Pages(start.subtract(inPage), whole(size.add(inPage), pageSize));
  }

  private static BigInteger whole(BigInteger size, BigInteger unit) {
    return size.add(unit).subtract(BigInteger.ONE).divide(unit).multiply(unit);
  }

  private void write(Operation.WriteWords write) {
    long size = write.size() == 0 ? Long.BYTES : write.size();
    int words = (int) (size / Long.BYTES);
    ByteBuffer bytes = ByteBuffer.allocate(words * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words; i++) {
      bytes.putLong(write.value().longValue() + i);
    }
    memory.write(write.start(), bytes.capacity(), bytes.array());
    got(write.start(), BigInteger.valueOf(bytes.capacity()));
  }

  private @Nullable String read(Operation.ReadWord read, RecordedOperation recorded) {
    BigInteger found = recorded.output().get("val");
    byte[] bytes = memory.read(read.start(), Long.BYTES);
    if (found == null || bytes == null) {
      return null;
    }
    long due = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return found.longValue() == due ? null : "val 0x" + Long.toHexString(due);
  }
}
