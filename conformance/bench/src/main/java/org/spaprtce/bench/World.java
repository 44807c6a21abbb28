package org.spaprtce.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits;

/**
 * A process of one peer with one container and equal blocks, each followed by a gap of its size.
 *
 * <p>The host has pages of 64 KiB, the window 2^19 pages of 4 KiB. Pinning costs next to nothing.
 */
final class World {

  /** Bytes of a page of the host. */
  static final long HOST_PAGE = 1 << 16;

  /** Bytes of a page of the window. */
  static final long PAGE = 1 << 12;

  private static final long BASE = 1L << 36;
  private static final DmaWindow WINDOW = new DmaWindow(new Iova(0), 1L << 31, PAGE, 64);

  private final Container container;
  private final long blockSize;

  /** State of a xorshift generator, not zero. */
  private long random = 88172645463325252L;

  /**
   * Registers the blocks.
   *
   * @param blocks their number
   * @param blockSize bytes of each, a multiple of the host's page
   */
  World(Peer peer, int blocks, long blockSize) {
    this.blockSize = blockSize;
    ResourceLimits limits = () -> new ResourceLimits.Memlock(0, true);
    Function<DmaWindow, Container> process = peer.process(HOST_PAGE, new FlatMemory(), limits);
    container = process.apply(WINDOW);
    for (int block = 0; block < blocks; block++) {
      execute(new RegisterMemory(blockAt(block), blockSize));
    }
  }

  /** {@return the start of a block} */
  UserAddress blockAt(int block) {
    return new UserAddress(BASE + 2L * block * blockSize);
  }

  /** {@return the start of the gap after a block} */
  UserAddress gapAt(int block) {
    return new UserAddress(blockAt(block).value() + blockSize);
  }

  /** {@return a number from 0 up to the bound} */
  int below(int bound) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return (int) (((random >>> 33) * bound) >>> 31);
  }

  Outcome map(UserAddress ua, Iova iova, long size) {
    return execute(new MapDma(ua, iova, size, DmaPermission.READ_WRITE));
  }

  Outcome unmap(Iova iova, long size) {
    return execute(new UnmapDma(iova, size));
  }

  Outcome register(UserAddress ua, long size) {
    return execute(new RegisterMemory(ua, size));
  }

  Outcome unregister(UserAddress ua, long size) {
    return execute(new UnregisterMemory(ua, size));
  }

  /**
   * Executes a command that must succeed.
   *
   * @throws IllegalStateException if it is rejected
   */
  private Outcome execute(Command command) {
    Outcome outcome = container.execute(command);
    if (outcome != Outcome.Done.DONE) {
      throw new IllegalStateException("command=" + command + " outcome=" + outcome);
    }
    return outcome;
  }

  /** Memory of which every block lies in one run, with huge pages. */
  private static final class FlatMemory implements HostMemory {

    @Override
    public Optional<PinnedBlock> pin(UserAddress start, long size) {
      var run = new PhysicalRun(new HostPhysicalAddress(start.value() - BASE), size);
      return Optional.of(new PinnedBlock(start, size, 1L << 30, List.of(run)));
    }

    @Override
    public void unpin(PinnedBlock block) {}
  }
}
