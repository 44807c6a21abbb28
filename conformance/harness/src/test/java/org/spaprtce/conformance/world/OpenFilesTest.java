package org.spaprtce.conformance.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.world.OpenFiles.ContainerFile;
import org.spaprtce.conformance.world.OpenFiles.GroupFile;

class OpenFilesTest {
  private final OpenFiles files = new OpenFiles();
  private final ContainerFile container = new ContainerFile("c");
  private final GroupFile group = new GroupFile("g");

  @Test
  void close_lastDescriptor_closesTheFile() {
    files.add("G", group);
    files.add("H", group);
    assertNull(files.close("G"));
    assertNull(files.get("G"));
    assertSame(group, files.get("H"));
    assertSame(group, files.close("H"));
    assertNull(files.close("H"));
  }

  @Test
  void nameUsedAgain_keepsTheFileOpen() {
    files.add("X", group);
    files.add("X", container);
    assertSame(container, files.close("X"));
    assertEquals(List.of(group), files.closeAll());
  }

  @Test
  void lose_keepsTheFileOpen() {
    files.add("X", group);
    files.lose("X");
    assertNull(files.get("X"));
    assertNull(files.close("X"));
    assertEquals(List.of(group), files.closeAll());
    assertEquals(List.of(), files.closeAll());
  }

  @Test
  void child_closesOnlyWhatItOpened() {
    files.add("G", group);
    OpenFiles child = files.fork();
    child.add("C", container);
    assertNull(child.close("G"));
    assertEquals(List.of(container), child.closeAll());
    assertSame(group, files.close("G"));
  }
}
