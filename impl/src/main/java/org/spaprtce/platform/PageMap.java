package org.spaprtce.platform;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spaprtce.HostPhysicalAddress;

/** Where pages lie, read from {@code /proc/self/pagemap}: a word for each page. */
final class PageMap {

  private static final Path FILE = Path.of("/proc/self/pagemap");
  private static final long PRESENT = 1L << 63;
  private static final long FRAME = (1L << 55) - 1;

  /** Words of a read. */
  private static final int CHUNK = 1 << 13;

  private final long pageSize;
  private final Path path;

  PageMap(long pageSize) {
    this(pageSize, FILE);
  }

  /** The same read from another file. */
  PageMap(long pageSize, Path path) {
    this.pageSize = pageSize;
    this.path = path;
  }

  /** {@return whether this process may see frames: others find zeros, or no file} */
  boolean permitted() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment page = arena.allocate(pageSize, pageSize);
      page.fill((byte) 1);
      return runs(page.address(), pageSize).isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * {@return where whole pages lie, or nothing if one of them is not present or its frame hidden}
   *
   * @param start multiple of the page
   * @param size bytes, a multiple of the page
   */
  Optional<List<PhysicalRun>> runs(long start, long size) throws IOException {
    var runs = new ArrayList<PhysicalRun>();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long page = Long.divideUnsigned(start, pageSize);
      long left = Long.divideUnsigned(size, pageSize);
      while (left != 0) {
        ByteBuffer words = read(file, page, (int) Math.min(left, CHUNK));
        page += words.remaining() / Long.BYTES;
        left -= words.remaining() / Long.BYTES;
        while (words.hasRemaining()) {
          long word = words.getLong();
          if ((word & PRESENT) == 0 || (word & FRAME) == 0) {
            return Optional.empty();
          }
          append(runs, (word & FRAME) * pageSize);
        }
      }
    }
    return Optional.of(runs);
  }

  private ByteBuffer read(FileChannel file, long page, int count) throws IOException {
    ByteBuffer words = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      if (file.read(words, page * Long.BYTES + words.position()) <= 0) {
        throw new IOException(path + " ends before page=0x" + Long.toHexString(page + count));
      }
    }
    return words.flip();
  }

  /** Adds a page, to the last run if it continues it. */
  private void append(List<PhysicalRun> runs, long physical) {
    if (!runs.isEmpty()) {
      PhysicalRun last = runs.getLast();
      if (last.start().value() + last.size() == physical) {
        runs.set(runs.size() - 1, new PhysicalRun(last.start(), last.size() + pageSize));
        return;
      }
    }
    runs.add(new PhysicalRun(new HostPhysicalAddress(physical), pageSize));
  }
}
