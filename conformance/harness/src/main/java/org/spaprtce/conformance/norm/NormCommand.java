package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Makes the command records that the module TceInterface describes. */
public final class NormCommand {
  private NormCommand() {}

  /**
   * Who calls what.
   *
   * @param process the address space of the caller
   * @param object the name of the container, or of the group, that is called
   * @param environment what the caller's environment decides
   */
  public record Target(String process, String object, Environment environment) {}

  /**
   * The beginning of an argument structure.
   *
   * @param readable whether the structure can be read
   * @param argsz its first field
   * @param flags its second field
   */
  public record Header(boolean readable, long argsz, long flags) {}

  /** What a descriptor that is passed to SET_CONTAINER names. */
  public enum NamedFile {
    /** A container. */
    CONTAINER("container"),
    /** An open file that is no container. */
    OTHER("other"),
    /** No open file. */
    CLOSED("closed");

    private final String text;

    NamedFile(String text) {
      this.text = text;
    }
  }

  /** A command on a container that passes nothing: GET_API_VERSION, ENABLE, DISABLE, UNKNOWN. */
  public static Value plain(String op, Target to) {
    return command(op, "container", to);
  }

  /** A command on a group that passes nothing: OPEN_GROUP, UNSET_CONTAINER and their like. */
  public static Value ofGroup(String op, Target to) {
    return command(op, "group", to);
  }

  /** CHECK_EXTENSION. */
  public static Value checkExtension(Target to, long extension) {
    return command("CHECK_EXTENSION", "container", to, "extension", extension);
  }

  /** SET_IOMMU. */
  public static Value setIommu(Target to, long type) {
    return command("SET_IOMMU", "container", to, "type", type);
  }

  /** GET_INFO. */
  public static Value info(Target to, Header header) {
    return command("GET_INFO", to, header);
  }

  /** EEH_PE_OP. */
  public static Value eeh(Target to, Header header, long operation) {
    return command("EEH_PE_OP", to, header, "operation", operation);
  }

  /** REGISTER_MEMORY of a block. */
  public static Value register(Target to, Header header, BigInteger vaddr, BigInteger size) {
    return command("REGISTER_MEMORY", to, header, "vaddr", vaddr, "size", size);
  }

  /** UNREGISTER_MEMORY of a block. */
  public static Value unregister(Target to, Header header, BigInteger vaddr, BigInteger size) {
    return command("UNREGISTER_MEMORY", to, header, "vaddr", vaddr, "size", size);
  }

  /** MAP_DMA of a range. */
  public static Value map(
      Target to, Header header, BigInteger vaddr, BigInteger iova, BigInteger size) {
    return command("MAP_DMA", to, header, "vaddr", vaddr, "iova", iova, "size", size);
  }

  /** UNMAP_DMA of a range. */
  public static Value unmap(Target to, Header header, BigInteger iova, BigInteger size) {
    return command("UNMAP_DMA", to, header, "iova", iova, "size", size);
  }

  /** TCE_CREATE of a window. */
  public static Value create(
      Target to, Header header, long pageShift, BigInteger size, long levels) {
    return command(
        "TCE_CREATE", to, header, "pageShift", pageShift, "size", size, "levels", levels);
  }

  /** TCE_REMOVE of a window. */
  public static Value remove(Target to, Header header, BigInteger start) {
    return command("TCE_REMOVE", to, header, "start", start);
  }

  /** GROUP_GET_STATUS. */
  public static Value status(Target to, boolean readable, long argsz) {
    return command("GET_STATUS", "group", to, "readable", readable, "argsz", argsz, "flags", 0);
  }

  /**
   * GROUP_SET_CONTAINER.
   *
   * @param container the container, if that is what the descriptor names; else any
   */
  public static Value setContainer(Target to, boolean readable, NamedFile file, String container) {
    return command(
        "SET_CONTAINER",
        "group",
        to,
        "readable",
        readable,
        "file",
        file.text,
        "container",
        container);
  }

  private static Value command(String op, Target to, Header header, Object... fields) {
    Object[] all = new Object[fields.length + 6];
    all[0] = "readable";
    all[1] = header.readable();
    all[2] = "argsz";
    all[3] = header.argsz();
    all[4] = "flags";
    all[5] = header.flags();
    System.arraycopy(fields, 0, all, 6, fields.length);
    return command(op, "container", to, all);
  }

  private static Value command(String op, String kind, Target to, Object... fields) {
    Object[] all = new Object[fields.length + 8];
    all[0] = "op";
    all[1] = op;
    all[2] = "process";
    all[3] = to.process();
    all[4] = kind;
    all[5] = to.object();
    all[6] = "env";
    all[7] = to.environment().value();
    System.arraycopy(fields, 0, all, 8, fields.length);
    return Values.record(all);
  }
}
