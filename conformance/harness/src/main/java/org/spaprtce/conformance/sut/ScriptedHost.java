package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.spaprtce.ContainerId;
import org.spaprtce.Errno;
import org.spaprtce.Iova;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;
import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.ResourceLimits;
import org.spaprtce.platform.SimulatedFirmware;

/** The host that answers as the environment of the current command says, and keeps account. */
final class ScriptedHost implements HostMemory, ResourceLimits, Allocations {
  /**
   * A pin that was not given back.
   *
   * @param owner whose memory it is
   * @param frames the name of its pages
   */
  record Pin(ProcessId owner, Value frames) {}

  /** The names of the ports. */
  static final String PINNING = "HostMemory.pin";

  static final String LIMIT = "ResourceLimits.memlock";
  static final String RECORDS = "Allocations.records";
  static final String LEVEL = "Allocations.contiguous";
  static final String ENTRIES = "Allocations.room";

  private final SimulatedFirmware firmware = new SimulatedFirmware();
  private final ScriptedPort pinning = new ScriptedPort(PINNING);
  private final ScriptedPort limit = new ScriptedPort(LIMIT);
  private final ScriptedPort records = new ScriptedPort(RECORDS);
  private final ScriptedPort level = new ScriptedPort(LEVEL);
  private final ScriptedPort entries = new ScriptedPort(ENTRIES);
  private final IdentityHashMap<PinnedBlock, Pin> pins = new IdentityHashMap<>();
  private final Predicate<Value> forgets;
  private Value command = Values.record("op", "none");
  private Value environment = Values.record("memlock", 0);

  /**
   * A host with a leak.
   *
   * @param forgets during which commands nothing is unpinned
   */
  ScriptedHost(Predicate<Value> forgets) {
    this.forgets = forgets;
  }

  Platform ports() {
    return new Platform(this, this, this, firmware);
  }

  SimulatedFirmware firmware() {
    return firmware;
  }

  /** All ports. */
  List<HostPort> all() {
    List<HostPort> ports = new ArrayList<>(List.of(pinning, limit, records, level, entries));
    ports.addAll(HostPort.of(firmware));
    return ports;
  }

  /** Answers to a command from now on. */
  void answer(Value next) {
    command = next;
    environment = next.field("env");
    String platform = environment.field("platform").asString();
    if (platform.equals(Answer.OK)) {
      firmware.refuseNothing();
    } else {
      firmware.refuse(Errno.valueOf(platform));
    }
    firmware.setState((int) environment.field("state").asLong());
  }

  /** The pins that were not given back. */
  List<Map.Entry<PinnedBlock, Pin>> pins() {
    return List.copyOf(pins.entrySet());
  }

  /** The pages begin with those of the range that the command names. */
  @Override
  public PinResult pin(ProcessId owner, UserAddress start, long size) {
    long ahead = start.value() - UnsignedWords.word(command, "vaddr");
    long leading = pinning.fails() ? 0 : remaining("pinned", ahead, size);
    if (leading != size) {
      return new Unpinnable(leading);
    }
    Value frames = environment.field("frames");
    PinnedBlock block =
        new PinnedBlock(
            start,
            UnsignedWords.word(environment, "backing"),
            HostPages.runs(HostPages.first(frames) + ahead, size));
    pins.put(block, new Pin(owner, frames));
    return block;
  }

  @Override
  public void unpin(PinnedBlock block) {
    if (forgets.test(command)) {
      return;
    }
    if (pins.remove(block) == null) {
      throw new IllegalStateException("unpinned a block that is not pinned: " + block);
    }
  }

  @Override
  public Memlock memlock() {
    if (limit.fails()) {
      return new Memlock(0, false);
    }
    return new Memlock(
        UnsignedWords.saturated(environment, "memlock"),
        environment.field("capIpcLock").asBoolean());
  }

  @Override
  public long records() {
    return records.fails() ? 0 : UnsignedWords.saturated(environment, "records");
  }

  @Override
  public long contiguous() {
    return level.fails() ? 0 : UnsignedWords.saturated(environment, "contiguous");
  }

  @Override
  public long room(ContainerId container, Iova iova, long size) {
    return entries.fails()
        ? 0
        : remaining("room", iova.value() - UnsignedWords.word(command, "iova"), size);
  }

  /** How many leading bytes of a part are still in what the environment has for the whole. */
  private long remaining(String field, long ahead, long size) {
    BigInteger left = environment.field(field).asBigInteger().subtract(unsigned(ahead));
    return left.max(BigInteger.ZERO).min(unsigned(size)).longValue();
  }

  private static BigInteger unsigned(long word) {
    return Values.unsigned(word).asBigInteger();
  }
}
