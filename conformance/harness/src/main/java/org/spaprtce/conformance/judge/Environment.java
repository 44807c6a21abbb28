package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What the environment of a caller decides about a REGISTER_MEMORY: field {@code env} of the norm's
 * command.
 *
 * @param memlock RLIMIT_MEMLOCK, bytes
 * @param capIpcLock whether the caller has CAP_IPC_LOCK
 * @param pinnable whether every page of the block can be pinned for writing
 * @param backing the smallest page behind the block, bytes
 */
record Environment(BigInteger memlock, boolean capIpcLock, boolean pinnable, BigInteger backing) {
  Value value() {
    return Values.record(
        "memlock", memlock, "capIpcLock", capIpcLock, "pinnable", pinnable, "backing", backing);
  }
}
