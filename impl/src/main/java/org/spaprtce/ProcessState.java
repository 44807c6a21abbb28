package org.spaprtce;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * Everything that a process and its containers remember, at one moment.
 *
 * <p>Equal states are equal objects: blocks, containers and runs are listed in ascending order, and
 * runs are as long as they can be.
 *
 * @param lockedVm pages charged to the process; others' charges may carry it past a word
 * @param elsewhere those of them that others charged, unsigned
 * @param blocks the pre-registered blocks by address
 * @param containers the containers by number
 */
public record ProcessState(
    BigInteger lockedVm, long elsewhere, List<Block> blocks, List<Container> containers) {

  /** Copies the lists. */
  public ProcessState {
    blocks = List.copyOf(blocks);
    containers = List.copyOf(containers);
  }

  /**
   * A pre-registered block.
   *
   * @param ua start
   * @param size bytes, unsigned
   * @param backing bytes of the smallest page that backs it, unsigned
   * @param holders the containers that registered it
   * @param live number of TCEs that refer to it
   */
  public record Block(
      UserAddress ua, long size, long backing, Set<ContainerId> holders, long live) {

    /** Copies the set. */
    public Block {
      holders = Set.copyOf(holders);
    }
  }

  /**
   * A container.
   *
   * @param id its number
   * @param window its DMA window
   * @param runs its TCEs by bus address
   * @param enabled whether it has registered memory at least once
   */
  public record Container(ContainerId id, DmaWindow window, List<Run> runs, boolean enabled) {

    /** Copies the list. */
    public Container {
      runs = List.copyOf(runs);
    }
  }

  /**
   * TCEs whose bus and user addresses ascend together.
   *
   * @param iova first bus address
   * @param ua user address that it refers to
   * @param size bytes, unsigned, one TCE for each IOMMU page
   * @param permission what the device may do
   */
  public record Run(Iova iova, UserAddress ua, long size, DmaPermission permission) {}
}
