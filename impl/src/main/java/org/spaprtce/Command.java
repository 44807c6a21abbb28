package org.spaprtce;

/**
 * A request to a container, as the caller sent it: nothing is validated here, the container judges.
 */
public sealed interface Command {

  /** {@return the first fields of the argument structure} */
  Header header();

  /**
   * The fields that every argument structure starts with.
   *
   * @param readable whether the structure can be read; if not, no other field counts
   * @param argsz bytes of the structure as the caller claims, unsigned
   * @param flags bits, unsigned
   */
  record Header(boolean readable, int argsz, int flags) {}

  /**
   * REGISTER_MEMORY: pin a block and charge it.
   *
   * @param header first fields; no flags are defined
   * @param vaddr start of the block
   * @param size bytes, unsigned
   */
  record RegisterMemory(Header header, UserAddress vaddr, long size) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 24;

    /**
     * A request with a well-formed header.
     *
     * @param vaddr start of the block
     * @param size bytes, unsigned
     */
    public RegisterMemory(UserAddress vaddr, long size) {
      this(new Header(true, ARGSZ, 0), vaddr, size);
    }
  }

  /**
   * UNREGISTER_MEMORY: give back a block, named as it was registered.
   *
   * @param header first fields; no flags are defined
   * @param vaddr start of the block
   * @param size bytes, unsigned
   */
  record UnregisterMemory(Header header, UserAddress vaddr, long size) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 24;

    /**
     * A request with a well-formed header.
     *
     * @param vaddr start of the block
     * @param size bytes, unsigned
     */
    public UnregisterMemory(UserAddress vaddr, long size) {
      this(new Header(true, ARGSZ, 0), vaddr, size);
    }
  }

  /**
   * MAP_DMA: write TCEs that refer to pre-registered memory.
   *
   * @param header first fields; the flags are {@link #READ}, {@link #WRITE} or their sum
   * @param vaddr memory that the first TCE refers to
   * @param iova bus address of the first TCE
   * @param size bytes, unsigned
   */
  record MapDma(Header header, UserAddress vaddr, Iova iova, long size) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 32;

    /** Flag: the device may read. */
    public static final int READ = 1;

    /** Flag: the device may write. */
    public static final int WRITE = 2;

    /**
     * A request with a well-formed header.
     *
     * @param vaddr memory that the first TCE refers to
     * @param iova bus address of the first TCE
     * @param size bytes, unsigned
     * @param permission what the flags ask for
     */
    public MapDma(UserAddress vaddr, Iova iova, long size, DmaPermission permission) {
      this(new Header(true, ARGSZ, permission.flags()), vaddr, iova, size);
    }
  }

  /**
   * UNMAP_DMA: clear TCEs.
   *
   * @param header first fields; no flags are defined
   * @param iova bus address of the first TCE
   * @param size bytes, unsigned
   */
  record UnmapDma(Header header, Iova iova, long size) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 24;

    /**
     * A request with a well-formed header.
     *
     * @param iova bus address of the first TCE
     * @param size bytes, unsigned
     */
    public UnmapDma(Iova iova, long size) {
      this(new Header(true, ARGSZ, 0), iova, size);
    }
  }
}
