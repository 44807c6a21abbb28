package org.spaprtce.engine;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Outcome.Rejected;

/** The checks of MAP_DMA and UNMAP_DMA that look at the command and its window only. */
final class TableChecks {

  private TableChecks() {}

  static @Nullable Rejected failingHeader(MapDma command) {
    return HeaderChecks.failing(command.header(), MapDma.ARGSZ, MapDma.READ | MapDma.WRITE);
  }

  static @Nullable Rejected failing(@Nullable Window window, MapDma command) {
    if (window == null) {
      return Clause.MAP_2.rejection(); // [MAP-2]
    }
    if (window.misaligned(command.vaddr().value() | command.size())) {
      return Clause.MAP_3.rejection(); // [MAP-3]
    }
    if (command.header().flags() == 0) {
      return Clause.MAP_4.rejection(); // [MAP-4]
    }
    if (window.misaligned(command.iova().value())) {
      return Clause.MAP_11.rejection(); // [MAP-11]
    }
    if (window.leaves(command.iova().value(), command.size())) {
      return Clause.MAP_5.rejection(); // [MAP-5]
    }
    return null;
  }

  static @Nullable Rejected failingHeader(UnmapDma command) {
    return HeaderChecks.failing(command.header(), UnmapDma.ARGSZ, 0);
  }

  static @Nullable Rejected failing(@Nullable Window window, UnmapDma command) {
    if (window == null) {
      return Clause.UNM_2.rejection(); // [UNM-2]
    }
    if (window.misaligned(command.size())) {
      return Clause.UNM_3.rejection(); // [UNM-3]
    }
    if (window.misaligned(command.iova().value())) {
      return Clause.UNM_7.rejection(); // [UNM-7]
    }
    if (window.leaves(command.iova().value(), command.size())) {
      return Clause.UNM_4.rejection(); // [UNM-4]
    }
    return null;
  }
}
