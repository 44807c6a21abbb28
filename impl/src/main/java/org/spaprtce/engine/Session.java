package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.DmaWindow;
import org.spaprtce.GroupId;
import org.spaprtce.Iova;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.TableGroup;

/**
 * What a container is at one moment. Immutable: a change makes another one, and no two changes the
 * same object.
 */
final class Session {

  /** Types of containers, as bits of a set. */
  static final int V1 = 1 << SetIommu.VERSION_1;

  static final int V2 = 1 << SetIommu.VERSION_2;

  /** What a container without groups is capable of. */
  private static final TableGroup INCAPABLE = new TableGroup(new Iova(0), 0, Set.of(), 0, 0, "");

  private final int type;
  private final @Nullable AddressSpace owner;
  private final boolean enabled;
  private final boolean pending;
  private final long locked;
  private final List<GroupEngine> groups;
  private final List<Window> windows;

  /** The windows once more: MAP and UNMAP look through an array in less time. */
  private final Window[] places;

  private Session(
      int type,
      @Nullable AddressSpace owner,
      boolean enabled,
      boolean pending,
      long locked,
      List<GroupEngine> groups,
      List<Window> windows) {
    this.type = type;
    this.owner = owner;
    this.enabled = enabled;
    this.pending = pending;
    this.locked = locked;
    this.groups = List.copyOf(groups);
    this.windows = List.copyOf(windows);
    this.places = this.windows.toArray(Window[]::new);
  }

  /** A container that has no type, and nothing. */
  static Session blank() {
    return new Session(0, null, false, false, 0, List.of(), List.of());
  }

  /** 0, or the type that SET_IOMMU gave. */
  int type() {
    return type;
  }

  boolean isVersion2() {
    return type == SetIommu.VERSION_2;
  }

  /** The process that the container is bound to, or null. */
  @Nullable AddressSpace owner() {
    return owner;
  }

  /** Whether MAP_DMA and UNMAP_DMA are allowed. */
  boolean enabled() {
    return enabled;
  }

  /** Whether the default window is owed. */
  boolean pending() {
    return pending;
  }

  /** Pages that ENABLE charged. */
  long locked() {
    return locked;
  }

  /** The groups, the last that came first. */
  List<GroupEngine> groups() {
    return groups;
  }

  List<GroupId> groupIds() {
    return groups.stream().map(GroupEngine::id).toList();
  }

  /** The windows in the order of their making. */
  List<Window> windows() {
    return windows;
  }

  List<DmaWindow> ranges() {
    return windows.stream().map(Window::range).toList();
  }

  /** What the group that came last is capable of. */
  TableGroup capability() {
    return groups.isEmpty() ? INCAPABLE : groups.getFirst().capability();
  }

  /** The window that has a bus address, or null. */
  @Nullable Window windowAt(long iova) {
    for (Window window : places) {
      if (window.contains(iova)) {
        return window;
      }
    }
    return null;
  }

  /** Whether MAP_DMA and UNMAP_DMA of a process may succeed with no change but in a table. */
  boolean maps(AddressSpace caller) {
    return enabled && owner == caller && !pending && isVersion2();
  }

  /**
   * Returns the rejection that all commands of a container begin with, or null.
   *
   * @param versions the types that have the command
   */
  @Nullable Rejected failing(AddressSpace caller, int versions) {
    if (type == 0) {
      return Clause.SES_1.rejection(); // [SES-1]
    }
    if (owner != null && owner != caller) {
      return Clause.SES_2.rejection(); // [SES-2]
    }
    if ((1 << type & versions) == 0) {
      return Clause.SES_3.rejection(); // [SES-3]
    }
    return null;
  }

  Session typed(int next) {
    return new Session(next, owner, enabled, true, locked, groups, windows);
  }

  Session bound(AddressSpace caller) {
    return new Session(type, caller, enabled, pending, locked, groups, windows);
  }

  /** Bound and allowed to map. */
  Session enabled(AddressSpace caller, long pages) {
    return new Session(type, caller, true, pending, pages, groups, windows);
  }

  Session disabled() {
    return new Session(type, owner, false, pending, 0, groups, windows);
  }

  /** Without the window that is owed. */
  Session owedNothing() {
    return new Session(type, owner, enabled, false, locked, groups, windows);
  }

  Session with(Window window) {
    var more = new ArrayList<>(windows);
    more.add(window);
    return new Session(type, owner, enabled, pending, locked, groups, more);
  }

  Session without(Window window) {
    var fewer = new ArrayList<>(windows);
    fewer.remove(window);
    return new Session(type, owner, enabled, pending, locked, groups, fewer);
  }

  Session with(GroupEngine group) {
    var more = new ArrayList<>(groups);
    more.addFirst(group);
    return new Session(type, owner, enabled, pending, locked, more, windows);
  }

  Session without(GroupEngine group) {
    var fewer = new ArrayList<>(groups);
    fewer.remove(group);
    return new Session(type, owner, enabled, pending, locked, fewer, windows);
  }
}
