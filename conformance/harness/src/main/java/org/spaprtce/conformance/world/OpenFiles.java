package org.spaprtce.conformance.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that a process has open, by the names of their descriptors.
 *
 * <p>A recorder that opens a file under a name that it uses already loses the old descriptor and
 * does not close it: the file stays open until the process ends.
 */
public final class OpenFiles {
  /** An open file of the interface; descriptors of one opening share it. */
  public abstract static sealed class OpenFile {
    private int descriptors;
  }

  /** An open container. */
  public static final class ContainerFile extends OpenFile {
    private final String name;

    /** A container with its name in the norm. */
    public ContainerFile(String name) {
      this.name = name;
    }

    /** Its name in the norm. */
    public String name() {
      return name;
    }
  }

  /** An open group. */
  public static final class GroupFile extends OpenFile {
    private final String name;

    /** A group with its name in the norm. */
    public GroupFile(String name) {
      this.name = name;
    }

    /** Its name in the norm. */
    public String name() {
      return name;
    }
  }

  /** An open device. */
  public static final class DeviceFile extends OpenFile {
    private final String group;
    private final CopyingDevice device;

    /** A device of a group. */
    public DeviceFile(String group, CopyingDevice device) {
      this.group = group;
      this.device = device;
    }

    /** The name of its group in the norm. */
    public String group() {
      return group;
    }

    /** The device itself. */
    public CopyingDevice device() {
      return device;
    }
  }

  private final Map<String, OpenFile> named = new LinkedHashMap<>();
  private final List<OpenFile> opened = new ArrayList<>();

  /** The file of a descriptor, or null. */
  public @Nullable OpenFile get(String descriptor) {
    return named.get(descriptor);
  }

  /** Whether a container of that name is open, under a descriptor or without. */
  public boolean hasContainer(String name) {
    return opened.stream()
        .anyMatch(file -> file instanceof ContainerFile container && container.name.equals(name));
  }

  /** Gives a name to a new descriptor of a file; whatever had the name stays open. */
  public void add(String descriptor, OpenFile file) {
    file.descriptors++;
    named.put(descriptor, file);
    opened.add(file);
  }

  /** The name does not stand for a descriptor any more; whatever had it stays open. */
  public void lose(String descriptor) {
    named.remove(descriptor);
  }

  /** Closes a descriptor; the file if this was the last descriptor of it, else null. */
  public @Nullable OpenFile close(String descriptor) {
    OpenFile file = named.remove(descriptor);
    return file == null ? null : dropped(file);
  }

  private @Nullable OpenFile dropped(OpenFile file) {
    opened.remove(file);
    file.descriptors--;
    return file.descriptors == 0 ? file : null;
  }

  /** Closes everything; the files of which this closed the last descriptor, the oldest first. */
  public List<OpenFile> closeAll() {
    List<OpenFile> closed = new ArrayList<>();
    for (OpenFile file : List.copyOf(opened)) {
      OpenFile last = dropped(file);
      if (last != null) {
        closed.add(last);
      }
    }
    named.clear();
    return closed;
  }

  /** The descriptors that a child inherits. */
  public OpenFiles fork() {
    OpenFiles child = new OpenFiles();
    child.named.putAll(named);
    child.opened.addAll(opened);
    opened.forEach(file -> file.descriptors++);
    return child;
  }
}
