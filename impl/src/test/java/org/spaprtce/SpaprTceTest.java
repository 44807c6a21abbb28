package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.GroupCommand.OpenGroup;

/** The machine: its example, who takes part, and what others charge. */
class SpaprTceTest {

  private static final Path SOURCE = Path.of("src/main/java/org/spaprtce/SpaprTce.java");

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  /** The example as it stands in the documentation, in a class that asks what a device finds. */
  private static String example() throws Exception {
    Matcher found =
        Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL)
            .matcher(Files.readString(SOURCE));
    assertTrue(found.find());
    String lines = found.group(1).replaceAll("(?m)^ \\* ", "");
    assertEquals(5, lines.lines().count());
    return """
    import static org.spaprtce.DmaPermission.READ;
    import org.spaprtce.*;
    import org.spaprtce.Command.*;
    import org.spaprtce.GroupCommand.*;
    import org.spaprtce.platform.*;
    public class Example implements java.util.concurrent.Callable<TceEntry> {
      @Override
      public TceEntry call() {
        %s
        return tce.group(0).translate(new Iova(0x5678)).orElseThrow();
      }
    }
    """
        .formatted(lines);
  }

  /** Compiles and runs the class Example in a folder. */
  private static Object run(String source, Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    Path classes =
        Path.of(SpaprTce.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var messages = new StringWriter();
    var writer = new PrintWriter(messages);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, "-cp", classes.toString(), "-d", folder.toString(), "" + file);
    assertEquals(0, result, messages::toString);
    try (var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, SpaprTceTest.class.getClassLoader())) {
      return ((Callable<?>) loader.loadClass("Example").getConstructor().newInstance()).call();
    }
  }

  @Test
  void example_ofTheDocumentation_translates(@TempDir Path folder) throws Exception {
    assertEquals(
        new TceEntry(new HostPhysicalAddress(0x13678 ^ Long.MIN_VALUE), DmaPermission.READ),
        run(example(), folder));
  }

  @Test
  void open_numbersProcessesContainersAndGroups() {
    TestMachine p = machines.create();
    assertEquals(new ProcessId(0), p.process.id());
    assertEquals(new ProcessId(1), p.tce.openProcess().id());
    assertEquals(new ContainerId(0), p.tce.openContainer().id());
    assertEquals(new ContainerId(1), p.tce.openContainer().id());
    assertEquals(new GroupId(3), p.group(3).id());
    assertThrows(
        IndexOutOfBoundsException.class, () -> p.group(TestMachine.MACHINE.groups().size()));
  }

  @Test
  void setLockedElsewhere_replacesWhatOthersCharged() {
    TestMachine p = machines.create();
    p.process.setLockedElsewhere(-1);
    assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.ONE), p.lockedVm());
    p.process.setLockedElsewhere(7);
    p.charged(7);
    assertEquals(7, p.state().charges().getFirst().elsewhere());
  }

  @Test
  void openContainer_withGroups_isOfVersion2() {
    TestMachine p = machines.create();
    TceContainer container = p.tce.openContainer(p.process, 2, 0);
    assertEquals(
        new MachineState.Container(
            container.id(), 7, null, false, true, 0, List.of(new GroupId(0), new GroupId(2))),
        p.state(container));
  }

  @Test
  void openContainer_withAGroupInUse_isMisuse() {
    TestMachine p = machines.create();
    p.version2(0);
    assertThrows(IllegalStateException.class, () -> p.tce.openContainer(p.process, 0));
    assertThrows(IllegalStateException.class, () -> p.tce.openContainer(p.process));
    assertThrows(
        IllegalStateException.class, () -> p.tce.openContainer(p.process, 1, TestMachine.STRANGER));
  }

  @Test
  void openContainer_withAGroupThatIsOpen_isMisuse() {
    TestMachine p = machines.create();
    p.done(p.group(0), new OpenGroup());
    assertThrows(IllegalStateException.class, () -> p.tce.openContainer(p.process, 0));
  }
}
