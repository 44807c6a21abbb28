package org.spaprtce.platform;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.spaprtce.platform.LinuxHostMemory.Placement.ASSUMED;
import static org.spaprtce.platform.LinuxHostMemory.Placement.OBSERVED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory.Unpinnable;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** Real memory, locked and unlocked, compared with VmLck. */
class LinuxHostMemoryTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  private static final ProcessId OWNER = new ProcessId(0);
  private static final long HUGE = 1L << 21;
  private static final int PROT_READ = 1;

  private final Arena arena = Arena.ofConfined();
  private long page;
  private long lockedBefore;

  @BeforeAll
  static void requireLinux() {
    RealMemory.assumeLinux();
  }

  @BeforeEach
  void requireRoom() {
    page = LinuxProcess.pageSize();
    RealMemory.assumeLockable(8 * page);
    lockedBefore = LinuxProcess.lockedBytes();
  }

  @AfterEach
  void close() {
    arena.close();
  }

  private long lockedPages() {
    return (LinuxProcess.lockedBytes() - lockedBefore) / page;
  }

  private MemorySegment memory(int pages) {
    return AnonymousMemory.map(pages * page, arena);
  }

  private static UserAddress at(MemorySegment segment, long offset) {
    return new UserAddress(segment.address() + offset);
  }

  private static PinnedBlock pin(LinuxHostMemory host, MemorySegment segment, long from, long to) {
    return assertInstanceOf(PinnedBlock.class, host.pin(OWNER, at(segment, from), to - from));
  }

  @Test
  void pin_thenUnpin_movesVmLckByThePages() {
    var host = new LinuxHostMemory(OBSERVED);
    MemorySegment memory = memory(4);
    PinnedBlock block = pin(host, memory, 0, 3 * page);
    assertEquals(3, lockedPages());
    assertEquals(List.of(at(memory, 0), 3 * page), List.of(block.start(), block.size()));
    assertEquals(page, block.backing());
    host.unpin(block);
    assertEquals(0, lockedPages());
    assertThrows(IllegalStateException.class, () -> host.unpin(block));
  }

  @Test
  void pin_overlappingBlocks_locksEachPageUntilItsLastPin() {
    var host = new LinuxHostMemory(ASSUMED);
    MemorySegment memory = memory(6);
    PinnedBlock left = pin(host, memory, 0, 4 * page);
    PinnedBlock right = pin(host, memory, 2 * page, 6 * page);
    PinnedBlock again = pin(host, memory, 2 * page, 6 * page);
    assertEquals(6, lockedPages());
    host.unpin(right);
    assertEquals(6, lockedPages());
    host.unpin(left);
    assertEquals(4, lockedPages());
    host.unpin(again);
    assertEquals(0, lockedPages());
  }

  @Test
  void pin_partsOfPages_locksWholePages() {
    var host = new LinuxHostMemory(OBSERVED);
    MemorySegment memory = memory(3);
    PinnedBlock block = pin(host, memory, page - 8, 2 * page + 8);
    assertEquals(3, lockedPages());
    assertEquals(page + 16, block.layout().runs().stream().mapToLong(PhysicalRun::size).sum());
    assertEquals(page - 8, block.at(0).value() & (page - 1));
    assertEquals(0, block.at(8).value() & (page - 1));
    host.unpin(block);
    assertEquals(0, lockedPages());
  }

  @Test
  void pin_memoryWithAHole_isRefusedAndLeavesNothingLocked() {
    var host = new LinuxHostMemory(ASSUMED);
    MemorySegment memory = memory(5);
    PinnedBlock first = pin(host, memory, 0, page);
    assertEquals(0, LibC.munmap(memory.address() + 3 * page, page));
    assertEquals(new Unpinnable(3 * page), host.pin(OWNER, at(memory, 0), 5 * page));
    assertEquals(new Unpinnable(3 * page - 8), host.pin(OWNER, at(memory, 8), 4 * page));
    assertEquals(new Unpinnable(0), host.pin(OWNER, at(memory, 3 * page), page));
    assertEquals(1, lockedPages());
    host.unpin(first);
    assertEquals(0, lockedPages());
  }

  @Test
  void pin_memoryWithAHoleOfWhichNothingIsPinned_tellsHowFarItGoes() {
    MemorySegment memory = memory(5);
    assertEquals(0, LibC.munmap(memory.address() + 3 * page, page));
    var host = new LinuxHostMemory(ASSUMED);
    assertEquals(new Unpinnable(3 * page), host.pin(OWNER, at(memory, 0), 5 * page));
    assertEquals(0, lockedPages());
  }

  /** Locking such a page alone succeeds. */
  @Test
  void pin_upToAPageThatCannotBeWritten_tellsHowFarItGoes() throws Throwable {
    MemorySegment memory = memory(4);
    assertEquals(0, protect(memory.address() + 2 * page, page, PROT_READ));
    assertEquals(0, LibC.mlock(memory.address(), 4 * page));
    assertEquals(0, LibC.munlock(memory.address(), 4 * page));
    var host = new LinuxHostMemory(ASSUMED);
    assertEquals(new Unpinnable(2 * page), host.pin(OWNER, at(memory, 0), 4 * page));
    assertEquals(0, lockedPages());
  }

  @SuppressWarnings("restricted")
  private static int protect(long address, long size, int protection) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle mprotect =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("mprotect"),
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    return (int) mprotect.invokeExact(address, size, protection);
  }

  @Test
  void pin_addressesOfNobody_isRefused() {
    var host = new LinuxHostMemory(ASSUMED);
    assertEquals(new Unpinnable(0), host.pin(OWNER, new UserAddress(0), page));
    assertEquals(new Unpinnable(0), host.pin(OWNER, new UserAddress(1L << 63), page));
    assertEquals(new Unpinnable(0), host.pin(OWNER, new UserAddress(-page), page));
    assertEquals(new Unpinnable(0), host.pin(OWNER, new UserAddress(0), -1));
    assertEquals(0, lockedPages());
  }

  @Test
  void pin_memoryThatCannotBeWritten_isRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("read-only"), new byte[(int) page]);
    try (FileChannel channel = FileChannel.open(file)) {
      MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, page, arena);
      assertEquals(new Unpinnable(0), new LinuxHostMemory(ASSUMED).pin(OWNER, at(memory, 0), page));
      assertEquals(0, lockedPages());
    }
  }

  @Test
  void unpin_afterMemoryWasUnmapped_unlocksTheRest() {
    var host = new LinuxHostMemory(ASSUMED);
    MemorySegment memory = memory(4);
    PinnedBlock block = pin(host, memory, 0, 4 * page);
    assertEquals(0, LibC.munmap(memory.address() + page, page));
    assertEquals(3, lockedPages());
    host.unpin(block);
    assertEquals(0, lockedPages());
  }

  /** Whether Linux shows this process where a page of its own is: the low 55 bits of a word. */
  private boolean showsFrames() throws IOException {
    MemorySegment memory = memory(1);
    memory.fill((byte) 1);
    ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel file = FileChannel.open(Path.of("/proc/self/pagemap"))) {
      assertEquals(Long.BYTES, file.read(word, memory.address() / page * Long.BYTES));
    } catch (AccessDeniedException _) {
      return false;
    }
    return word.getLong(0) << 9 != 0;
  }

  @Test
  void seesFrames_whereLinuxShowsThem_isTrue() throws IOException {
    assertEquals(showsFrames(), new LinuxHostMemory(OBSERVED).seesFrames());
  }

  @Test
  void at_observedMemory_isItsFrame() {
    var host = new LinuxHostMemory(OBSERVED);
    assumeTrue(host.seesFrames(), "/proc/self/pagemap shows frames only with CAP_SYS_ADMIN");
    MemorySegment memory = memory(2);
    PinnedBlock one = pin(host, memory, 0, page);
    PinnedBlock both = pin(host, memory, 0, 2 * page);
    assertEquals(one.at(5), both.at(5));
    assertNotEquals(both.at(5), both.at(page + 5));
    assertEquals(5, both.at(page + 5).value() & (page - 1));
    assertNotEquals(new HostPhysicalAddress(memory.address()), both.at(0));
    host.unpin(one);
    host.unpin(both);
  }

  @Test
  void at_assumedMemory_isTheUserAddress() {
    var host = new LinuxHostMemory(ASSUMED);
    assertFalse(host.seesFrames());
    MemorySegment memory = memory(2);
    PinnedBlock block = pin(host, memory, 0, 2 * page);
    assertEquals(new HostPhysicalAddress(memory.address() + page + 7), block.at(page + 7));
    host.unpin(block);
  }

  @Test
  void backing_hugePages_isTheirSize() throws IOException {
    assumeTrue(RealMemory.freeHugePages() > 0, "HugePages_Free in /proc/meminfo is 0");
    RealMemory.assumeLockable(HUGE);
    MemorySegment memory = AnonymousMemory.mapHuge(HUGE, HUGE, arena);
    var host = new LinuxHostMemory(OBSERVED);
    PinnedBlock block = pin(host, memory, 0, HUGE);
    assertEquals(HUGE, block.backing());
    assertEquals(0, lockedPages());
    host.unpin(block);
    assertEquals(page, pin(new LinuxHostMemory(ASSUMED), memory, 0, HUGE).backing());
  }

  @Test
  void backing_asMappingsSay_unlessItIsAssumed(@TempDir Path folder) throws IOException {
    List<String> lines = List.of("0-ffffffffffffffff rw-p 0 0:0 0", "KernelPageSize: 2048 kB");
    Path mappings = Files.write(folder.resolve("smaps"), lines);
    MemorySegment memory = memory(1);
    var observed = new LinuxHostMemory(OBSERVED, mappings);
    PinnedBlock block = pin(observed, memory, 0, page);
    assertEquals(HUGE, block.backing());
    observed.unpin(block);
    var assumed = new LinuxHostMemory(ASSUMED, mappings);
    PinnedBlock ordinary = pin(assumed, memory, 0, page);
    assertEquals(page, ordinary.backing());
    assumed.unpin(ordinary);
  }

  @Test
  void map_sizeOfNoWholePages_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> AnonymousMemory.map(page + 1, arena));
    assertThrows(IllegalArgumentException.class, () -> AnonymousMemory.map(0, arena));
    assertThrows(IllegalArgumentException.class, () -> AnonymousMemory.mapHuge(HUGE, 3, arena));
    assertThrows(IllegalStateException.class, () -> AnonymousMemory.map(1L << 62, arena));
    assertTrue(memory(1).byteSize() == page);
  }
}
