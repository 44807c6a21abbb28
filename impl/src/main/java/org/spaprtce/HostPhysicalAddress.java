package org.spaprtce;

/**
 * A physical address of the host, a word of 64 bits.
 *
 * @param value the address, unsigned
 */
public record HostPhysicalAddress(long value) implements Comparable<HostPhysicalAddress> {

  /** Compares as unsigned words. */
  @Override
  public int compareTo(HostPhysicalAddress other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "0x" + Long.toHexString(value);
  }
}
