package org.spaprtce.bench;

import java.util.function.Function;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.ResourceLimits;

/**
 * A process of one peer with equal blocks, each followed by a gap of its size, and its guests.
 *
 * <p>The host has pages of 64 KiB, a window pages of 4 KiB.
 */
final class World {

  /** Bytes of a page of the host. */
  static final long HOST_PAGE = 1 << 16;

  /** Bytes of a page of a window. */
  static final long PAGE = 1 << 12;

  /** A window of 2^19 pages. */
  static final DmaWindow WINDOW = window(1L << 31);

  private final Peer peer;
  private final Function<DmaWindow, Container> process;
  private final long base;
  private final int blocks;
  private final long blockSize;

  /**
   * Creates a process; the first guest registers its blocks.
   *
   * @param base start of the first block
   * @param blocks their number
   * @param blockSize bytes of each, a multiple of the host's page
   */
  World(Peer peer, HostMemory memory, long base, int blocks, long blockSize) {
    this.peer = peer;
    this.base = base;
    this.blocks = blocks;
    this.blockSize = blockSize;
    ResourceLimits limits = () -> new ResourceLimits.Memlock(0, true);
    process = peer.process(new Host(HOST_PAGE, WINDOW.start(), memory, limits));
  }

  /** A process whose memory costs next to nothing to pin. */
  World(Peer peer, int blocks, long blockSize) {
    this(peer, new FlatMemory(), FlatMemory.BASE, blocks, blockSize);
  }

  /** {@return a window from 0 on, which is charged a word and its mirror for each of its pages} */
  static DmaWindow window(long size) {
    return new DmaWindow(new Iova(0), size, PAGE, size / PAGE * 2 * Long.BYTES / HOST_PAGE);
  }

  /** Opens a container that holds all blocks. */
  Guest guest() {
    return guest(WINDOW);
  }

  /** Opens a container that holds all blocks. */
  Guest guest(DmaWindow window) {
    var guest = new Guest(process.apply(window));
    if (peer.registers()) {
      registerAll(guest);
    }
    return guest;
  }

  /** Registers all blocks. */
  void registerAll(Guest guest) {
    for (int block = 0; block < blocks; block++) {
      guest.register(blockAt(block), blockSize);
    }
  }

  /** {@return the number of blocks} */
  int blocks() {
    return blocks;
  }

  /** {@return the start of a block} */
  UserAddress blockAt(int block) {
    return new UserAddress(base + 2L * block * blockSize);
  }

  /** {@return the start of the gap after a block} */
  UserAddress gapAt(int block) {
    return new UserAddress(blockAt(block).value() + blockSize);
  }

  /** {@return the address of a page of a block} */
  UserAddress pageAt(int block, long page) {
    return new UserAddress(blockAt(block).value() + page * PAGE);
  }

  /** {@return the bus address of a page of a window} */
  static Iova place(long page) {
    return new Iova(page * PAGE);
  }
}
