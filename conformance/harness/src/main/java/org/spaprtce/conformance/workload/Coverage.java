package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spaprtce.conformance.sut.Lockstep;

/** How often each command gave each result. */
public final class Coverage {
  /** The results that each command can give, in the norm, to a container that has a window. */
  public static final Map<String, List<String>> RESULTS =
      Map.of(
          "REGISTER_MEMORY", List.of("OK", "EFAULT", "EINVAL", "EBUSY", "ENOMEM"),
          "UNREGISTER_MEMORY", List.of("OK", "EFAULT", "EINVAL", "ENOENT", "EBUSY"),
          "MAP_DMA",
              List.of("OK", "EPERM", "EFAULT", "EINVAL", "EINVAL" + Lockstep.CLEARING, "ENXIO"),
          "UNMAP_DMA", List.of("OK", "EPERM", "EFAULT", "EINVAL", "ENXIO"));

  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  /** Counts one answer. */
  public void count(String command, String result) {
    counts.computeIfAbsent(command, key -> new TreeMap<>()).merge(result, 1L, Long::sum);
  }

  /** The number of times that the command gave the result. */
  public long of(String command, String result) {
    return counts.getOrDefault(command, Map.of()).getOrDefault(result, 0L);
  }

  /** The counts by command and result. */
  public Map<String, Map<String, Long>> counts() {
    return counts;
  }

  /** The results that were given fewer than this many times, as {@code command result}. */
  public List<String> rarerThan(long least) {
    List<String> rare = new ArrayList<>();
    RESULTS.forEach((command, results) -> {
      for (String result : results) {
        if (of(command, result) < least) {
          rare.add(command + " " + result + " " + of(command, result));
        }
      }
    });
    return rare;
  }
}
