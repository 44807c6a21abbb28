package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The map of segments says of every range what an array of single bytes says. */
class MemoryMapPropertyTest {
  private static final int BYTES = 16;

  enum Kind {
    SET,
    SET_WHERE_UNKNOWN,
    PROTECT,
    FORGET
  }

  record Change(Kind kind, int start, int size, boolean writable, boolean huge) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            Arbitraries.integers().between(0, BYTES - 1),
            Arbitraries.integers().between(0, BYTES),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as((kind, start, size, writable, huge) ->
            new Change(kind, start, Math.min(size, BYTES - start), writable, huge))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void ranges_afterChanges_areAsTheirBytes(@ForAll("changes") List<Change> changes) {
    MemoryMap memory = new MemoryMap();
    MemoryMap.@Nullable Access[] bytes = new MemoryMap.@Nullable Access[BYTES];
    for (Change change : changes) {
      change(memory, change);
      for (int i = change.start(); i < change.start() + change.size(); i++) {
        bytes[i] = changed(bytes[i], change);
      }
    }
    for (int start = 0; start < BYTES; start++) {
      for (int end = start + 1; end <= BYTES; end++) {
        var range = Arrays.asList(bytes).subList(start, end);
        BigInteger from = BigInteger.valueOf(start);
        BigInteger size = BigInteger.valueOf(end - start);
        assertEquals(pinnable(range), memory.pinnable(from, size));
        assertEquals(
            range.stream().allMatch(access -> access != null && access.huge()),
            memory.huge(from, size));
      }
    }
  }

  private static void change(MemoryMap memory, Change change) {
    BigInteger start = BigInteger.valueOf(change.start());
    BigInteger size = BigInteger.valueOf(change.size());
    var access = new MemoryMap.Access(change.writable(), change.huge());
    switch (change.kind()) {
      case SET -> memory.set(start, size, access);
      case SET_WHERE_UNKNOWN -> memory.setWhereUnknown(start, size, access);
      case PROTECT -> memory.protect(start, size, change.writable());
      case FORGET -> memory.forget(start, size);
    }
  }

  private static MemoryMap.@Nullable Access changed(MemoryMap.@Nullable Access old, Change change) {
    return switch (change.kind()) {
      case SET -> new MemoryMap.Access(change.writable(), change.huge());
      case SET_WHERE_UNKNOWN ->
          old == null ? new MemoryMap.Access(change.writable(), change.huge()) : old;
      case PROTECT -> new MemoryMap.Access(change.writable(), old != null && old.huge());
      case FORGET -> null;
    };
  }

  private static MemoryMap.Pinnable pinnable(List<MemoryMap.@Nullable Access> range) {
    if (range.stream().anyMatch(access -> access != null && !access.writable())) {
      return MemoryMap.Pinnable.NO;
    }
    return range.contains(null) ? MemoryMap.Pinnable.UNKNOWN : MemoryMap.Pinnable.YES;
  }
}
