package org.spaprtce.engine;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.ContainerId;
import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.ResourceLimits.Memlock;

/**
 * What the host answers to one command: each question is asked when it first matters, and once, so
 * that a command that decides twice decides by the same facts.
 */
final class Answers {

  /** A room that was not asked for; no range of whole pages is that large. */
  static final long UNASKED = -1;

  private final Platform platform;
  private @Nullable Memlock memlock;
  private @Nullable Long records;
  private @Nullable Long contiguous;
  private long room;

  Answers(Platform platform) {
    this(platform, UNASKED);
  }

  /** The answers to a command that has asked for the room of its range, unless it is unasked. */
  Answers(Platform platform, long room) {
    this.platform = platform;
    this.room = room;
  }

  /** The limit of the calling task. */
  Memlock memlock() {
    Memlock known = memlock;
    if (known == null) {
      known = platform.limits().memlock();
      memlock = known;
    }
    return known;
  }

  /** Bytes for the records of a block. */
  long records() {
    Long known = records;
    if (known == null) {
      known = platform.allocations().records();
      records = known;
    }
    return known;
  }

  /** Bytes for a level of a table. */
  long contiguous() {
    Long known = contiguous;
    if (known == null) {
      known = platform.allocations().contiguous();
      contiguous = known;
    }
    return known;
  }

  /** Leading bytes of a command's range that have their table, the size at most. */
  long room(ContainerId container, MapDma command) {
    if (room == UNASKED) {
      room = room(platform.allocations(), container, command);
    }
    return room;
  }

  /** The same, asked for here. */
  static long room(Allocations allocations, ContainerId container, MapDma command) {
    long size = command.size();
    return Allocations.UNLIMITED.equals(allocations)
        ? size
        : Words.min(allocations.room(container, command.iova(), size), size);
  }
}
