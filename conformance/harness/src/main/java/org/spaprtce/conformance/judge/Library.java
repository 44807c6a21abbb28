package org.spaprtce.conformance.judge;

import org.spaprtce.conformance.norm.Machine;

/** The rulebooks of the machines that were met last; for one thread. */
final class Library {
  private static final int REMEMBERED = 4;

  private record Host(Machine machine, long pageSize) {}

  private final Rulebook.Recent<Host, Rulebook> books = new Rulebook.Recent<>(REMEMBERED);

  /**
   * The rules on a machine.
   *
   * @param pageSize bytes of a page of the host
   */
  Rulebook of(Machine machine, long pageSize) {
    return books.get(new Host(machine, pageSize), _ -> new Rulebook(machine, pageSize));
  }
}
