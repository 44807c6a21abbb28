package org.spaprtce.platform;

/**
 * The ports: all that the interface asks of the host it runs on.
 *
 * <p>{@link HostMemory} and {@link Firmware#recover} are called with no lock held, by several
 * threads at a time, and may take long. The others are called by one thread at a time or with locks
 * held, and should return soon. A port must not call the interface; where it does so under a lock,
 * the call fails with an {@link IllegalStateException}. What a port throws comes out of the call,
 * which then has changed nothing; but what only gives back ({@link HostMemory#unpin}, {@link
 * Firmware#detach}, {@link Firmware#unprogram}, {@link Firmware#closeDevice}) must not throw.
 *
 * @param memory pins user memory and says where it is
 * @param limits the limits of the calling task
 * @param allocations memory for records and tables
 * @param firmware hardware and firmware behind the IOMMU groups
 * @clause REG-5 REG-6 REG-11 MAP-12 MAP-13 WIN-2 WIN-4 WIN-5 WIN-10 WIN-12 VER-6 GRP-8 QRY-8
 */
public record Platform(
    HostMemory memory, ResourceLimits limits, Allocations allocations, Firmware firmware) {}
