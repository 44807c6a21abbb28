package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** One run leaves its classes for those after it, and only a run that ended does. */
@Isolated
class ClassArchiveTest {
  private static final String MAKE = "-XX:AOTCacheOutput=";
  private static final String USE = "-XX:AOTCache=";

  private static boolean has(List<String> options, String start) {
    return options.stream().anyMatch(option -> option.startsWith(start));
  }

  @Test
  void archive_isMadeOnce_andUsedOnlyAfterItsMakerEnded() {
    ClassArchive archive = ClassArchive.inATemporaryFolder();
    List<String> first = archive.options();
    assertTrue(has(first, MAKE));
    assertEquals(List.of(), archive.options());
    archive.after(first, false);
    List<String> second = archive.options();
    assertTrue(has(second, MAKE), "the first was stopped");
    archive.after(second, true);
    assertTrue(has(archive.options(), MAKE), "it ended and left no archive");
  }

  @Test
  void laterRuns_useTheArchive_withTheSameAnswer() {
    Path models = Path.of("models");
    Tlc tlc = new Tlc(Path.of("tla"), models);
    Model model = Manifest.read(models).ofKind(Model.Kind.QUIRK).getFirst();
    TlcRun first = tlc.run(model);
    TlcRun second = tlc.run(model);
    assertEquals(List.of(), first.differences(model));
    assertEquals(List.of(), second.differences(model));
    assertTrue(second.command().contains(USE));
    assertFalse(second.command().contains(MAKE));
  }
}
