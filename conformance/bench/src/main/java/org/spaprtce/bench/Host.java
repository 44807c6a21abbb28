package org.spaprtce.bench;

import org.spaprtce.Iova;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.ResourceLimits;

/**
 * What a process of a peer runs on.
 *
 * @param pageSize bytes of a page of the host, a power of two
 * @param windowStart first bus address of the window of each container
 * @param memory pins blocks
 * @param limits answers for the calling task
 */
record Host(long pageSize, Iova windowStart, HostMemory memory, ResourceLimits limits) {}
