package org.spaprtce.conformance.world;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A recorded process: its memory, its limits and what it has open.
 *
 * <p>The recorder of kernels starts every process as root, without buffers, with nothing between
 * the place of its first buffer and its stack, and nothing below its own text. A client log tells
 * none of this.
 */
public final class RecordedProcess {
  private static final BigInteger TEXT = BigInteger.ONE.shiftLeft(28);
  private static final BigInteger FIRST_BUFFER = BigInteger.ONE.shiftLeft(33);

  /** Addresses from here to the default top hold the stack and what libraries map. */
  private static final BigInteger STACK = BigInteger.valueOf(0x7f00_0000_0000L);

  /** Addresses from here on are mapped only where a program asks for them. */
  private static final BigInteger DEFAULT_TOP = BigInteger.ONE.shiftLeft(47);

  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(65);

  /** The memory of a process when its recorder starts it; nothing changes it. */
  private static final MemoryMap AT_START = atStart();

  private final String name;
  private final boolean told;
  private final MemoryMap memory;
  private final OpenFiles files;
  private boolean root;
  private @Nullable BigInteger memlock;

  private RecordedProcess(
      String name,
      boolean told,
      MemoryMap memory,
      OpenFiles files,
      boolean root,
      @Nullable BigInteger memlock) {
    this.name = name;
    this.told = told;
    this.memory = memory;
    this.files = files;
    this.root = root;
    this.memlock = memlock;
  }

  /**
   * A process as the recorder of kernels starts it.
   *
   * @param memlock the usual RLIMIT_MEMLOCK, bytes; null if it is not told
   */
  public static RecordedProcess ofRecorder(String name, @Nullable BigInteger memlock) {
    return new RecordedProcess(name, true, AT_START.fork(), new OpenFiles(), true, memlock);
  }

  private static MemoryMap atStart() {
    MemoryMap memory = MemoryMap.untold();
    memory.unmap(BigInteger.ZERO, TEXT);
    memory.unmap(FIRST_BUFFER, STACK.subtract(FIRST_BUFFER));
    memory.unmap(DEFAULT_TOP, ALL.subtract(DEFAULT_TOP));
    return memory;
  }

  /** A process of which only calls are known. */
  public static RecordedProcess untold(String name) {
    return new RecordedProcess(name, false, MemoryMap.untold(), new OpenFiles(), false, null);
  }

  /** A child with an address space of its own. */
  public RecordedProcess fork(String child) {
    return new RecordedProcess(child, told, memory.fork(), files.fork(), root, memlock);
  }

  /** The name of its address space in the norm. */
  public String name() {
    return name;
  }

  /** Whether its memory and its limits are told. */
  public boolean isTold() {
    return told;
  }

  /** Its memory. */
  public MemoryMap memory() {
    return memory;
  }

  /** What it has open. */
  public OpenFiles files() {
    return files;
  }

  /** Sets RLIMIT_MEMLOCK, bytes. */
  public void limit(BigInteger limit) {
    memlock = limit;
  }

  /** Becomes another user; any but 0 loses all capabilities. */
  public void become(long user) {
    root = root && user == 0;
  }

  /** Whether it has CAP_IPC_LOCK. */
  public boolean mayLock() {
    return root;
  }

  /** RLIMIT_MEMLOCK, bytes; null if it is not told. */
  public @Nullable BigInteger limit() {
    return memlock;
  }
}
