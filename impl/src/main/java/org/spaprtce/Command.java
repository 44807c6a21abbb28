package org.spaprtce;

/**
 * A request to a container, as the caller sent it: nothing is validated here, the container judges.
 *
 * <p>Each command says which errors it answers and which clauses refuse it; its clause tag names
 * those that say what it does. All but {@link GetApiVersion}, {@link CheckExtension} and {@link
 * SetIommu} look at the session first. Answers EINVAL (SES-1), EPERM (SES-2), ENOTTY (SES-3). What
 * {@link Header} answers is added where a command has one. What is said of the shape of a component
 * is what the container wants.
 *
 * <p>Fields that a command does not define as input are left out: they are not looked at (ABI-6).
 *
 * @clause ABI-4 ABI-5 ABI-6 ABI-7
 */
public sealed interface Command {

  /**
   * The fields that argument structures start with.
   *
   * <p>Answers EFAULT (ABI-1), EINVAL (ABI-2, ABI-3). ABI-3 is not asked of {@link GetInfo} and
   * {@link GroupCommand.GetStatus}, whose flags are output.
   *
   * @param readable whether the structure can be read; if not, no other field counts
   * @param argsz bytes of the structure as the caller claims, unsigned, 32 bits
   * @param flags a set of bits, unsigned, 32 bits
   * @clause ABI-1 ABI-2 ABI-3
   */
  record Header(boolean readable, int argsz, int flags) {}

  /**
   * REGISTER_MEMORY: pin a block and charge it, or share it, and let the container map.
   *
   * <p>Answers EINVAL (REG-1, REG-2, REG-3, REG-7), EBUSY (REG-4), ENOMEM (REG-5, REG-11), EFAULT
   * (REG-6).
   *
   * @param header first fields; no flags are defined
   * @param vaddr start of the block, a multiple of the host's page
   * @param size bytes, unsigned, a multiple of the host's page
   * @clause REG-8 REG-9 REG-10 SES-7
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
   * <p>Answers EPERM (UNR-1), EINVAL (UNR-2), ENOENT (UNR-3), EBUSY (UNR-4).
   *
   * @param header first fields; no flags are defined
   * @param vaddr start of the block
   * @param size bytes, unsigned
   * @clause UNR-5 UNR-6
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
   * MAP_DMA: write TCEs that refer to pre-registered memory or, in version 1, to memory that it
   * pins.
   *
   * <p>Answers EPERM (MAP-1), ENXIO (MAP-2), EINVAL (MAP-3, MAP-4, MAP-5, MAP-6, MAP-7, MAP-11),
   * EFAULT (MAP-12), ENOMEM (MAP-13, WIN-2, WIN-4), the platform's error (WIN-5).
   *
   * @param header first fields; the flags are {@link #READ}, {@link #WRITE} or their sum
   * @param vaddr memory that the first TCE refers to, a multiple of the window's page
   * @param iova bus address of the first TCE, a multiple of the window's page
   * @param size bytes, unsigned, a multiple of the window's page; 0 writes nothing
   * @clause MAP-8 MAP-9 MAP-10 MAP-14 MAP-15 VER-9 WIN-1
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
   * UNMAP_DMA: clear TCEs, if there are any.
   *
   * <p>Answers EPERM (UNM-1), ENXIO (UNM-2), EINVAL (UNM-3, UNM-4, UNM-7), ENOMEM (WIN-2, WIN-4),
   * the platform's error (WIN-5).
   *
   * @param header first fields; no flags are defined
   * @param iova bus address of the first TCE, a multiple of the window's page
   * @param size bytes, unsigned, a multiple of the window's page; 0 clears nothing
   * @clause UNM-5 UNM-6 VER-9 WIN-1
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

  /**
   * GET_API_VERSION: ask for the version of the interface, {@link Outcome.Value} 0.
   *
   * <p>Answers no error.
   *
   * @clause QRY-2
   */
  record GetApiVersion() implements Command {}

  /**
   * CHECK_EXTENSION: ask whether a type or a feature is there, {@link Outcome.Value} 1 or 0.
   *
   * <p>Answers no error.
   *
   * @param extension a type of {@link SetIommu}, {@link #EEH}, or any other number
   * @clause QRY-1
   */
  record CheckExtension(long extension) implements Command {
    /** The extension for the recovery of devices. */
    public static final int EEH = 5;
  }

  /**
   * SET_IOMMU: give the container its type; from then on it is owed the default window.
   *
   * <p>Answers EINVAL (SES-4), ENODEV (SES-5), EPERM (GRP-5, GRP-7), EBUSY (GRP-6), the platform's
   * error (GRP-8).
   *
   * @param type {@link #VERSION_1}, {@link #VERSION_2}, or a number that is refused
   * @clause SES-6 VER-1 WIN-1
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
   * <p>Answers no error of its own.
   *
   * @param header first fields; flags are not looked at
   * @clause QRY-3 QRY-4
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

  /**
   * ENABLE: charge for the whole default window and allow mapping; version 1.
   *
   * <p>Answers EBUSY (VER-4), EPERM (VER-5), ENOMEM (VER-6).
   *
   * @clause VER-3 VER-7 SES-7
   */
  record Enable() implements Command {}

  /**
   * DISABLE: give back what ENABLE charged and forbid mapping; version 1.
   *
   * <p>Answers no error of its own.
   *
   * @clause VER-3 VER-8
   */
  record Disable() implements Command {}

  /**
   * TCE_CREATE: make a window, {@link Outcome.WindowCreated}.
   *
   * <p>Answers ENOMEM (WIN-2, WIN-4, WIN-10, WIN-12), ENOSPC (WIN-6), EINVAL (WIN-7, WIN-8, WIN-9,
   * WIN-11), the platform's error (WIN-5).
   *
   * @param header first fields; no flags are defined
   * @param pageShift binary logarithm of the bytes of the window's page, unsigned
   * @param size bytes of the window, unsigned, a power of two
   * @param levels number of levels of its table, unsigned, from 1
   * @clause WIN-1 WIN-13 WIN-14 WIN-18 WIN-19 SES-7
   */
  record TceCreate(Header header, int pageShift, long size, int levels) implements Command {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 40;

    /**
     * A request with a well-formed header.
     *
     * @param pageShift binary logarithm of the bytes of the window's page, unsigned
     * @param size bytes of the window, unsigned, a power of two
     * @param levels number of levels of its table, unsigned, from 1
     */
    public TceCreate(int pageShift, long size, int levels) {
      this(new Header(true, ARGSZ, 0), pageShift, size, levels);
    }
  }

  /**
   * TCE_REMOVE: remove a window with its TCEs, or renounce the default window that is owed.
   *
   * <p>Answers EINVAL (WIN-15).
   *
   * @param header first fields; no flags are defined
   * @param start bus address that the window starts at
   * @clause WIN-16 WIN-17 SES-7
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
   * <p>Answers EINVAL (QRY-6, QRY-7), the platform's error (QRY-8).
   *
   * @param header first fields; no flags are defined
   * @param operation 0 to 9, or a number that is refused
   * @clause QRY-9
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
   * <p>Answers no error of its own.
   *
   * @param request its number, not looked at
   * @clause SES-3
   */
  record Unknown(int request) implements Command {}
}
