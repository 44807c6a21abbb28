package org.spaprtce;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.platform.PhysicalRun;

/**
 * Everything that the interface remembers, at one moment: the seven variables of the spec.
 *
 * <p>Equal states are equal objects: lists are in ascending order, first by the number of their
 * process or container and then by address, and runs are as long as they can be.
 *
 * @param charges what each process is charged: {@code lockedVm} and {@code elsewhere}
 * @param containers the containers that were ever opened, by number
 * @param groups the IOMMU groups of the machine, by number
 * @param regions the pre-registered blocks
 * @param windows the DMA windows that were made; the one that is owed is not among them
 * @param mappings the TCEs, those that ascend together in one
 * @clause ABI-8
 */
public record MachineState(
    List<Charges> charges,
    List<Container> containers,
    List<Group> groups,
    List<Region> regions,
    List<Window> windows,
    List<Mapping> mappings) {

  /** Copies the lists. */
  public MachineState {
    charges = List.copyOf(charges);
    containers = List.copyOf(containers);
    groups = List.copyOf(groups);
    regions = List.copyOf(regions);
    windows = List.copyOf(windows);
    mappings = List.copyOf(mappings);
  }

  /**
   * What a process is charged.
   *
   * @param process its number
   * @param lockedVm pages of the host charged to locked_vm, not negative; others' charges may carry
   *     it past a word
   * @param elsewhere those of them that others charged, pages of the host, unsigned
   * @clause ACC-1
   */
  public record Charges(ProcessId process, BigInteger lockedVm, long elsewhere) {}

  /**
   * A container.
   *
   * @param id its number
   * @param type 0 if it has none, or a type of {@link Command.SetIommu}
   * @param process the one that it is bound to, or null
   * @param enabled whether MAP_DMA and UNMAP_DMA are allowed
   * @param pending whether it is owed the default window
   * @param locked pages of the host that ENABLE charged, unsigned; 0 if it is not enabled
   * @param groups its groups, the last that came first
   * @clause SES-6 SES-7 REG-10 WIN-1 VER-7 GRP-10
   */
  public record Container(
      ContainerId id,
      int type,
      @Nullable ProcessId process,
      boolean enabled,
      boolean pending,
      long locked,
      List<GroupId> groups) {

    /** Copies the list. */
    public Container {
      groups = List.copyOf(groups);
    }
  }

  /**
   * An IOMMU group.
   *
   * @param id its number
   * @param open whether its file is open
   * @param devices number of open device files, not negative
   * @clause GRP-1 LIF-5
   */
  public record Group(GroupId id, boolean open, int devices) {}

  /**
   * A pre-registered block.
   *
   * @param process the process that it belongs to
   * @param ua first user address, a multiple of the host's page
   * @param size bytes, unsigned, not zero, a multiple of the host's page
   * @param backing bytes of the smallest page that backs it, unsigned
   * @param frames where its pages are, in order, as an unmodifiable list that is not copied, since
   *     it may be as long as the block; the norm has a name for them
   * @param holders the containers that registered it; none if it only stays for its TCEs (LIF-4)
   * @param live number of TCEs that refer to it, in all windows of the process
   * @clause REG-8 REG-9 MAP-7 LIF-4 ACC-3
   */
  public record Region(
      ProcessId process,
      UserAddress ua,
      long size,
      long backing,
      List<PhysicalRun> frames,
      Set<ContainerId> holders,
      long live) {

    /** Copies the set. */
    public Region {
      holders = Set.copyOf(holders);
    }
  }

  /**
   * A DMA window.
   *
   * @param container the container that it belongs to
   * @param range its bus addresses, its page, and the pages that its table is charged
   * @param groups the groups that it is programmed into: all of the container
   * @clause WIN-10 WIN-18 WIN-19 WIN-20
   */
  public record Window(ContainerId container, DmaWindow range, Set<GroupId> groups) {

    /** Copies the set. */
    public Window {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * TCEs whose bus and user addresses ascend together.
   *
   * @param container the container of the window
   * @param window start of the window
   * @param iova first bus address, a multiple of the window's page
   * @param ua user address that it refers to, a multiple of the window's page
   * @param size bytes, unsigned, not zero, one TCE for each page of the window
   * @param permission what the device may do
   * @clause MAP-8 MAP-15
   */
  public record Mapping(
      ContainerId container,
      Iova window,
      Iova iova,
      UserAddress ua,
      long size,
      DmaPermission permission) {}
}
