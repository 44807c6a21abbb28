package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.Validate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.UnsetContainer;
import org.spaprtce.platform.AnonymousMemory;
import org.spaprtce.platform.LinuxHostMemory.Placement;
import org.spaprtce.platform.LinuxProcess;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** Real memory that is registered: locked_vm is what Linux calls VmLck, but for the tables. */
class RealMemoryTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  private static final int PAGES = 32;
  private static final long WINDOW = 1 << 20;

  private final Arena arena = Arena.ofConfined();
  private RealMachine m;
  private long before;

  @BeforeEach
  void open() {
    RealMemory.assumeLinux();
    RealMemory.assumeLockable((PAGES + 8) * LinuxProcess.pageSize());
    m = new RealMachine(Placement.OBSERVED, PAGES, arena, WINDOW);
    before = LinuxProcess.lockedBytes() / m.page;
    m.process.setLockedElsewhere(before);
  }

  @AfterEach
  void close() {
    arena.close();
  }

  /** Compares what the process has locked with what the machine remembers. */
  private void locks(long pages) {
    long locked = LinuxProcess.lockedBytes() / m.page;
    assertEquals(pages, locked - before);
    assertEquals(locked, m.lockedVmWithoutTables());
  }

  private void rejected(String clause, TceContainer container, Command command) {
    assertEquals(
        clause, assertInstanceOf(Outcome.Rejected.class, m.execute(container, command)).clause());
  }

  @Test
  void lockedVm_afterEachCommand_isVmLck() {
    locks(0);
    m.done(m.c, m.register(0, 4));
    locks(4);
    m.done(m.d, m.register(0, 4));
    locks(4);
    rejected("REG-4", m.c, m.register(0, 4));
    rejected("REG-7", m.c, m.register(3, 2));
    locks(4);
    m.done(m.d, m.register(4, 3));
    locks(7);
    m.done(m.c, m.map(1, 0, 4));
    locks(7);
    m.done(m.c, m.unregister(0, 4));
    rejected("UNR-4", m.d, m.unregister(0, 4));
    locks(7);
    m.done(m.c, m.unmap(0, 4 * m.page));
    m.done(m.d, m.unregister(0, 4));
    locks(3);
    m.done(m.d, m.unregister(4, 3));
    locks(0);
  }

  @Test
  void lockedVm_afterRelease_isVmLck() {
    m.done(m.c, m.register(0, 4));
    m.done(m.d, m.register(0, 4));
    m.done(m.c, m.register(8, 2));
    m.done(m.c, m.map(8, 0, 2));
    locks(6);
    assertEquals(Outcome.Done.DONE, m.tce.group(0).execute(m.process, new UnsetContainer()));
    locks(4);
    assertEquals(Outcome.Done.DONE, m.tce.group(1).execute(m.process, new CloseGroup()));
    locks(0);
  }

  @Test
  void register_memoryThatIsNotMapped_isRejectedAndLocksNothing() {
    MemorySegment unmapped;
    try (Arena brief = Arena.ofConfined()) {
      unmapped = AnonymousMemory.map(4 * m.page, brief);
    }
    rejected(
        "REG-6", m.c, new RegisterMemory(new UserAddress(unmapped.address()), unmapped.byteSize()));
    locks(0);
  }

  @Test
  void lockedVm_afterRandomCommands_isVmLck() {
    var random = new Random(1);
    int done = 0;
    for (int i = 0; i < 400; i++) {
      int from = random.nextInt(6) * 4;
      int pages = 1 + random.nextInt(8);
      Command command =
          switch (random.nextInt(5)) {
            case 0 -> m.map(random.nextInt(PAGES), from * m.page, pages);
            case 1 -> m.unmap(from * m.page, pages * m.page);
            case 2, 3 -> m.register(from, 2 + random.nextInt(4));
            default -> m.unregister(from, 2 + random.nextInt(4));
          };
      Outcome outcome = m.execute(random.nextBoolean() ? m.c : m.d, command);
      done += outcome == Outcome.Done.DONE ? 1 : 0;
      locks(m.tce.state().regions().stream().mapToLong(MachineState.Region::size).sum() / m.page);
    }
    assertTrue(done > 50, "done=" + done);
    assertEquals(Outcome.Done.DONE, m.tce.group(0).execute(m.process, new CloseGroup()));
    assertEquals(Outcome.Done.DONE, m.tce.group(1).execute(m.process, new CloseGroup()));
    locks(0);
  }

  @Test
  void frames_ofRegisteredMemory_areThoseThatADeviceFinds() {
    assumeTrue(m.host.seesFrames(), "/proc/self/pagemap shows frames only with CAP_SYS_ADMIN");
    m.done(m.c, m.register(0, 4));
    m.done(m.c, m.map(1, 0, 1));
    PinnedBlock block =
        assertInstanceOf(
            PinnedBlock.class, m.host.pin(m.process.id(), new UserAddress(m.at(1)), m.page));
    assertEquals(block.at(9), m.tce.group(0).translate(new Iova(9)).orElseThrow().address());
    m.host.unpin(block);
    m.done(m.c, m.unmap(0, m.page));
    m.done(m.c, m.unregister(0, 4));
    locks(0);
  }

  /** The limit of a process of its own, which has no CAP_IPC_LOCK. */
  @Test
  void register_pastTheRealLimit_isRejectedAndLocksNothing() throws Exception {
    long limit = LimitedProcess.PAGES * m.page;
    var command = new ArrayList<String>();
    if (LinuxProcess.capIpcLock()) {
      command.addAll(List.of("setpriv", "--inh-caps=-ipc_lock", "--bounding-set=-ipc_lock"));
    }
    command.addAll(List.of("prlimit", "--memlock=" + limit + ":" + limit));
    assumeRuns(command);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            LimitedProcess.class.getName()));
    assertEquals(
        """
        pages=8 capIpcLock=false, 0 locked
        register 5: DONE, 5 locked
        register 4: Rejected[errno=ENOMEM, clause=REG-5], 5 locked
        pin 4: 3 at most, 5 locked
        pin 5 of which 2 are pinned: done, 8 locked
        pin 1: 0 at most, 8 locked
        unpin, 5 locked
        unregister 5: DONE, 0 locked
        register 8: DONE, 8 locked
        """,
        output(command));
  }

  private static void assumeRuns(List<String> prefix) throws Exception {
    var probe = new ArrayList<>(prefix);
    probe.add("true");
    try {
      int code = new ProcessBuilder(probe).inheritIO().start().waitFor();
      assumeTrue(code == 0, () -> probe + " is not permitted: exit code " + code);
    } catch (IOException e) {
      abort(e.getMessage());
    }
  }

  private static String output(List<String> command) throws Exception {
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), command::toString);
    return text;
  }

  /** Tests, module and library: on the module path {@code java.class.path} does not name them. */
  private static String classPath() throws Exception {
    var roots = new ArrayList<String>();
    for (Class<?> type : List.of(LimitedProcess.class, SpaprTce.class, Validate.class)) {
      String file = type.getName().replace('.', '/') + ".class";
      String url = type.getResource("/" + file).toString();
      String root = url.substring(0, url.length() - file.length());
      roots.add(
          Path.of(URI.create(root.replaceFirst("^jar:", "").replaceFirst("!/$", ""))).toString());
    }
    return String.join(File.pathSeparator, roots);
  }
}
