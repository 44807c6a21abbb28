package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.PinnedBlock;

/**
 * A MAP_DMA or UNMAP_DMA that is carried out whole, from its first check, under R and the locks of
 * all tables of the process: what both have in common.
 */
abstract class WholeCall {

  private final MachineEngine machine;
  private final ContainerEngine container;
  private final AddressSpace caller;
  private final Answers answers;

  WholeCall(
      MachineEngine machine, ContainerEngine container, AddressSpace caller, Answers answers) {
    this.machine = machine;
    this.container = container;
    this.caller = caller;
    this.answers = answers;
  }

  final MachineEngine machine() {
    return machine;
  }

  final ContainerEngine container() {
    return container;
  }

  final AddressSpace caller() {
    return caller;
  }

  final Answers answers() {
    return answers;
  }

  /** The rejection by what comes before the default window is needed, or null. */
  final @Nullable Rejected failing(Clause disabled, @Nullable Rejected header) {
    Session session = container.session();
    Rejected failing = session.failing(caller, Session.V1 | Session.V2);
    if (failing != null) {
      return failing;
    }
    if (!session.enabled()) {
      return disabled.rejection(); // [MAP-1] [UNM-1]
    }
    if (header != null) {
      return header;
    }
    return session.pending() ? machine.windowCommands().failing(session, caller, answers) : null;
  }

  /** What the container is with the window that it is owed; nothing is done yet. */
  final Session opened() {
    Session session = container.session();
    return session.pending() ? machine.windowCommands().withDefault(session, caller) : session;
  }

  /**
   * Makes the owed window, if there is one, and does the command's own work, at one moment.
   *
   * @param opened what the container becomes
   * @param spare takes what is to be unpinned
   * @param work collects the blocks that TCEs ceased to refer to
   * @return what the work answers, or the refusal of the firmware
   */
  final Outcome carryOut(
      Session opened, List<PinnedBlock> spare, BiFunction<Session, BitSet, Outcome> work) {
    Session session = container.session();
    List<Window> fresh = session.pending() ? opened.windows() : List.of();
    Rejected refused = machine.windowCommands().program(session, fresh);
    if (refused != null) {
      return refused;
    }
    var tables = new ArrayList<>(caller.tables());
    tables.addAll(fresh);
    return Window.whileResting(
        tables,
        () -> {
          if (opened != session) {
            machine.windowCommands().charge(caller, fresh);
            container.become(opened); // [WIN-1]
          }
          var lost = new BitSet();
          Outcome outcome = work.apply(opened, lost);
          caller.dropUnused(lost, spare); // [LIF-4] [VER-9]
          return outcome;
        });
  }
}
