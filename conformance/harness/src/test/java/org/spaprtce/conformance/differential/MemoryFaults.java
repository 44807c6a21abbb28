package org.spaprtce.conformance.differential;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.oracle.runtime.Value;

/** Faults in the registration of memory, in mapping, and in limits. */
final class MemoryFaults {
  private static final BigInteger HALF_WORD = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private MemoryFaults() {}

  /** All of them. */
  static final Map<String, Function<Scenario, SystemUnderTest>> ALL =
      Map.ofEntries(
          Map.entry("UNREGISTER_MEMORY takes a part for the block", BisectingUnregister::new),
          Map.entry("UNREGISTER_MEMORY of a mapped block answers success", BusyForgotten::new),
          Map.entry("the limit is rounded up to pages", LimitRoundedUp::new),
          Map.entry("the size of a block is kept in 32 bits", SizeTruncated::new),
          Map.entry("memory that cannot be pinned is pinned", PinUnchecked::new),
          Map.entry("MAP_DMA compares only the start with the window", MapPastTheWindow::new),
          Map.entry("MAP_DMA that fails at an entry leaves what it wrote", FailedMapLeft::new),
          Map.entry("MAP_DMA that fails at an entry puts back what was", FailedMapUndone::new),
          Map.entry("MAP_DMA that fails at an entry clears its range", FailedMapClearsAll::new),
          Map.entry("MAP_DMA gives back no pins of version 1", ImplementationSystem::leaking),
          Map.entry("UNMAP_DMA forgets the last page", HalfDoneUnmap::new),
          Map.entry("a device reaches a page further", ViewTooLong::new));

  private static final class BisectingUnregister extends FaultySystem {
    BisectingUnregister(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      if (!isOp(command, "UNREGISTER_MEMORY")) {
        return command;
      }
      return variable(variables(), "regions").asList().stream()
          .filter(block -> block.field("process").equals(command.field("process")))
          .filter(block -> block.field("ua").equals(command.field("vaddr")))
          .filter(block -> number(command, "size").compareTo(number(block, "size")) < 0)
          .map(block -> with(command, "size", block.field("size")))
          .findFirst()
          .orElse(command);
    }
  }

  private static final class BusyForgotten extends FaultySystem {
    BusyForgotten(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      return answer.clause().equals("UNR-4") ? done(NOTHING) : answer;
    }
  }

  private static final class LimitRoundedUp extends FaultySystem {
    LimitRoundedUp(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      BigInteger limit = number(command.field("env"), "memlock");
      return inEnvironment(command, "memlock", limit.add(page()).subtract(BigInteger.ONE));
    }
  }

  private static final class SizeTruncated extends FaultySystem {
    SizeTruncated(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return isOp(command, "REGISTER_MEMORY")
          ? with(command, "size", number(command, "size").mod(HALF_WORD))
          : command;
    }
  }

  private static final class PinUnchecked extends FaultySystem {
    PinUnchecked(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return inEnvironment(command, "pinned", WORD);
    }
  }

  private static final class MapPastTheWindow extends FaultySystem {
    MapPastTheWindow(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      if (!isOp(command, "MAP_DMA")) {
        return command;
      }
      return windowAt(command, "iova").stream()
          .map(window -> end(window).subtract(number(command, "iova")))
          .filter(room -> number(command, "size").compareTo(room) > 0)
          .map(room -> with(command, "size", room))
          .findFirst()
          .orElse(command);
    }
  }

  /** What happens after a MAP_DMA that failed at an entry for want of memory. */
  private abstract static class AfterFailedMap extends FaultySystem {
    AfterFailedMap(Scenario scenario) {
      super(scenario);
    }

    @Override
    void refused(Value command, Answer answer, Map<String, Value> before) {
      if (answer.clause().equals("MAP-6") || answer.clause().equals("MAP-7")) {
        failed(command, before);
      }
    }

    abstract void failed(Value command, Map<String, Value> before);
  }

  private static final class FailedMapLeft extends AfterFailedMap {
    FailedMapLeft(Scenario scenario) {
      super(scenario);
    }

    /** Maps page by page until one fails. */
    @Override
    void failed(Value command, Map<String, Value> before) {
      BigInteger page = number(windowAt(command, "iova").getFirst(), "page");
      Value one = with(command, "size", page);
      while (!send(one).isRefusal()) {
        one = with(one, "vaddr", number(one, "vaddr").add(page));
        one = with(one, "iova", number(one, "iova").add(page));
      }
    }
  }

  private static final class FailedMapUndone extends AfterFailedMap {
    FailedMapUndone(Scenario scenario) {
      super(scenario);
    }

    @Override
    void failed(Value command, Map<String, Value> before) {
      for (Value run : of(before, "mappings", command)) {
        send(
            NormCommand.map(
                target(command),
                new Header(true, 32, run.field("perm").asLong()),
                number(run, "ua"),
                number(run, "iova"),
                number(run, "size")));
      }
    }
  }

  private static final class FailedMapClearsAll extends AfterFailedMap {
    FailedMapClearsAll(Scenario scenario) {
      super(scenario);
    }

    @Override
    void failed(Value command, Map<String, Value> before) {
      Header header = new Header(true, 24, 0);
      send(
          NormCommand.unmap(
              target(command), header, number(command, "iova"), number(command, "size")));
    }
  }

  private static final class HalfDoneUnmap extends FaultySystem {
    HalfDoneUnmap(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      if (!isOp(command, "UNMAP_DMA")) {
        return command;
      }
      return windowAt(command, "iova").stream()
          .map(window -> number(command, "size").subtract(number(window, "page")))
          .filter(less -> less.signum() > 0)
          .map(less -> with(command, "size", less))
          .findFirst()
          .orElse(command);
    }
  }

  private static final class ViewTooLong extends FaultySystem {
    ViewTooLong(Scenario scenario) {
      super(scenario);
    }

    @Override
    public Value deviceView(String group, BigInteger iova) {
      Value there = super.deviceView(group, iova);
      boolean reaches = !there.asList().isEmpty() || iova.signum() == 0;
      return reaches ? there : super.deviceView(group, iova.subtract(BigInteger.ONE));
    }
  }
}
