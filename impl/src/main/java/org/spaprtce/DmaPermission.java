package org.spaprtce;

/**
 * What a TCE lets a device do with the memory it refers to; one that may write may read, too.
 *
 * @clause MAP-15
 */
public enum DmaPermission {
  /** The device may read. */
  READ(Command.MapDma.READ),
  /** The device may read and write. */
  READ_WRITE(Command.MapDma.READ | Command.MapDma.WRITE);

  private final int flags;

  DmaPermission(int flags) {
    this.flags = flags;
  }

  /**
   * {@return the permission that flags of MAP_DMA give}
   *
   * @param flags {@link Command.MapDma#READ}, {@link Command.MapDma#WRITE} or their sum
   * @throws IllegalArgumentException if the flags are anything else
   */
  public static DmaPermission ofFlags(int flags) {
    return switch (flags) {
      case Command.MapDma.READ -> READ;
      case Command.MapDma.WRITE, Command.MapDma.READ | Command.MapDma.WRITE ->
          READ_WRITE; // [MAP-15]
      default -> throw new IllegalArgumentException("flags=0x%x".formatted(flags));
    };
  }

  /** {@return the flags of MAP_DMA that ask for all of this permission} */
  public int flags() {
    return flags;
  }
}
