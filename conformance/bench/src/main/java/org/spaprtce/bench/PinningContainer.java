package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.GetApiVersion;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.Command.Unknown;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.PinnedBlock;

/**
 * A container of a {@link PinningProcess}: for each TCE a pinned and charged page.
 *
 * <p>A map that fails clears the entries of its range.
 */
final class PinningContainer implements Container {

  private final PinningProcess process;
  private final WindowChecks checks;
  private final @Nullable PinnedBlock[] pages;
  private final DmaPermission[] permissions;

  /**
   * Opens a container.
   *
   * @throws IllegalArgumentException if the window has more than 2^30 TCEs
   */
  PinningContainer(PinningProcess process, DmaWindow window) {
    this.process = process;
    checks = new WindowChecks(window);
    pages = new @Nullable PinnedBlock[checks.entries()];
    permissions = new DmaPermission[pages.length];
  }

  @Override
  public synchronized Outcome execute(Command command) {
    return switch (command) {
      case MapDma map -> map(map);
      case UnmapDma unmap -> unmap(unmap);
      case RegisterMemory _,
          UnregisterMemory _,
          GetApiVersion _,
          CheckExtension _,
          SetIommu _,
          GetInfo _,
          Enable _,
          Disable _,
          TceCreate _,
          TceRemove _,
          EehPeOp _,
          Unknown _ ->
          throw Rejections.foreign(command);
    };
  }

  @Override
  public synchronized void restart() {
    clear(0, pages.length);
  }

  private Outcome map(MapDma command) {
    Outcome failing = checks.failing(command, true);
    if (failing != null) {
      return failing;
    }
    int first = checks.entry(command.iova());
    int count = checks.pages(command.size());
    DmaPermission permission = DmaPermission.ofFlags(command.header().flags());
    for (int i = 0; i < count; i++) {
      long address = command.vaddr().value() + ((long) i << checks.pageShift());
      Outcome refused = write(first + i, address, permission);
      if (refused != null) {
        clear(first, count);
        return refused;
      }
    }
    return Outcome.Done.DONE;
  }

  private @Nullable Outcome write(int entry, long address, DmaPermission permission) {
    if (!process.charge()) {
      return rejected(Errno.ENOMEM, "ACC-2");
    }
    PinnedBlock page = process.pin(address, checks.window().pageBytes());
    if (page == null) {
      process.uncharge();
      return rejected(Errno.EFAULT, "MAP-12");
    }
    clear(entry, 1);
    pages[entry] = page;
    permissions[entry] = permission;
    return null;
  }

  private void clear(int first, int count) {
    for (int entry = first; entry < first + count; entry++) {
      PinnedBlock page = pages[entry];
      if (page != null) {
        pages[entry] = null;
        process.release(page);
      }
    }
  }

  private Outcome unmap(UnmapDma command) {
    Outcome failing = checks.failing(command, true);
    if (failing != null) {
      return failing;
    }
    clear(checks.entry(command.iova()), checks.pages(command.size()));
    return Outcome.Done.DONE;
  }

  @Override
  public synchronized Optional<TceEntry> translate(Iova iova) {
    if (!checks.window().contains(iova)) {
      return Optional.empty();
    }
    int entry = checks.entry(iova);
    PinnedBlock page = pages[entry];
    if (page == null) {
      return Optional.empty();
    }
    long offset = iova.value() & (checks.window().pageBytes() - 1);
    return Optional.of(new TceEntry(page.at(offset), permissions[entry]));
  }
}
