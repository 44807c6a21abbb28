package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spaprtce.ProcessId;
import org.spaprtce.platform.PinnedBlock;

/**
 * The memory of a process: its blocks, its locked_vm, and the tables that refer to it.
 *
 * <p>The lock R of {@link MachineEngine} guards all but the index, which is read without locks.
 */
public final class AddressSpace {

  private final MachineEngine machine;
  private final ProcessId id;
  private final LockedVm lockedVm = new LockedVm();

  /** The windows of all containers that are bound to the process, in the order of their making. */
  private final List<Window> tables = new ArrayList<>();

  private volatile RegionIndex index = RegionIndex.EMPTY;

  /**
   * The blocks by number, those that version 1 pinned included. Read under the lock of a table that
   * has TCEs of the block.
   */
  private volatile @Nullable Region[] regions = new @Nullable Region[1];

  private final BitSet numbers = new BitSet();

  /** No number below is free. */
  private int leastFree;

  /**
   * Number of blocks without holders. It grows while all tables rest, so that who reads it under a
   * table's lock misses none; who reads a greater number, because a block was adopted meanwhile,
   * only takes the longer way.
   */
  private int orphans;

  AddressSpace(MachineEngine machine, ProcessId id) {
    this.machine = machine;
    this.id = id;
  }

  /** {@return the number of this process} */
  public ProcessId id() {
    return id;
  }

  /** Sets the pages that others charged, unsigned. */
  public void setLockedElsewhere(long pages) {
    machine.exclusively(_ -> {
      lockedVm.setElsewhere(pages);
      return this;
    });
  }

  MachineEngine machine() {
    return machine;
  }

  LockedVm lockedVm() {
    return lockedVm;
  }

  List<Window> tables() {
    return tables;
  }

  /** The registered blocks now. */
  RegionIndex index() {
    return index;
  }

  /** Whether there are blocks without holders. */
  boolean hasOrphans() {
    return orphans != 0;
  }

  /** Computes something while all tables of the process rest. */
  <T> T whileTablesRest(Supplier<T> work) {
    return Window.whileResting(List.copyOf(tables), work);
  }

  /** Does something while all tables of the process rest. */
  void whileTablesRest(Runnable work) {
    Window.whileResting(List.copyOf(tables), work);
  }

  /** Gives what was pinned a number, for a block that is published or mapped next. */
  Region newRegion(PinnedBlock pinned, boolean registered) {
    int number = numbers.nextClearBit(leastFree);
    @Nullable Region[] places = regions;
    if (number >= places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    var region = new Region(number, registered, pinned);
    numbers.set(number);
    leastFree = number + 1;
    places[number] = region;
    regions = places;
    return region;
  }

  /** The block of a number that is in use. */
  Region region(int number) {
    return Objects.requireNonNull(regions[number]);
  }

  private void forget(Region region) {
    numbers.clear(region.number());
    leastFree = Math.min(leastFree, region.number());
    regions[region.number()] = null;
  }

  /** Publishes other blocks. */
  void publish(RegionIndex next) {
    index = next;
  }

  /** A block that was an orphan has a holder again. */
  void adopt() {
    orphans--;
  }

  /** The number of TCEs that refer to a block. All tables rest. */
  long live(Region region) {
    long live = 0;
    for (int i = 0; i < tables.size(); i++) {
      live += tables.get(i).table().live(region.number());
    }
    return live;
  }

  /** Takes a block out that nothing refers to, with its charge. All tables rest. */
  PinnedBlock withdraw(Region region) {
    index = index.without(region);
    lockedVm.unchargeBlock(machine.pages(region.size()));
    forget(region);
    return region.pinned();
  }

  /**
   * Takes out those of some blocks that neither a container holds nor a TCE refers to [LIF-4]. All
   * tables rest.
   *
   * @param numbersLost blocks that TCEs ceased to refer to
   * @param spare takes what is to be unpinned
   */
  void dropUnused(BitSet numbersLost, List<PinnedBlock> spare) {
    numbersLost.stream()
        .mapToObj(this::region)
        .filter(r -> r.holders().isEmpty() && live(r) == 0)
        .forEach(region -> {
          if (region.registered()) {
            orphans--;
            spare.add(withdraw(region));
          } else {
            forget(region);
            spare.add(region.pinned());
          }
        });
  }

  /**
   * Takes the holds of a container off all blocks, and with them those that nothing refers to any
   * more. All tables rest, and those of the container are no longer among them.
   *
   * @param numbersLost blocks that TCEs ceased to refer to
   * @param spare takes what is to be unpinned
   */
  void release(ContainerEngine container, BitSet numbersLost, List<PinnedBlock> spare) {
    var gone = new ArrayList<Region>();
    int left = 0;
    for (Region region : index.regions()) {
      region.holders().remove(container.id());
      if (region.holders().isEmpty()) {
        if (live(region) == 0) {
          gone.add(region);
        } else {
          left++;
        }
      }
    }
    numbersLost.stream()
        .mapToObj(this::region)
        .filter(r -> !r.registered())
        .toList()
        .forEach(gone::add);
    if (gone.stream().anyMatch(Region::registered)) {
      index = index.retaining(r -> !r.holders().isEmpty() || live(r) != 0);
    }
    orphans = left;
    for (Region region : gone) {
      if (region.registered()) {
        lockedVm.unchargeBlock(machine.pages(region.size()));
      }
      forget(region);
      spare.add(region.pinned());
    }
  }
}
