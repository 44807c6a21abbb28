package org.spaprtce.platform;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.apache.commons.lang3.Validate;

/** Memory of this process on Linux that is mapped by itself, so that whole pages can be pinned. */
public final class AnonymousMemory {

  private AnonymousMemory() {}

  /**
   * Maps memory in ordinary pages, which are zero.
   *
   * @param size bytes, a multiple of the page, above zero
   * @param arena unmaps the memory when it is closed
   * @return the memory, {@code size} bytes from a multiple of the page on
   * @throws IllegalArgumentException if the size is not a multiple of the page above zero
   * @throws IllegalStateException if there is no such memory, or the arena is closed
   * @throws UnsupportedOperationException if this is not Linux
   */
  public static MemorySegment map(long size, Arena arena) {
    return map(size, 0, LinuxProcess.pageSize(), arena);
  }

  /**
   * Maps memory in huge pages that the system has reserved.
   *
   * @param size bytes, a multiple of the huge page, above zero
   * @param page bytes of a huge page, a power of two that the system has
   * @param arena unmaps the memory when it is closed
   * @return the memory, {@code size} bytes from a multiple of the huge page on
   * @throws IllegalArgumentException if the page is no power of two, or the size is not a multiple
   *     of it above zero
   * @throws IllegalStateException if there is no such memory, or the arena is closed
   */
  public static MemorySegment mapHuge(long size, long page, Arena arena) {
    Validate.isTrue(Long.bitCount(page) == 1, "page=%#x is not a power of two", page);
    return map(size, Long.numberOfTrailingZeros(page), page, arena);
  }

  @SuppressWarnings("restricted") // The package documentation says how to enable native access.
  private static MemorySegment map(long size, int pageShift, long page, Arena arena) {
    Validate.isTrue(
        size > 0 && (size & (page - 1)) == 0, "size=%#x is not a multiple of page=%#x", size, page);
    long address = LibC.mmap(size, pageShift);
    return MemorySegment.ofAddress(address).reinterpret(size, arena, _ -> unmap(address, size));
  }

  private static void unmap(long address, long size) {
    int errno = LibC.munmap(address, size);
    if (errno != 0) {
      throw new IllegalStateException(
          "munmap of address=0x%x size=0x%x: errno=%d".formatted(address, size, errno));
    }
  }
}
