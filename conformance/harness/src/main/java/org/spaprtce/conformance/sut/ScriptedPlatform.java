package org.spaprtce.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits;

/**
 * The platform that answers as the current step says, and knows what is pinned.
 *
 * <p>The physical address of a byte is its user address with the highest bit flipped, so that the
 * two are never confused and a block has two physical runs at most.
 */
final class ScriptedPlatform implements HostMemory, ResourceLimits {
  private static final long FLIP = Long.MIN_VALUE;

  private HostAnswers answers = new HostAnswers(0, false, false, 1);
  private final List<PinnedBlock> pinned = new ArrayList<>();

  void set(HostAnswers next) {
    answers = next;
  }

  /** The blocks that are pinned and not yet unpinned. */
  List<PinnedBlock> pinned() {
    return List.copyOf(pinned);
  }

  static HostPhysicalAddress physical(UserAddress address) {
    return new HostPhysicalAddress(address.value() ^ FLIP);
  }

  @Override
  public Optional<PinnedBlock> pin(UserAddress start, long size) {
    if (!answers.pinnable()) {
      return Optional.empty();
    }
    List<PhysicalRun> runs = new ArrayList<>();
    long below = FLIP - start.value();
    if (start.value() >= 0 && Long.compareUnsigned(below, size) < 0) {
      runs.add(new PhysicalRun(physical(start), below));
      runs.add(new PhysicalRun(physical(new UserAddress(FLIP)), size - below));
    } else {
      runs.add(new PhysicalRun(physical(start), size));
    }
    PinnedBlock block = new PinnedBlock(start, size, answers.backing(), runs);
    pinned.add(block);
    return Optional.of(block);
  }

  @Override
  public void unpin(PinnedBlock block) {
    if (!pinned.removeIf(other -> other == block)) {
      throw new AssertionError("unpinned a block that is not pinned: " + block);
    }
  }

  @Override
  public Memlock memlock() {
    return new Memlock(answers.memlock(), answers.capIpcLock());
  }
}
