package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Map;
import org.spaprtce.conformance.recording.Request;

/**
 * What the recorder of kernels puts into argument structures before a call: zeros, and a pattern in
 * those fields that GET_INFO and TCE_CREATE fill in.
 */
final class Recorder {
  private static final BigInteger WORD = new BigInteger("a5a5a5a5a5a5a5a5", 16);
  private static final BigInteger HALF_WORD = new BigInteger("a5a5a5a5", 16);

  private Recorder() {}

  /** The recorded fields of the structure of a request before the call. */
  static Map<String, BigInteger> before(Request request) {
    return switch (request) {
      case Request.GetInfo info ->
          Map.of(
              "argsz", BigInteger.valueOf(info.header().argsz()),
              "flags", BigInteger.valueOf(info.header().flags()),
              "dma32_start", HALF_WORD,
              "dma32_size", HALF_WORD,
              "pgsizes", WORD,
              "max_windows", HALF_WORD,
              "levels", HALF_WORD);
      case Request.CreateWindow _ -> Map.of("start_addr", WORD);
      case Request.UnmapDma unmap -> Map.of("size", unmap.size());
      case Request.GroupStatus _ -> Map.of("flags", BigInteger.ZERO);
      default -> Map.of();
    };
  }
}
