package org.spaprtce.conformance.judge;

import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Recorded calls as commands of the norm, and what the norm's text calls them. */
final class Commands {
  private Commands() {}

  /** REGISTER_MEMORY in an environment. */
  static Value register(Operation.Register call, String container, Environment environment) {
    Header header = call.header();
    return Values.record(
        "op", "REGISTER_MEMORY",
        "container", container,
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "vaddr", call.vaddr(),
        "size", call.size(),
        "env", environment.value());
  }

  /** UNREGISTER_MEMORY. */
  static Value unregister(Operation.Unregister call, String container) {
    Header header = call.header();
    return Values.record(
        "op", "UNREGISTER_MEMORY",
        "container", container,
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "vaddr", call.vaddr(),
        "size", call.size());
  }

  /** MAP_DMA. */
  static Value map(Operation.MapDma call, String container) {
    Header header = call.header();
    return Values.record(
        "op", "MAP_DMA",
        "container", container,
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "vaddr", call.vaddr(),
        "iova", call.iova(),
        "size", call.size());
  }

  /** UNMAP_DMA. */
  static Value unmap(Operation.UnmapDma call, String container) {
    Header header = call.header();
    return Values.record(
        "op", "UNMAP_DMA",
        "container", container,
        "readable", header.readable(),
        "argsz", header.argsz(),
        "flags", header.flags(),
        "iova", call.iova(),
        "size", call.size());
  }

  /** The clause that says what success of the call does. */
  static String successClause(Operation.Call call) {
    return switch (call) {
      case Operation.Register _ -> "REG-8";
      case Operation.Unregister _ -> "UNR-5";
      case Operation.MapDma _ -> "MAP-8";
      case Operation.UnmapDma _ -> "UNM-5";
    };
  }
}
