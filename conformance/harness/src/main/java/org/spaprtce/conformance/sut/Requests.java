package org.spaprtce.conformance.sut;

import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.ContainerId;
import org.spaprtce.GroupCommand;
import org.spaprtce.Iova;
import org.spaprtce.UserAddress;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.oracle.runtime.Value;

/** The norm's command records as the implementation's commands. */
final class Requests {
  /** A request that neither container nor group has. */
  private static final int UNKNOWN = 199;

  private Requests() {}

  /** A command on a container. */
  static Command ofContainer(Value command) {
    return switch (command.field("op").asString()) {
      case "GET_API_VERSION" -> new Command.GetApiVersion();
      case "CHECK_EXTENSION" ->
          new Command.CheckExtension(UnsignedWords.word(command, "extension"));
      case "SET_IOMMU" -> new Command.SetIommu(UnsignedWords.word(command, "type"));
      case "GET_INFO" -> new Command.GetInfo(header(command));
      case "ENABLE" -> new Command.Enable();
      case "DISABLE" -> new Command.Disable();
      case "EEH_PE_OP" ->
          new Command.EehPeOp(header(command), UnsignedWords.half(command, "operation"));
      case "UNKNOWN" -> new Command.Unknown(UNKNOWN);
      default -> onMemory(command);
    };
  }

  private static Command onMemory(Value command) {
    return switch (command.field("op").asString()) {
      case "REGISTER_MEMORY" ->
          new Command.RegisterMemory(header(command), vaddr(command), size(command));
      case "UNREGISTER_MEMORY" ->
          new Command.UnregisterMemory(header(command), vaddr(command), size(command));
      case "MAP_DMA" ->
          new Command.MapDma(header(command), vaddr(command), bus(command, "iova"), size(command));
      case "UNMAP_DMA" ->
          new Command.UnmapDma(header(command), bus(command, "iova"), size(command));
      case "TCE_CREATE" ->
          new Command.TceCreate(
              header(command),
              UnsignedWords.half(command, "pageShift"),
              size(command),
              UnsignedWords.half(command, "levels"));
      case "TCE_REMOVE" -> new Command.TceRemove(header(command), bus(command, "start"));
      default -> throw new IllegalArgumentException("command=" + command);
    };
  }

  /** A command on a group. */
  static GroupCommand ofGroup(Cast cast, Value command) {
    return switch (command.field("op").asString()) {
      case "OPEN_GROUP" -> new GroupCommand.OpenGroup();
      case "CLOSE_GROUP" -> new GroupCommand.CloseGroup();
      case "OPEN_DEVICE" -> new GroupCommand.OpenDevice();
      case "CLOSE_DEVICE" -> new GroupCommand.CloseDevice();
      case "GET_STATUS" -> new GroupCommand.GetStatus(header(command));
      case "SET_CONTAINER" ->
          new GroupCommand.SetContainer(command.field("readable").asBoolean(), file(cast, command));
      case "UNSET_CONTAINER" -> new GroupCommand.UnsetContainer();
      case "UNKNOWN_OF_GROUP" -> new GroupCommand.Unknown(UNKNOWN);
      default -> throw new IllegalArgumentException("command=" + command);
    };
  }

  private static GroupCommand.NamedFile file(Cast cast, Value command) {
    return switch (command.field("file").asString()) {
      case "container" ->
          new GroupCommand.ContainerFile(
              new ContainerId(cast.containers().indexOf(command.field("container").asString())));
      case "closed" -> GroupCommand.NoContainer.CLOSED;
      default -> GroupCommand.NoContainer.OTHER;
    };
  }

  private static Header header(Value command) {
    return new Header(
        command.field("readable").asBoolean(),
        UnsignedWords.half(command, "argsz"),
        UnsignedWords.half(command, "flags"));
  }

  private static UserAddress vaddr(Value command) {
    return new UserAddress(UnsignedWords.word(command, "vaddr"));
  }

  private static Iova bus(Value command, String field) {
    return new Iova(UnsignedWords.word(command, field));
  }

  private static long size(Value command) {
    return UnsignedWords.word(command, "size");
  }
}
