package org.spaprtce.engine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.DmaPermission;

/** MAP_DMA of a range of user memory that may lie in several blocks. */
final class MappedBlocks {

  private MappedBlocks() {}

  /**
   * The bytes of a range of user memory before the first that lies in no block, or in one that the
   * pages of the window do not fit: whole pages of the window, as such blocks consist of them.
   */
  static long mappable(RegionIndex index, Window window, long ua, long size) {
    long done = 0;
    while (done != size) {
      long address = ua + done;
      Region region = index.find(address);
      if (region == null || !region.mappableBy(window.pageBytes())) {
        return done;
      }
      done += Words.min(size - done, region.end() - address);
    }
    return size;
  }

  /** Writes TCEs block by block, all of which can be written [MAP-8]. */
  static void write(RegionIndex index, Window window, MapDma command, @Nullable BitSet lost) {
    long ua = command.vaddr().value();
    long iova = command.iova().value();
    long size = command.size();
    DmaPermission permission = DmaPermission.ofFlags(command.header().flags());
    long done = 0;
    while (done != size) {
      long address = ua + done;
      Region region = index.find(address);
      if (region == null) {
        throw new AssertionError(
            "ua=" + Long.toHexString(address) + " was registered a moment ago");
      }
      long length = Words.min(size - done, region.end() - address);
      int tag = TceRun.tag(region.number(), permission);
      window.table().map(address, iova + done, length, tag, lost);
      done += length;
    }
  }
}
