package org.spaprtce;

/**
 * An address of the process, a word of 64 bits.
 *
 * @param value the address, unsigned
 */
public record UserAddress(long value) implements Comparable<UserAddress> {

  /** Compares as unsigned words. */
  @Override
  public int compareTo(UserAddress other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "0x" + Long.toHexString(value);
  }
}
