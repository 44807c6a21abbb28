package org.spaprtce;

/**
 * A request to a container, as the caller sent it: nothing is validated here, the container judges.
 *
 * <p>Fields that a command does not define as input are left out: they are not looked at (ABI-6).
 */
public sealed interface Command {

  /**
   * The fields that argument structures start with.
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

  /** GET_API_VERSION: ask for the version of the interface, {@link Outcome.Value} 0. */
  record GetApiVersion() implements Command {}

  /**
   * CHECK_EXTENSION: ask whether a type or a feature is there.
   *
   * @param extension a type of {@link SetIommu}, {@link #EEH}, or any other number
   */
  record CheckExtension(long extension) implements Command {
    /** The recovery of devices. */
    public static final int EEH = 5;
  }

  /**
   * SET_IOMMU: give the container its type.
   *
   * @param type {@link #VERSION_1}, {@link #VERSION_2}, or a number that is refused
   */
  record SetIommu(long type) implements Command {
    /** The older interface: ENABLE charges, MAP_DMA pins. */
    public static final int VERSION_1 = 2;

    /** The interface with registration and windows that can be created. */
    public static final int VERSION_2 = 7;
  }

  /**
   * GET_INFO: ask what the container's group can do, {@link Outcome.TceInfo}.
   *
   * @param header first fields; flags are not looked at
   */
  record GetInfo(Header header) implements Command {
    /** Bytes of the argument structure without the part about windows that can be created. */
    public static final int SHORT_ARGSZ = 16;

    /** Bytes of the argument structure. */
    public static final int ARGSZ = 32;

    /** A request with a well-formed header. */
    public GetInfo() {
      this(new Header(true, ARGSZ, 0));
    }
  }

  /** ENABLE: charge for the whole default window and allow mapping; version 1. */
  record Enable() implements Command {}

  /** DISABLE: give back what ENABLE charged and forbid mapping; version 1. */
  record Disable() implements Command {}

  /**
   * TCE_CREATE: make a window, {@link Outcome.WindowCreated}.
   *
   * @param header first fields; no flags are defined
   * @param pageShift binary logarithm of the page of the window, unsigned
   * @param size bytes of the window, unsigned
   * @param levels number of levels of its table, unsigned
   */
  record TceCreate(Header header, int pageShift, long size, int levels) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 40;

    /**
     * A request with a well-formed header.
     *
     * @param pageShift binary logarithm of the page of the window, unsigned
     * @param size bytes of the window, unsigned
     * @param levels number of levels of its table, unsigned
     */
    public TceCreate(int pageShift, long size, int levels) {
      this(new Header(true, ARGSZ, 0), pageShift, size, levels);
    }
  }

  /**
   * TCE_REMOVE: remove a window with its TCEs, or renounce the default window that is owed.
   *
   * @param header first fields; no flags are defined
   * @param start bus address that the window starts at
   */
  record TceRemove(Header header, Iova start) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 16;

    /**
     * A request with a well-formed header.
     *
     * @param start bus address that the window starts at
     */
    public TceRemove(Iova start) {
      this(new Header(true, ARGSZ, 0), start);
    }
  }

  /**
   * EEH_PE_OP: speak to the platform about the recovery of devices, {@link Outcome.EehState}.
   *
   * @param header first fields; no flags are defined
   * @param operation 0 to 9, or a number that is refused
   */
  record EehPeOp(Header header, int operation) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 12;

    /** The operation that injects an error, the last one. */
    public static final int INJECT = 9;

    /** Bytes of the argument structure of {@link #INJECT}. */
    public static final int INJECT_ARGSZ = 40;

    /**
     * A request with a well-formed header.
     *
     * @param operation 0 to 9, or a number that is refused
     */
    public EehPeOp(int operation) {
      this(new Header(true, operation == INJECT ? INJECT_ARGSZ : ARGSZ, 0), operation);
    }
  }

  /**
   * A request that no container has.
   *
   * @param request its number
   */
  record Unknown(int request) implements Command {}
}
