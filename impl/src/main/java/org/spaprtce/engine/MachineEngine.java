package org.spaprtce.engine;

import java.util.List;
import org.spaprtce.*;
import org.spaprtce.platform.Platform;

public final class MachineEngine {
  public MachineEngine(Machine machine, Platform platform) {}

  public AddressSpace openProcess() {
    return Unfinished.answer(new AddressSpace(new ProcessId(0)));
  }

  public ContainerEngine openContainer() {
    return Unfinished.answer(new ContainerEngine(new ContainerId(0)));
  }

  public GroupEngine group(int number) {
    return Unfinished.answer(new GroupEngine(new GroupId(number)));
  }

  public MachineState state() {
    return Unfinished.answer(
        new MachineState(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
