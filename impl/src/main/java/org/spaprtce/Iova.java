package org.spaprtce;

/**
 * A bus address that a device uses, a word of 64 bits.
 *
 * @param value the address, unsigned
 */
public record Iova(long value) implements Comparable<Iova> {

  /** Compares as unsigned words. */
  @Override
  public int compareTo(Iova other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "0x" + Long.toHexString(value);
  }
}
