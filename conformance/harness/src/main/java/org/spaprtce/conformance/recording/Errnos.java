package org.spaprtce.conformance.recording;

import java.util.Map;

/** The names of the error numbers of Linux that the interface and its surroundings use. */
final class Errnos {
  private static final Map<Long, String> NAMES =
      Map.ofEntries(
          Map.entry(1L, "EPERM"),
          Map.entry(2L, "ENOENT"),
          Map.entry(3L, "ESRCH"),
          Map.entry(4L, "EINTR"),
          Map.entry(5L, "EIO"),
          Map.entry(6L, "ENXIO"),
          Map.entry(7L, "E2BIG"),
          Map.entry(9L, "EBADF"),
          Map.entry(11L, "EAGAIN"),
          Map.entry(12L, "ENOMEM"),
          Map.entry(13L, "EACCES"),
          Map.entry(14L, "EFAULT"),
          Map.entry(16L, "EBUSY"),
          Map.entry(17L, "EEXIST"),
          Map.entry(19L, "ENODEV"),
          Map.entry(22L, "EINVAL"),
          Map.entry(23L, "ENFILE"),
          Map.entry(24L, "EMFILE"),
          Map.entry(25L, "ENOTTY"),
          Map.entry(28L, "ENOSPC"),
          Map.entry(34L, "ERANGE"),
          Map.entry(38L, "ENOSYS"),
          Map.entry(75L, "EOVERFLOW"),
          Map.entry(77L, "EBADFD"),
          Map.entry(95L, "EOPNOTSUPP"),
          Map.entry(110L, "ETIMEDOUT"));

  private Errnos() {}

  /** The name of an error, or {@code errno N} for one without a name here. */
  static String name(long number) {
    return NAMES.getOrDefault(number, "errno " + number);
  }
}
