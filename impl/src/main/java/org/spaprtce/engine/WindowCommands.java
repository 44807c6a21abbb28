package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.Outcome.WindowCreated;
import org.spaprtce.TableGroup;
import org.spaprtce.platform.PinnedBlock;

/** TCE_CREATE, TCE_REMOVE, and the default window. All is done under the lock R. */
final class WindowCommands {

  private final MachineEngine machine;
  private long made;

  WindowCommands(MachineEngine machine) {
    this.machine = machine;
  }

  /** The rejection of a command that needs the default window that is owed, or null. */
  @Nullable Rejected failing(Session session, AddressSpace caller, Answers answers) {
    TableGroup capability = session.capability();
    if (!machine.within(caller, defaultPages(session), answers.memlock())) {
      return Clause.WIN_2.rejection(); // [WIN-2]
    }
    long level = machine.tableSize().levelBytes(DmaWindow.DEFAULT_SHIFT, capability.size(), 1);
    if (Words.less(answers.contiguous(), level)) {
      return Clause.WIN_4.rejection(); // [WIN-4]
    }
    return null;
  }

  private long defaultPages(Session session) {
    return session.isVersion2()
        ? machine.tableSize().pages(DmaWindow.DEFAULT_SHIFT, session.capability().size(), 1)
        : 0; // [WIN-3]
  }

  /** What a container becomes when its default window is made for a process [WIN-1]. */
  Session withDefault(Session session, AddressSpace caller) {
    TableGroup capability = session.capability();
    var range =
        new DmaWindow(
            capability.start(), capability.size(), DmaWindow.LEAST_PAGE, defaultPages(session));
    return session.owedNothing().bound(caller).with(new Window(made++, range)); // [SES-7]
  }

  /** Has the firmware program windows into a container's groups; the rejection, or null. */
  @Nullable Rejected program(Session session, List<Window> windows) {
    if (windows.isEmpty()) {
      return null;
    }
    Optional<Errno> refused =
        machine
            .platform()
            .firmware()
            .program(session.groupIds(), windows.stream().map(Window::range).toList());
    return refused.map(Clause.WIN_5::rejection).orElse(null); // [WIN-5]
  }

  /** Adds new windows of a container to a process, with the charge for their tables. */
  void charge(AddressSpace caller, List<Window> windows) {
    for (Window window : windows) {
      caller.tables().add(window);
      caller.lockedVm().chargeContainer(window.range().tablePages());
    }
  }

  Outcome create(ContainerEngine container, AddressSpace caller, TceCreate command) {
    return machine.exclusively(() -> createNow(container, caller, command));
  }

  private Outcome createNow(ContainerEngine container, AddressSpace caller, TceCreate command) {
    Session session = container.session();
    Rejected failing = session.failing(caller, Session.V2);
    if (failing != null) {
      return failing;
    }
    failing = HeaderChecks.failing(command.header(), TceCreate.ARGSZ, 0);
    if (failing != null) {
      return failing;
    }
    var answers = new Answers(machine.platform());
    Session base = session;
    var fresh = new ArrayList<Window>();
    long owed = 0;
    if (session.pending()) {
      failing = failing(session, caller, answers);
      if (failing != null) {
        return failing;
      }
      base = withDefault(session, caller);
      owed = defaultPages(session);
      fresh.addAll(base.windows());
    }
    failing = failing(base, caller, command, owed, answers);
    Session next = base;
    if (failing == null) {
      Window window = newWindow(base, command);
      fresh.add(window);
      next = base.bound(caller).with(window); // [SES-7]
    }
    Rejected refused = program(session, fresh);
    if (refused != null) {
      return refused;
    }
    if (next != session) {
      charge(caller, fresh);
      container.becomeAtRest(next); // [WIN-13] [WIN-14]
    }
    return failing != null ? failing : new WindowCreated(fresh.getLast().range().start());
  }

  /** The rejection of a window that is asked for, or null. */
  private @Nullable Rejected failing(
      Session base, AddressSpace caller, TceCreate command, long owed, Answers answers) {
    TableGroup capability = base.capability();
    int shift = command.pageShift();
    long size = command.size();
    int levels = command.levels();
    if (freeStart(base).isEmpty()) {
      return Clause.WIN_6.rejection(); // [WIN-6]
    }
    if (!capability.shifts().contains(shift)) {
      return Clause.WIN_7.rejection(); // [WIN-7]
    }
    if (Long.bitCount(size) != 1 || Words.less(size, 1L << shift)) {
      return Clause.WIN_8.rejection(); // [WIN-8]
    }
    if (levels < 1 || levels > capability.levels()) {
      return Clause.WIN_9.rejection(); // [WIN-9]
    }
    TableSize tables = machine.tableSize();
    long pages = owed + tables.pages(shift, size, levels);
    if (!machine.within(caller, pages, answers.memlock())) {
      return Clause.WIN_10.rejection(); // [WIN-10]
    }
    if (tables.tooWide(shift, size, levels)) {
      return Clause.WIN_11.rejection(); // [WIN-11]
    }
    if (Words.less(answers.contiguous(), tables.levelBytes(shift, size, levels))) {
      return Clause.WIN_12.rejection(); // [WIN-12]
    }
    return null;
  }

  private Window newWindow(Session base, TceCreate command) {
    long pages = machine.tableSize().pages(command.pageShift(), command.size(), command.levels());
    var range =
        new DmaWindow(
            freeStart(base).orElseThrow(), command.size(), 1L << command.pageShift(), pages);
    return new Window(made++, range);
  }

  /** The lowest start that no window has. */
  private static Optional<Iova> freeStart(Session session) {
    return LongStream.of(session.capability().start().value(), DmaWindow.SECOND_START)
        .filter(start -> session.windows().stream().noneMatch(w -> w.start() == start))
        .mapToObj(Iova::new)
        .findFirst();
  }

  Outcome remove(ContainerEngine container, AddressSpace caller, TceRemove command) {
    return machine.exclusively(spare -> removeNow(container, caller, command, spare));
  }

  private Outcome removeNow(
      ContainerEngine container, AddressSpace caller, TceRemove command, List<PinnedBlock> spare) {
    Session session = container.session();
    Rejected failing = session.failing(caller, Session.V2);
    if (failing != null) {
      return failing;
    }
    failing = HeaderChecks.failing(command.header(), TceRemove.ARGSZ, 0);
    if (failing != null) {
      return failing;
    }
    if (session.pending() && session.capability().start().equals(command.start())) {
      container.becomeAtRest(session.owedNothing().bound(caller)); // [WIN-16]
      return Done.DONE;
    }
    Window named = null;
    for (Window window : session.windows()) {
      named = window.range().start().equals(command.start()) ? window : named;
    }
    if (named == null) {
      return Clause.WIN_15.rejection(); // [WIN-15]
    }
    remove(container, caller, named, spare);
    return Done.DONE;
  }

  /** Removes a window with its TCEs [WIN-17]. */
  private void remove(
      ContainerEngine container, AddressSpace owner, Window window, List<PinnedBlock> spare) {
    Session session = container.session();
    machine.platform().firmware().unprogram(session.groupIds(), window.range());
    owner.whileTablesRest(() -> {
      container.become(session.without(window));
      owner.tables().remove(window);
      owner.lockedVm().unchargeContainer(window.range().tablePages());
      var lost = new BitSet();
      window.table().forEachRegion(lost::set);
      owner.dropUnused(lost, spare); // [LIF-4]
    });
  }
}
