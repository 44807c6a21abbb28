package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that sequences must meet to prove anything: success of a command, an answer that one
 * clause decides alone, or a way of succeeding.
 *
 * @param command the command
 * @param what "OK", the clause that decides, or the clause of an effect
 */
public record Requirement(String command, String what) {
  private static final Map<String, String> BY_COMMAND =
      Map.ofEntries(
          Map.entry("GET_API_VERSION", "OK"),
          Map.entry("CHECK_EXTENSION", "OK"),
          Map.entry("SET_IOMMU", "OK SES-4 SES-5 GRP-5 GRP-6 GRP-7 GRP-8"),
          Map.entry("GET_INFO", "OK SES-1 SES-2 ABI-1 ABI-2"),
          Map.entry(
              "REGISTER_MEMORY",
              "OK SES-1 SES-2 SES-3 ABI-1 ABI-2 ABI-3 REG-1 REG-2 REG-3 REG-4 REG-5 REG-6 REG-7"
                  + " REG-11 REG-8 REG-9"),
          Map.entry(
              "UNREGISTER_MEMORY",
              "OK SES-1 SES-2 SES-3 UNR-1 ABI-1 ABI-2 ABI-3 UNR-2 UNR-3 UNR-4 UNR-5 UNR-6"),
          Map.entry(
              "MAP_DMA",
              "OK SES-1 SES-2 MAP-1 ABI-1 ABI-2 ABI-3 WIN-2 WIN-4 WIN-5 MAP-2 MAP-3 MAP-4 MAP-11"
                  + " MAP-5 MAP-6 MAP-7 MAP-12 MAP-13 MAP-8 MAP-9 MAP-14 VER-9 WIN-1 LIF-4"),
          Map.entry(
              "UNMAP_DMA",
              "OK SES-1 SES-2 UNM-1 ABI-1 ABI-2 ABI-3 WIN-2 WIN-4 WIN-5 UNM-2 UNM-3 UNM-7 UNM-4"
                  + " UNM-5 WIN-1 LIF-4"),
          Map.entry("ENABLE", "OK SES-1 SES-2 SES-3 VER-4 VER-5 VER-6"),
          Map.entry("DISABLE", "OK SES-1 SES-2 SES-3 VER-8"),
          Map.entry(
              "TCE_CREATE",
              "OK SES-1 SES-2 SES-3 ABI-1 ABI-2 ABI-3 WIN-2 WIN-4 WIN-5 WIN-6 WIN-7 WIN-8 WIN-9"
                  + " WIN-10 WIN-11 WIN-12 WIN-13 WIN-1"),
          Map.entry(
              "TCE_REMOVE", "OK SES-1 SES-2 SES-3 ABI-1 ABI-2 ABI-3 WIN-15 WIN-16 WIN-17 LIF-4"),
          Map.entry("EEH_PE_OP", "OK SES-1 SES-2 ABI-1 ABI-2 ABI-3 QRY-6 QRY-7 QRY-8"),
          Map.entry("UNKNOWN", "SES-1 SES-2 SES-3"),
          Map.entry("OPEN_GROUP", "OK GRP-1"),
          Map.entry("CLOSE_GROUP", "OK GRP-2 LIF-1 LIF-2 LIF-4 LIF-5"),
          Map.entry("OPEN_DEVICE", "OK GRP-2 GRP-8 GRP-9"),
          Map.entry("CLOSE_DEVICE", "OK GRP-2 LIF-2"),
          Map.entry("GET_STATUS", "OK GRP-2 ABI-1 ABI-2"),
          Map.entry("SET_CONTAINER", "OK ABI-1 GRP-2 GRP-3 GRP-4 GRP-5 GRP-6 GRP-7 GRP-8 GRP-10"),
          Map.entry("UNSET_CONTAINER", "OK GRP-2 GRP-11 GRP-12 LIF-1 LIF-2 LIF-4"),
          Map.entry("UNKNOWN_OF_GROUP", "GRP-2 SES-3"));

  /** All that must be met. */
  public static final List<Requirement> ALL = all();

  /** Checks that no call can decide alone, with the reason. */
  public static final Map<Requirement, String> UNREACHABLE =
      Map.of(
          new Requirement("MAP_DMA", "SES-3"), "both versions have it",
          new Requirement("UNMAP_DMA", "SES-3"), "both versions have it",
          new Requirement("GET_INFO", "SES-3"), "both versions have it",
          new Requirement("EEH_PE_OP", "SES-3"), "both versions have it");

  private static List<Requirement> all() {
    List<Requirement> all = new ArrayList<>();
    BY_COMMAND.keySet().stream()
        .sorted()
        .forEach(command -> {
          for (String what : BY_COMMAND.getOrDefault(command, "").split(" ", -1)) {
            all.add(new Requirement(command, what));
          }
        });
    return List.copyOf(all);
  }

  /** Whether an answer with its clause, or an effect, is this. */
  boolean isMetBy(String met) {
    return met.equals(what) || met.endsWith(" " + what);
  }

  @Override
  public String toString() {
    return command + " " + what;
  }
}
