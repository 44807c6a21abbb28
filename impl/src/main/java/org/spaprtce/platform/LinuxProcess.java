package org.spaprtce.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says about this process and the calling thread. */
public final class LinuxProcess {

  private static final Path PROCESS = Path.of("/proc/self/status");
  private static final Path THREAD = Path.of("/proc/thread-self/status");

  /** The mappings of this process. */
  static final Path MAPPINGS = Path.of("/proc/self/smaps");

  private static final Path USER_NAMESPACE = Path.of("/proc/self/ns/user");
  private static final String FIRST_USER_NAMESPACE = "user:[4026531837]";
  private static final int CAP_IPC_LOCK = 14;

  private LinuxProcess() {}

  /**
   * Checks that there is what the ports to Linux need.
   *
   * @throws UnsupportedOperationException if this is not Linux
   */
  static void require() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      throw new UnsupportedOperationException("os.name=" + system + ": this port needs Linux");
    }
  }

  /**
   * {@return the bytes that the process has locked: VmLck, a multiple of 1024}
   *
   * @throws UncheckedIOException if {@code /proc} cannot be read
   */
  public static long lockedBytes() {
    return kibibytes(field(PROCESS, "VmLck:"));
  }

  /**
   * {@return the bytes of an ordinary page, a power of two}
   *
   * @throws UnsupportedOperationException if this is not Linux
   */
  public static long pageSize() {
    require();
    return LibC.pageSize();
  }

  /**
   * {@return whether the calling thread has CAP_IPC_LOCK in the first user namespace, the only one
   * where it lifts a limit}
   *
   * @throws UncheckedIOException if {@code /proc} cannot be read
   */
  public static boolean capIpcLock() {
    try {
      return (Long.parseUnsignedLong(field(THREAD, "CapEff:"), 16) & (1L << CAP_IPC_LOCK)) != 0
          && Files.readSymbolicLink(USER_NAMESPACE).toString().equals(FIRST_USER_NAMESPACE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the bytes of the smallest page that the kernel uses for a part of a range}
   *
   * @param mappings {@link #MAPPINGS}, or a file like it
   */
  static long smallestPage(Path mappings, long start, long end) throws IOException {
    long smallest = 0;
    boolean inside = false;
    for (String line : Files.readAllLines(mappings)) {
      int space = line.indexOf(' ');
      if (space > 0 && line.charAt(space - 1) != ':') {
        inside = overlaps(line.substring(0, space), start, end);
      } else if (inside && line.startsWith("KernelPageSize:")) {
        long bytes = kibibytes(line.substring(line.indexOf(':') + 1));
        smallest = smallest == 0 ? bytes : Math.min(smallest, bytes);
      }
    }
    if (smallest == 0) {
      throw new IOException("%s has no mapping in [0x%x, 0x%x)".formatted(mappings, start, end));
    }
    return smallest;
  }

  /** Whether a range such as {@code 7f00-7f10} shares an address with another. */
  private static boolean overlaps(String range, long start, long end) {
    int dash = range.indexOf('-');
    long from = Long.parseUnsignedLong(range, 0, dash, 16);
    long to = Long.parseUnsignedLong(range, dash + 1, range.length(), 16);
    return Long.compareUnsigned(from, end) < 0 && Long.compareUnsigned(start, to) < 0;
  }

  /** The text behind a name in a file. */
  static String field(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(file + " has no " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a number such as {@code 64 kB}. */
  private static long kibibytes(String text) {
    return Long.parseLong(text.replace("kB", "").strip()) << 10;
  }
}
