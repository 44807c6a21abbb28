package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Makes the command records that the module TceInterface describes. */
public final class NormCommand {
  private NormCommand() {}

  /**
   * The fields that every command has.
   *
   * @param container the name of the container
   * @param readable whether the argument structure can be read
   * @param argsz its first field
   * @param flags its second field
   */
  public record Header(String container, boolean readable, long argsz, long flags) {}

  /**
   * What the environment of a caller decides about a REGISTER_MEMORY: field {@code env}.
   *
   * @param memlock RLIMIT_MEMLOCK, bytes
   * @param capIpcLock whether the caller has CAP_IPC_LOCK
   * @param pinnable whether every page of the block can be pinned for writing
   * @param backing the smallest page behind the block, bytes
   */
  public record Environment(
      BigInteger memlock, boolean capIpcLock, boolean pinnable, BigInteger backing) {
    private Value value() {
      return Values.record(
          "memlock", memlock, "capIpcLock", capIpcLock, "pinnable", pinnable, "backing", backing);
    }
  }

  /** REGISTER_MEMORY of a block, in an environment. */
  public static Value register(
      Header header, BigInteger vaddr, BigInteger size, Environment environment) {
    return Values.record(
        "op", "REGISTER_MEMORY",
        "container", header.container(),
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "vaddr", vaddr,
        "size", size,
        "env", environment.value());
  }

  /** UNREGISTER_MEMORY of a block. */
  public static Value unregister(Header header, BigInteger vaddr, BigInteger size) {
    return Values.record(
        "op", "UNREGISTER_MEMORY",
        "container", header.container(),
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "vaddr", vaddr,
        "size", size);
  }

  /** MAP_DMA of a range. */
  public static Value map(Header header, BigInteger vaddr, BigInteger iova, BigInteger size) {
    return Values.record(
        "op",
        "MAP_DMA",
        "container",
        header.container(),
        "readable",
        header.readable(),
        "argsz",
        header.argsz(),
        "flags",
        header.flags(),
        "vaddr",
        vaddr,
        "iova",
        iova,
        "size",
        size);
  }

  /** UNMAP_DMA of a range. */
  public static Value unmap(Header header, BigInteger iova, BigInteger size) {
    return Values.record(
        "op", "UNMAP_DMA",
        "container", header.container(),
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "iova", iova,
        "size", size);
  }
}
