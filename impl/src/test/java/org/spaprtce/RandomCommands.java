package org.spaprtce;

import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.STATIC;
import static org.spaprtce.TestMachine.STRANGER;
import static org.spaprtce.TestMachine.WINDOW;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.util.List;
import java.util.Random;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.GroupCommand.CloseDevice;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.OpenDevice;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.UnsetContainer;

/**
 * Random commands to three containers and some groups of a machine, by two processes.
 *
 * <p>Containers begin with a group and a type, the last one with version 1, so that most commands
 * find something to do.
 */
final class RandomCommands {

  private static final int[] GROUPS = {0, 1, 2, 3, STRANGER, STATIC};

  private final TestMachine p;
  private final Random random;
  private final List<TceProcess> processes;
  private final List<TceContainer> containers;

  RandomCommands(TestMachine p, long seed) {
    this.p = p;
    this.random = new Random(seed);
    this.processes = List.of(p.process, p.tce.openProcess());
    this.containers = List.of(p.version2(0), p.version2(1), p.container(2, SetIommu.VERSION_1));
  }

  private RandomCommands(RandomCommands other, long seed) {
    this.p = other.p;
    this.random = new Random(seed);
    this.processes = other.processes;
    this.containers = other.containers;
  }

  /** Other commands to the same containers and groups. */
  RandomCommands again(long seed) {
    return new RandomCommands(this, seed);
  }

  /** Sends one. */
  Outcome step() {
    TceProcess caller = processes.get(random.nextInt(8) == 0 ? 1 : 0);
    if (random.nextInt(8) == 0) {
      IommuGroup group = p.group(GROUPS[random.nextInt(GROUPS.length)]);
      return group.execute(caller, groupCommand());
    }
    return containers.get(random.nextInt(containers.size())).execute(caller, command());
  }

  private GroupCommand groupCommand() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new OpenGroup();
      case 2, 3 -> new SetContainer(containers.get(random.nextInt(containers.size())).id());
      case 4 -> new OpenDevice();
      case 5 -> new CloseDevice();
      case 6 -> new UnsetContainer();
      default -> new CloseGroup();
    };
  }

  /** A command to a container. */
  Command command() {
    long pages = random.nextInt(1, 4);
    long block = random.nextInt(6) * PAGE;
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> register(block, pages * PAGE);
      case 4, 5 -> unregister(block, pages * PAGE);
      case 6, 7, 8, 9, 10, 11, 12 -> map(random.nextInt(100) * SMALL, iova(), size());
      case 13, 14, 15 -> unmap(iova(), size());
      case 16 -> new Enable();
      case 17 ->
          random.nextInt(3) == 0
              ? new Disable()
              : new SetIommu(random.nextBoolean() ? SetIommu.VERSION_1 : SetIommu.VERSION_2);
      case 18 -> remove(random.nextBoolean() ? 0 : SECOND);
      default -> new TceCreate(random.nextBoolean() ? 12 : 16, 1L << random.nextInt(15, 33), 1);
    };
  }

  private long iova() {
    long start = random.nextInt(4) == 0 ? SECOND : random.nextInt(30) == 0 ? WINDOW : 0;
    return start + random.nextInt(48) * SMALL;
  }

  private long size() {
    return random.nextInt(random.nextInt(3) == 0 ? 48 : 6) * SMALL;
  }
}
