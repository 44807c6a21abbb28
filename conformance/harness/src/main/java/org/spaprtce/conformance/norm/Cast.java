package org.spaprtce.conformance.norm;

import java.util.List;

/**
 * The names of all that take part.
 *
 * @param processes the address spaces
 * @param containers the containers, one for each that is ever opened
 * @param groups the IOMMU groups
 */
public record Cast(List<String> processes, List<String> containers, List<String> groups) {
  /** Copies the lists. */
  public Cast {
    processes = List.copyOf(processes);
    containers = List.copyOf(containers);
    groups = List.copyOf(groups);
  }
}
