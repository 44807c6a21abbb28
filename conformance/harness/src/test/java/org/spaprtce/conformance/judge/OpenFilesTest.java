package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
  private final OpenFiles files = new OpenFiles();

  private OpenFiles.Container ready() {
    files.openContainer("C");
    files.openGroup("G");
    assertTrue(files.setContainer("G", "C"));
    assertTrue(files.setIommu("C", 7));
    return Objects.requireNonNull(files.container("C"));
  }

  private static OpenFiles.Container released(OpenFiles.Left left) {
    return Objects.requireNonNull(left.released());
  }

  private OpenFiles.Left close(String descriptor) {
    return Objects.requireNonNull(files.close(descriptor));
  }

  @Test
  void setIommu_type7_owesAWindow() {
    OpenFiles.Container container = ready();
    assertTrue(container.owesWindow());
    assertEquals(7, container.type());
    assertEquals("container-1", container.name());
    files.setIommu("C", 2);
    assertFalse(container.owesWindow());
  }

  @Test
  void close_lastGroup_releases() {
    OpenFiles.Container container = ready();
    files.openGroup("H");
    files.setContainer("H", "C");
    assertNull(close("G").released());
    assertEquals(container, released(close("H")));
    assertEquals(0, container.type());
    assertFalse(container.owesWindow());
  }

  @Test
  void close_container_releasesNothing() {
    OpenFiles.Container container = ready();
    assertNull(close("C").released());
    assertNull(files.container("C"));
    assertEquals(container, released(close("G")));
  }

  @Test
  void close_groupWithDeviceOrCopy_waits() {
    OpenFiles.Container container = ready();
    assertTrue(files.openDevice("G", "D"));
    assertTrue(files.duplicate("G", "G2"));
    assertTrue(files.duplicate("D", "D2"));
    assertNull(close("G").released());
    assertNull(close("D").released());
    assertNull(close("G2").released());
    OpenFiles.Left left = close("D2");
    assertEquals(container, released(left));
    assertTrue(left.hadDevice());
  }

  @Test
  void unsetContainer_lastGroup_releasesAndMayJoinAgain() {
    OpenFiles.Container container = ready();
    container.becomeForeign();
    OpenFiles.Left left = files.unsetContainer("G");
    assertNotNull(left);
    assertEquals(container, left.released());
    assertFalse(left.hadDevice());
    assertFalse(container.foreign());
    assertTrue(files.setContainer("G", "C"));
    assertTrue(files.setIommu("C", 7));
    assertEquals(container, files.container("C"));
  }

  @Test
  void unsetContainer_withoutIommu_releasesNothing() {
    files.openContainer("C");
    files.openGroup("G");
    files.setContainer("G", "C");
    assertEquals(OpenFiles.Left.NOTHING, files.unsetContainer("G"));
    assertEquals(OpenFiles.Left.NOTHING, files.unsetContainer("G"));
  }

  @Test
  void duplicate_container_isTheSame() {
    OpenFiles.Container container = ready();
    assertTrue(files.duplicate("C", "C2"));
    close("C");
    assertEquals(container, files.container("C2"));
  }

  @Test
  void openContainer_again_isAnother() {
    OpenFiles.Container container = ready();
    close("C");
    files.openContainer("C");
    OpenFiles.Container second = Objects.requireNonNull(files.container("C"));
    assertEquals("container-2", second.name());
    assertEquals("container-1", container.name());
    assertEquals(container, released(close("G")));
  }

  @Test
  void unknownDescriptors_areToldApart() {
    ready();
    assertFalse(files.openDevice("C", "D"));
    assertFalse(files.duplicate("X", "Y"));
    assertNull(files.close("X"));
    assertFalse(files.setContainer("G", "G"));
    assertFalse(files.setContainer("C", "C"));
    assertNull(files.unsetContainer("C"));
    assertFalse(files.setIommu("G", 7));
    assertNull(files.container("G"));
  }
}
