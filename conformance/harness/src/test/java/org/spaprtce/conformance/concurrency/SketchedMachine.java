package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.conformance.sut.ConcurrentSystem.Request;
import org.spaprtce.conformance.sut.SharedSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The locks and the index of the implementation in a few lines, for one container with one window:
 * correct, or with a race that one could write.
 *
 * <p>It begins after {@link #OPENING}. Lock R guards blocks and charges, lock T the table and the
 * counts; the index is one volatile reference to an immutable map.
 */
final class SketchedMachine implements SharedSystem {

  /** What is wrong. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** MAP_DMA finds its block before it has T, and counts under T: the block may be gone. */
    LOOKUP_APART_FROM_COUNT,
    /** MAP_DMA lets go of T between writing a TCE and counting it. */
    PUBLISH_BEFORE_COUNT,
    /** UNREGISTER_MEMORY lets go of R between finding a block and releasing it. */
    DOUBLE_RELEASE
  }

  /** The commands before the start: container, window, and a block that came and went. */
  static final List<Value> OPENING = opening();

  /** What threads call. */
  static final List<Value> COMMANDS =
      List.of(
          Racing.register("c0", 0, 2),
          Racing.register("c0", 2, 1),
          Racing.unregister("c0", 0, 2),
          Racing.unregister("c0", 2, 1),
          Racing.map("c0", 0, 0, 1),
          Racing.map("c0", 1, 0, 2),
          Racing.map("c0", 2, Racing.PAGE, 1),
          Racing.unmap("c0", 0, 1),
          Racing.unmap("c0", 0, 2));

  /** The state of the norm that it begins in. */
  static final State START = start(Oracle.of(Racing.SCENARIO.constants()));

  private static final class Block {
    private final long start;
    private final long size;

    /** Number of TCEs, guarded by T. */
    private long live;

    Block(long start, long size) {
      this.start = start;
      this.size = size;
    }
  }

  private final Fault fault;
  private final Runnable pause;
  private final ReentrantLock registration = new ReentrantLock();
  private final ReentrantLock table = new ReentrantLock();
  private volatile NavigableMap<Long, Block> index = new TreeMap<>();

  /** User addresses by bus address, guarded by T. */
  private final NavigableMap<Long, Long> entries = new TreeMap<>();

  /** The blocks that the TCEs were counted for, guarded by T. */
  private final Map<Long, Block> counted = new TreeMap<>();

  /** Bytes of blocks, guarded by R. */
  private long charged;

  /**
   * A machine after {@link #OPENING}.
   *
   * @param pause what happens where the fault lets others in
   */
  SketchedMachine(Fault fault, Runnable pause) {
    this.fault = fault;
    this.pause = pause;
  }

  private static List<Value> opening() {
    List<Value> commands = new ArrayList<>(Racing.opening("c0", "g0"));
    commands.add(Racing.register("c0", 0, 2));
    commands.add(Racing.map("c0", 0, 0, 1));
    commands.add(Racing.unmap("c0", 0, 1));
    commands.add(Racing.unregister("c0", 0, 2));
    return commands;
  }

  private static State start(Oracle oracle) {
    State state = oracle.initial();
    for (Value command : OPENING) {
      state = oracle.apply(state, command, Values.string(Answer.OK)).getFirst();
    }
    return state;
  }

  /** A command's answer: "OK" or an error. */
  String call(Value command) {
    return switch (command.field("op").asString()) {
      case "REGISTER_MEMORY" -> register(word(command, "vaddr"), word(command, "size"));
      case "UNREGISTER_MEMORY" -> unregister(word(command, "vaddr"), word(command, "size"));
      case "MAP_DMA" -> map(word(command, "vaddr"), word(command, "iova"), word(command, "size"));
      case "UNMAP_DMA" -> unmap(word(command, "iova"), word(command, "size"));
      default -> throw new IllegalArgumentException("command=" + command);
    };
  }

  private static long word(Value command, String field) {
    return command.field(field).asLong();
  }

  private String register(long start, long size) {
    registration.lock();
    try {
      if (index.containsKey(start)) {
        return "EBUSY";
      }
      NavigableMap<Long, Block> next = new TreeMap<>(index);
      next.put(start, new Block(start, size));
      charged += size;
      index = next;
      return Answer.OK;
    } finally {
      registration.unlock();
    }
  }

  private String unregister(long start, long size) {
    if (fault == Fault.DOUBLE_RELEASE) {
      Block found = index.get(start);
      pause.run();
      return found == null ? "ENOENT" : releaseLater(found, size);
    }
    registration.lock();
    try {
      Block block = index.get(start);
      return block == null ? "ENOENT" : release(block, size);
    } finally {
      registration.unlock();
    }
  }

  private String releaseLater(Block block, long size) {
    registration.lock();
    try {
      return release(block, size);
    } finally {
      registration.unlock();
    }
  }

  private String release(Block block, long size) {
    table.lock();
    try {
      if (block.live != 0) {
        return "EBUSY";
      }
      NavigableMap<Long, Block> next = new TreeMap<>(index);
      next.remove(block.start);
      index = next;
      charged -= size;
      return Answer.OK;
    } finally {
      table.unlock();
    }
  }

  private static @Nullable Block find(NavigableMap<Long, Block> blocks, long address) {
    Map.Entry<Long, Block> below = blocks.floorEntry(address);
    return below != null && address < below.getKey() + below.getValue().size
        ? below.getValue()
        : null;
  }

  private String map(long start, long iova, long size) {
    NavigableMap<Long, Block> blocks = index;
    if (fault == Fault.LOOKUP_APART_FROM_COUNT) {
      pause.run();
    }
    table.lock();
    try {
      if (fault != Fault.LOOKUP_APART_FROM_COUNT) {
        blocks = index;
      }
      for (long done = 0; done < size; done += Racing.PAGE) {
        Block block = find(blocks, start + done);
        if (block == null) {
          clear(iova, done);
          return "EINVAL";
        }
        if (done + Racing.PAGE == size) {
          write(blocks, start, iova, size);
        }
      }
      return Answer.OK;
    } finally {
      table.unlock();
    }
  }

  private void write(NavigableMap<Long, Block> blocks, long start, long iova, long size) {
    clear(iova, size);
    for (long done = 0; done < size; done += Racing.PAGE) {
      entries.put(iova + done, start + done);
    }
    if (fault == Fault.PUBLISH_BEFORE_COUNT) {
      table.unlock();
      pause.run();
      table.lock();
    }
    for (long done = 0; done < size; done += Racing.PAGE) {
      Block block = find(blocks, start + done);
      if (block != null) {
        block.live++;
        counted.put(iova + done, block);
      }
    }
  }

  private String unmap(long iova, long size) {
    table.lock();
    try {
      clear(iova, size);
      return Answer.OK;
    } finally {
      table.unlock();
    }
  }

  private void clear(long iova, long size) {
    for (long done = 0; done < size; done += Racing.PAGE) {
      entries.remove(iova + done);
      Block block = counted.remove(iova + done);
      if (block != null) {
        block.live--;
      }
    }
  }

  /** The state in the words of the norm. */
  State state() {
    registration.lock();
    table.lock();
    try {
      long opened = START.get("lockedVm").field("p").asLong();
      return START
          .with(
              "lockedVm",
              Values.record(
                  "p", opened + charged / Racing.PAGE, "q", START.get("lockedVm").field("q")))
          .with("regions", Values.set(index.values().stream().map(this::region).toList()))
          .with("mappings", Values.set(mappings()));
    } finally {
      table.unlock();
      registration.unlock();
    }
  }

  private Value region(Block block) {
    return Values.record(
        "process",
        "p",
        "ua",
        block.start,
        "size",
        block.size,
        "backing",
        ConcurrentSystem.BACKING,
        "frames",
        block.start,
        "holders",
        Values.set(Values.string("c0")),
        "live",
        block.live);
  }

  /** The TCEs as runs, as long as they can be. */
  private List<Value> mappings() {
    List<Value> runs = new ArrayList<>();
    long iova = 0;
    long start = 0;
    long size = 0;
    for (Map.Entry<Long, Long> entry : entries.entrySet()) {
      if (size != 0 && entry.getKey() == iova + size && entry.getValue() == start + size) {
        size += Racing.PAGE;
      } else {
        add(runs, iova, start, size);
        iova = entry.getKey();
        start = entry.getValue();
        size = Racing.PAGE;
      }
    }
    add(runs, iova, start, size);
    return runs;
  }

  private static void add(List<Value> runs, long iova, long start, long size) {
    if (size != 0) {
      runs.add(
          Values.record(
              "container", "c0", "window", 0, "iova", iova, "ua", start, "size", size, "perm", 3));
    }
  }

  @Override
  public Supplier<Answer> call(Request request) {
    String result = call(request.norm());
    return () -> new Answer(result, "", Values.record("value", 0));
  }

  @Override
  public Supplier<Value> lookup(String group, long iova) {
    throw new UnsupportedOperationException("no device looks at a sketch");
  }

  @Override
  public Supplier<State> look(List<String> variables) {
    State seen = state();
    return () -> seen;
  }

  @Override
  public List<String> leaks() {
    return List.of();
  }
}
