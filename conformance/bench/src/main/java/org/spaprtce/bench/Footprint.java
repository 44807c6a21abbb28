package org.spaprtce.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.spaprtce.UserAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the peers keep on the heap: the difference of the used heap before and after, each taken
 * after collections. For the serial collector, whose figures are exact.
 */
public final class Footprint {

  private static final int PAGES = 1 << 18;
  private static final int SINGLES = 1 << 16;
  private static final int BLOCKS = 1 << 14;
  private static final int WIDE_ENTRIES = 1000;
  private static final long WIDE = 1L << 40;

  /** Pages of the host in 1 TiB. */
  private static final int SCATTERED_PAGES = 1 << 24;

  /** What is kept, and by how much of what it is divided. */
  private enum Case {
    /** A window of 2^31 bytes, half of it mapped in one call. */
    BULK("bulk", "B/page", PAGES) {
      @Override
      Object keep(Peer peer) {
        var world = new World(peer, 1, PAGES * World.PAGE);
        Guest guest = world.guest();
        guest.map(world.blockAt(0), World.place(0), PAGES * World.PAGE);
        return guest;
      }
    },

    /** Every second page of a window mapped, in single calls, to pages that are apart. */
    SINGLES_APART("singles", "B/page", SINGLES) {
      @Override
      Object keep(Peer peer) {
        var world = new World(peer, 1, 2 * SINGLES * World.PAGE);
        Guest guest = world.guest();
        for (long page = 0; page < 2L * SINGLES; page += 2) {
          guest.map(world.pageAt(0, page), World.place(page), World.PAGE);
        }
        return guest;
      }
    },

    /** The same, after a bulk map, unmaps of every second page and maps to other memory. */
    FRAGMENTED("fragmented", "B/page", SINGLES) {
      @Override
      Object keep(Peer peer) {
        var world = new World(peer, 1, 2 * SINGLES * World.PAGE);
        Guest guest = world.guest();
        guest.map(world.blockAt(0), World.place(0), SINGLES * World.PAGE);
        for (long page = 0; page < SINGLES; page += 2) {
          guest.unmap(World.place(page), World.PAGE);
        }
        for (long page = 0; page < SINGLES; page += 2) {
          guest.map(world.pageAt(0, SINGLES + page), World.place(page), World.PAGE);
        }
        return guest;
      }
    },

    /** A window of 2^40 bytes with 1,000 entries, far apart. */
    WIDE_WINDOW("wideWindow", "B", 1) {
      @Override
      Object keep(Peer peer) {
        var world = new World(peer, 1, WIDE_ENTRIES * World.HOST_PAGE);
        Guest guest = world.guest(World.window(WIDE));
        long distance = WIDE / World.PAGE / WIDE_ENTRIES;
        for (long i = 0; i < WIDE_ENTRIES; i++) {
          guest.map(world.pageAt(0, i), World.place(i * distance), World.PAGE);
        }
        return guest;
      }

      @Override
      boolean measures(Peer peer) {
        return peer == Peer.ENGINE;
      }
    },

    /** Blocks of one page of the host. */
    MANY_BLOCKS("blocks", "B/block", BLOCKS) {
      @Override
      Object keep(Peer peer) {
        return new World(peer, BLOCKS, World.HOST_PAGE).guest();
      }

      @Override
      Object base(Peer peer) {
        return oneBlock(peer);
      }
    },

    /** A block of 1 TiB in one physical run. */
    CONTIGUOUS_BLOCK("contiguousBlock", "B", 1) {
      @Override
      Object keep(Peer peer) {
        Guest guest = new World(peer, 1, World.HOST_PAGE).guest();
        guest.register(new UserAddress(FlatMemory.BASE << 1), 1L << 40);
        return guest;
      }

      @Override
      Object base(Peer peer) {
        return oneBlock(peer);
      }
    },

    /** A block of 1 TiB whose physical pages are all apart. */
    SCATTERED_BLOCK("scatteredBlock", "B/page", SCATTERED_PAGES) {
      @Override
      Object keep(Peer peer) {
        long size = SCATTERED_PAGES * World.HOST_PAGE;
        return new World(peer, new ScatteredMemory(size), FlatMemory.BASE, 1, size).guest();
      }

      @Override
      Object base(Peer peer) {
        return oneBlock(peer);
      }
    };

    private final String title;
    private final String unit;
    private final int parts;

    Case(String title, String unit, int parts) {
      this.title = title;
      this.unit = unit;
      this.parts = parts;
    }

    /** Makes what is measured. */
    abstract Object keep(Peer peer);

    /** Makes what is not counted. */
    Object base(Peer peer) {
      return peer;
    }

    boolean measures(Peer peer) {
      return peer.registers();
    }
  }

  private record Metric(double score, String scoreUnit) {}

  private record Params(String peer) {}

  /** A result in JMH's form. */
  private record Result(String benchmark, Params params, Metric primaryMetric) {}

  private Footprint() {}

  /** A window without entries, and a block of one page. */
  private static Guest oneBlock(Peer peer) {
    return new World(peer, 1, World.HOST_PAGE).guest();
  }

  /**
   * Measures every case of every peer.
   *
   * @param args the file to write
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("args.length=" + args.length + ", a file is expected");
    }
    Files.writeString(Path.of(args[0]), measure());
  }

  /** {@return the results in the form of JMH's} */
  static String measure() {
    List<Result> results = new ArrayList<>();
    for (Case kept : Case.values()) {
      for (Peer peer : Peer.values()) {
        if (kept.measures(peer)) {
          bytes(() -> kept.base(peer));
          long base = bytes(() -> kept.base(peer));
          bytes(() -> kept.keep(peer));
          long bytes = bytes(() -> kept.keep(peer)) - base;
          String name = Footprint.class.getName() + "." + kept.title;
          var metric = new Metric((double) bytes / kept.parts, kept.unit);
          results.add(new Result(name, new Params(peer.name()), metric));
        }
      }
    }
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results);
  }

  /** {@return what a thing takes on the heap} */
  private static long bytes(Supplier<Object> maker) {
    long before = used();
    Object made = maker.get();
    try {
      return used() - before;
    } finally {
      Reference.reachabilityFence(made);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
