package org.spaprtce;

/**
 * What a device finds at a bus address that has a TCE.
 *
 * @param address the byte of host memory that the bus address stands for
 * @param permission what the device may do with it
 * @clause DEV-1 MAP-15
 */
public record TceEntry(HostPhysicalAddress address, DmaPermission permission) {}
