package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
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

  private static final RecordForm ON_CONTAINER = form("container");
  private static final RecordForm ON_GROUP = form("group");
  private static final RecordForm EXTENSION = form("container", "extension");
  private static final RecordForm TYPE = form("container", "type");
  private static final RecordForm STRUCTURE = structured();
  private static final RecordForm OPERATION = structured("operation");
  private static final RecordForm BLOCK = structured("vaddr", "size");
  private static final RecordForm MAP = structured("vaddr", "iova", "size");
  private static final RecordForm UNMAP = structured("iova", "size");
  private static final RecordForm CREATE = structured("pageShift", "size", "levels");
  private static final RecordForm REMOVE = structured("start");
  private static final RecordForm STATUS = form("group", "readable", "argsz", "flags");
  private static final RecordForm SET_CONTAINER = form("group", "readable", "file", "container");

  /** The fields of a command on an object of that kind, with these of its own. */
  private static RecordForm form(String kind, String... own) {
    return new RecordForm(concat(List.of("op", "process", "env", kind), own));
  }

  /** The fields of a command on a container with an argument structure. */
  private static RecordForm structured(String... own) {
    return form("container", concat(List.of("readable", "argsz", "flags"), own));
  }

  private static String[] concat(List<String> first, String... then) {
    return Stream.concat(first.stream(), Stream.of(then)).toArray(String[]::new);
  }

  /** A command on a container that passes nothing: GET_API_VERSION, ENABLE, DISABLE, UNKNOWN. */
  public static Value plain(String op, Target to) {
    return command(ON_CONTAINER, op, to);
  }

  /** A command on a group that passes nothing: OPEN_GROUP, UNSET_CONTAINER and their like. */
  public static Value ofGroup(String op, Target to) {
    return command(ON_GROUP, op, to);
  }

  /** CHECK_EXTENSION. */
  public static Value checkExtension(Target to, long extension) {
    return command(EXTENSION, "CHECK_EXTENSION", to, Values.integer(extension));
  }

  /** SET_IOMMU. */
  public static Value setIommu(Target to, long type) {
    return command(TYPE, "SET_IOMMU", to, Values.integer(type));
  }

  /** GET_INFO. */
  public static Value info(Target to, Header header) {
    return command(STRUCTURE, "GET_INFO", to, header);
  }

  /** EEH_PE_OP. */
  public static Value eeh(Target to, Header header, long operation) {
    return command(OPERATION, "EEH_PE_OP", to, header, Values.integer(operation));
  }

  /** REGISTER_MEMORY of a block. */
  public static Value register(Target to, Header header, BigInteger vaddr, BigInteger size) {
    return command(
        BLOCK, "REGISTER_MEMORY", to, header, Values.integer(vaddr), Values.integer(size));
  }

  /** UNREGISTER_MEMORY of a block. */
  public static Value unregister(Target to, Header header, BigInteger vaddr, BigInteger size) {
    return command(
        BLOCK, "UNREGISTER_MEMORY", to, header, Values.integer(vaddr), Values.integer(size));
  }

  /** MAP_DMA of a range. */
  public static Value map(
      Target to, Header header, BigInteger vaddr, BigInteger iova, BigInteger size) {
    return command(
        MAP,
        "MAP_DMA",
        to,
        header,
        Values.integer(vaddr),
        Values.integer(iova),
        Values.integer(size));
  }

  /** UNMAP_DMA of a range. */
  public static Value unmap(Target to, Header header, BigInteger iova, BigInteger size) {
    return command(UNMAP, "UNMAP_DMA", to, header, Values.integer(iova), Values.integer(size));
  }

  /** TCE_CREATE of a window. */
  public static Value create(
      Target to, Header header, long pageShift, BigInteger size, long levels) {
    return command(
        CREATE,
        "TCE_CREATE",
        to,
        header,
        Values.integer(pageShift),
        Values.integer(size),
        Values.integer(levels));
  }

  /** TCE_REMOVE of a window. */
  public static Value remove(Target to, Header header, BigInteger start) {
    return command(REMOVE, "TCE_REMOVE", to, header, Values.integer(start));
  }

  /** GROUP_GET_STATUS. */
  public static Value status(Target to, boolean readable, long argsz) {
    return command(
        STATUS, "GET_STATUS", to, Values.bool(readable), Values.integer(argsz), Values.integer(0));
  }

  /**
   * GROUP_SET_CONTAINER.
   *
   * @param container the container, if that is what the descriptor names; else any
   */
  public static Value setContainer(Target to, boolean readable, NamedFile file, String container) {
    return command(
        SET_CONTAINER,
        "SET_CONTAINER",
        to,
        Values.bool(readable),
        Values.string(file.text),
        Values.string(container));
  }

  private static Value command(RecordForm form, String op, Target to, Header header, Value... own) {
    Value[] fields = new Value[own.length + 3];
    fields[0] = Values.bool(header.readable());
    fields[1] = Values.integer(header.argsz());
    fields[2] = Values.integer(header.flags());
    System.arraycopy(own, 0, fields, 3, own.length);
    return command(form, op, to, fields);
  }

  private static Value command(RecordForm form, String op, Target to, Value... own) {
    Value[] fields = new Value[own.length + 4];
    fields[0] = Values.string(op);
    fields[1] = Values.string(to.process());
    fields[2] = to.environment().value();
    fields[3] = Values.string(to.object());
    System.arraycopy(own, 0, fields, 4, own.length);
    return form.of(fields);
  }
}
