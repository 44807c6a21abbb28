package org.spaprtce.conformance.sut;

import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;

/**
 * One call: a command to a container, in an host.
 *
 * @param container number of the container, from 0 in the order of opening
 * @param command what the caller sends
 * @param host what the host answers meanwhile
 */
public record Step(int container, Command command, HostAnswers host) {

  /** The command's name in the spec. */
  public static String name(Command command) {
    return switch (command) {
      case RegisterMemory _ -> "REGISTER_MEMORY";
      case UnregisterMemory _ -> "UNREGISTER_MEMORY";
      case MapDma _ -> "MAP_DMA";
      case UnmapDma _ -> "UNMAP_DMA";
    };
  }

  /** The call in the words of the spec; a header is shown only where it is not the usual one. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("c" + container + " " + name(command));
    switch (command) {
      case RegisterMemory register -> {
        field(text, "vaddr", register.vaddr().value());
        field(text, "size", register.size());
        usualHeader(text, register.header(), RegisterMemory.ARGSZ, 0);
        describe(text, host);
      }
      case UnregisterMemory unregister -> {
        field(text, "vaddr", unregister.vaddr().value());
        field(text, "size", unregister.size());
        usualHeader(text, unregister.header(), UnregisterMemory.ARGSZ, 0);
      }
      case MapDma map -> {
        field(text, "vaddr", map.vaddr().value());
        field(text, "iova", map.iova().value());
        field(text, "size", map.size());
        usualHeader(text, map.header(), MapDma.ARGSZ, MapDma.READ | MapDma.WRITE);
      }
      case UnmapDma unmap -> {
        field(text, "iova", unmap.iova().value());
        field(text, "size", unmap.size());
        usualHeader(text, unmap.header(), UnmapDma.ARGSZ, 0);
      }
    }
    return text.toString();
  }

  private static void field(StringBuilder text, String name, long value) {
    text.append(' ').append(name).append("=0x").append(Long.toHexString(value));
  }

  private static void usualHeader(StringBuilder text, Header header, int argsz, int flags) {
    if (!header.readable()) {
      text.append(" readable=FALSE");
    }
    if (header.argsz() != argsz) {
      text.append(" argsz=").append(Integer.toUnsignedString(header.argsz()));
    }
    if (header.flags() != flags) {
      text.append(" flags=0x").append(Integer.toHexString(header.flags()));
    }
  }

  private static void describe(StringBuilder text, HostAnswers host) {
    if (host.capIpcLock()) {
      text.append(" capIpcLock=TRUE");
    } else if (host.memlock() != -1) {
      field(text, "memlock", host.memlock());
    }
    if (!host.pinnable()) {
      text.append(" pinnable=FALSE");
    }
    field(text, "backing", host.backing());
  }
}
