package org.spaprtce.conformance.sut;

/**
 * What the host answers while a step runs.
 *
 * @param memlock RLIMIT_MEMLOCK of the calling task, bytes, unsigned
 * @param capIpcLock whether the task has CAP_IPC_LOCK
 * @param pinnable whether every page of the block can be pinned for writing
 * @param backing the smallest page that backs the block, bytes, a power of two
 */
public record HostAnswers(long memlock, boolean capIpcLock, boolean pinnable, long backing) {}
