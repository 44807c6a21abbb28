package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Origin;
import org.spaprtce.oracle.Profile;

/** Which profile a recorded kernel has: the newest one that is not newer than the kernel. */
final class Kernels {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final String LINUX = "linux-";

  /** The release that raised the usual RLIMIT_MEMLOCK. */
  private static final Version HIGHER_MEMLOCK = new Version(5, 16);

  private static final BigInteger LOW_MEMLOCK = BigInteger.ONE.shiftLeft(16);
  private static final BigInteger HIGH_MEMLOCK = BigInteger.ONE.shiftLeft(23);

  private Kernels() {}

  private record Version(int major, int minor) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return major != other.major
          ? Integer.compare(major, other.major)
          : Integer.compare(minor, other.minor);
    }
  }

  private static @Nullable Version version(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.matches()
        ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : null;
  }

  /**
   * RLIMIT_MEMLOCK of a process that nobody gave another, bytes; null if the kernel is not told.
   */
  static @Nullable BigInteger usualMemlock(Origin origin) {
    String release = origin.release();
    Version kernel = release == null ? null : version(release);
    return kernel == null
        ? null
        : kernel.compareTo(HIGHER_MEMLOCK) < 0 ? LOW_MEMLOCK : HIGH_MEMLOCK;
  }

  /**
   * The profile of the kernel of a recording.
   *
   * @param judging the profile to be taken where the recording tells no kernel
   */
  static Profile followed(Origin origin, Profile judging) {
    String release = origin.release();
    Version kernel = release == null ? null : version(release);
    if (kernel == null) {
      return judging;
    }
    List<String> names = Profile.names().stream().filter(name -> name.startsWith(LINUX)).toList();
    Version best = null;
    String found = null;
    Version oldest = null;
    String first = null;
    for (String name : names) {
      Version version = version(name.substring(LINUX.length()));
      if (version == null) {
        continue;
      }
      if (version.compareTo(kernel) <= 0 && (best == null || version.compareTo(best) > 0)) {
        best = version;
        found = name;
      }
      if (oldest == null || version.compareTo(oldest) < 0) {
        oldest = version;
        first = name;
      }
    }
    String name = found == null ? first : found;
    return name == null ? judging : Profile.named(name);
  }
}
