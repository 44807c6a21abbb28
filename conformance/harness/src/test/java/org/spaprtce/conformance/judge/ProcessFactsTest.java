package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.norm.NormCommand.Environment;
import org.spaprtce.conformance.recording.MemoryTrait;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.Recording;

class ProcessFactsTest {
  private static final long BUFFER = 1L << 33;
  private static final BigInteger PAGE = n(1L << 16);
  private static final BigInteger LIMIT = n(5000);

  private final ProcessFacts process = new ProcessFacts(Recording.Source.KERNEL, 1 << 16);

  private static BigInteger n(long number) {
    return BigInteger.valueOf(number);
  }

  private void map(long size, MemoryTrait... traits) {
    process.take(new Operation.MapMemory(n(BUFFER), n(size), Set.of(traits), true), true);
  }

  private List<Environment> environments(long start, long size) {
    return environments(process, start, size);
  }

  private static List<Environment> environments(ProcessFacts process, long start, long size) {
    return process.possible(new Operation.Register("C0", Script.header(24), n(start), n(size)));
  }

  private static Environment root(boolean pinnable, BigInteger backing) {
    return new Environment(BigInteger.ZERO, true, pinnable, backing);
  }

  @Test
  void possible_writableMemory_isOneEnvironment() {
    map(1 << 20);
    assertEquals(List.of(root(true, PAGE)), environments(BUFFER, 1 << 20));
    assertEquals(List.of(root(false, PAGE)), environments(BUFFER, (1 << 20) + 1));
    assertEquals(List.of(root(true, PAGE), root(false, PAGE)), environments(1L << 28, 1 << 16));
  }

  @Test
  void possible_unmappedOrProtectedMemory_cannotBePinned() {
    map(1 << 20);
    process.take(new Operation.UnmapMemory(n(BUFFER), n(1)), true);
    process.take(new Operation.ProtectMemory(n(BUFFER + (1 << 17)), n(1), false), true);
    process.take(new Operation.UseMemory(), true);
    assertFalse(environments(BUFFER, 1 << 16).getFirst().pinnable());
    assertTrue(environments(BUFFER + (1 << 16), 1 << 16).getFirst().pinnable());
    assertFalse(environments(BUFFER + (1 << 17), 1 << 16).getFirst().pinnable());
    process.take(new Operation.ProtectMemory(n(BUFFER), n(1 << 20), true), false);
    assertEquals(2, environments(BUFFER, 1 << 16).size());
    map(1 << 20, MemoryTrait.UNWRITABLE);
    assertFalse(environments(BUFFER, 1 << 16).getFirst().pinnable());
  }

  @Test
  void possible_gapBehindABuffer_cannotBePinned() {
    map(1 << 20);
    long gap = BUFFER + (1 << 20);
    long next = BUFFER + (1L << 31);
    assertFalse(environments(gap, 1).getFirst().pinnable());
    assertFalse(environments(next - 1, 1).getFirst().pinnable());
    assertEquals(2, environments(next, 1).size());
    process.take(new Operation.MapMemory(n(next), PAGE, Set.of(), false), true);
    assertEquals(2, environments(next + (1 << 16), 1).size());
  }

  @Test
  void take_mappingThatFailed_isNone() {
    process.take(new Operation.MapMemory(n(BUFFER), PAGE, Set.of(), true), false);
    process.take(new Operation.UnmapMemory(n(BUFFER), PAGE), false);
    assertEquals(2, environments(BUFFER, 1 << 16).size());
  }

  @Test
  void possible_hugeBuffer_isBackedByHugePages() {
    map(1 << 23, MemoryTrait.HUGE);
    assertEquals(List.of(root(true, ProcessFacts.HUGE_PAGE)), environments(BUFFER, 1 << 24));
    assertEquals(List.of(root(false, PAGE)), environments(BUFFER, (1 << 24) + 1));
  }

  @Test
  void possible_userWithoutCapabilities_isLimited() {
    map(1 << 20);
    process.take(new Operation.SetMemlock(LIMIT));
    assertEquals(List.of(root(true, PAGE)), environments(BUFFER, 1));
    process.take(new Operation.SetUser(9));
    assertEquals(List.of(new Environment(LIMIT, false, true, PAGE)), environments(BUFFER, 1));
    process.take(new Operation.SetUser(0));
    assertEquals(List.of(new Environment(LIMIT, false, true, PAGE)), environments(BUFFER, 1));
  }

  @Test
  void possible_unknownLimit_mayOrMayNotAllow() {
    map(1 << 20);
    process.take(new Operation.SetUser(9));
    assertEquals(
        List.of(root(true, PAGE), new Environment(BigInteger.ZERO, false, true, PAGE)),
        environments(BUFFER, 1));
  }

  @Test
  void possible_clientLog_isAnything() {
    ProcessFacts client = new ProcessFacts(Recording.Source.CLIENT, 1 << 16);
    List<Environment> environments = environments(client, BUFFER, 1);
    assertEquals(4, environments.size());
    assertEquals(root(true, ProcessFacts.ANY_PAGE), environments.getFirst());
    assertFalse(client.knowsBacking());
    assertTrue(process.knowsBacking());
  }
}
