package org.spaprtce.conformance.judge;

import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Environment;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.oracle.runtime.Value;

/** Recorded calls as commands of the norm, and what the norm's text calls them. */
final class Commands {
  private Commands() {}

  /** REGISTER_MEMORY in an environment. */
  static Value register(Operation.Register call, String container, Environment environment) {
    return NormCommand.register(header(call, container), call.vaddr(), call.size(), environment);
  }

  /** UNREGISTER_MEMORY. */
  static Value unregister(Operation.Unregister call, String container) {
    return NormCommand.unregister(header(call, container), call.vaddr(), call.size());
  }

  /** MAP_DMA. */
  static Value map(Operation.MapDma call, String container) {
    return NormCommand.map(header(call, container), call.vaddr(), call.iova(), call.size());
  }

  /** UNMAP_DMA. */
  static Value unmap(Operation.UnmapDma call, String container) {
    return NormCommand.unmap(header(call, container), call.iova(), call.size());
  }

  private static NormCommand.Header header(Operation.Call call, String container) {
    Header header = call.header();
    return new NormCommand.Header(container, header.readable(), header.argsz(), header.flags());
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
