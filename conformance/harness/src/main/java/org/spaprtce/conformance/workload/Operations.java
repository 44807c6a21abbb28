package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;

/** The steps that a sequence is made of, by weight: what works on memory is most of it. */
public final class Operations {
  private static final List<String> BY_WEIGHT = new ArrayList<>();

  static {
    times(12, "REGISTER_MEMORY");
    times(7, "UNREGISTER_MEMORY");
    times(18, "MAP_DMA");
    times(8, "UNMAP_DMA");
    times(7, "TCE_CREATE");
    times(4, "TCE_REMOVE");
    times(6, "SET_IOMMU", "SET_CONTAINER");
    times(4, "ENABLE");
    times(3, "OPEN_GROUP", "EEH_PE_OP", "UNSET_CONTAINER", "CLOSE_GROUP");
    times(2, "OPEN_DEVICE", "CLOSE_DEVICE", "DISABLE");
    times(2, "GET_INFO", "GET_STATUS", "UNKNOWN");
    times(1, "CHECK_EXTENSION", "GET_API_VERSION", "UNKNOWN_OF_GROUP", "LockedElsewhere");
  }

  /** The sum of the weights. */
  public static final int WEIGHT = BY_WEIGHT.size();

  private Operations() {}

  /** The step of that number, below {@link #WEIGHT}. */
  static String of(int number) {
    return BY_WEIGHT.get(number);
  }

  /** Every step, each once. */
  public static List<String> all() {
    return BY_WEIGHT.stream().distinct().toList();
  }

  private static void times(int weight, String... names) {
    for (String name : names) {
      for (int i = 0; i < weight; i++) {
        BY_WEIGHT.add(name);
      }
    }
  }
}
