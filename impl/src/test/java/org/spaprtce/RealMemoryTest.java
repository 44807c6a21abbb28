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
import org.spaprtce.platform.AnonymousMemory;
import org.spaprtce.platform.LinuxHostMemory;
import org.spaprtce.platform.LinuxHostMemory.Placement;
import org.spaprtce.platform.LinuxProcess;
import org.spaprtce.platform.LinuxResourceLimits;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.testing.RealMemory;
import org.spaprtce.testing.SkipReport;

/** Real memory that is registered: locked_vm is what Linux calls VmLck, but for the tables. */
class RealMemoryTest {

  @RegisterExtension static final SkipReport SKIPS = new SkipReport();

  private static final int PAGES = 32;

  private final Arena arena = Arena.ofConfined();
  private long page;
  private MemorySegment memory;
  private SpaprTce process;
  private TceContainer c;
  private TceContainer d;
  private long before;

  @BeforeEach
  void open() {
    RealMemory.assumeLinux();
    page = LinuxProcess.pageSize();
    // Twice: a REGISTER that loses against another call has pinned its pages by then.
    RealMemory.assumeLockable((2 * PAGES + 128) * page);
    memory = AnonymousMemory.map(PAGES * page, arena);
    process =
        new SpaprTce(page, new LinuxHostMemory(Placement.OBSERVED), new LinuxResourceLimits());
    before = LinuxProcess.lockedBytes();
    process.setLockedElsewhere(before / page);
    c = process.openContainer(TestProcess.WINDOW);
    d = process.openContainer(TestProcess.WINDOW);
  }

  @AfterEach
  void close() {
    arena.close();
  }

  private long at(int pages) {
    return memory.address() + pages * page;
  }

  private Command register(int from, int pages) {
    return TestProcess.register(at(from), pages * page);
  }

  private Command unregister(int from, int pages) {
    return TestProcess.unregister(at(from), pages * page);
  }

  /** Compares what the process has locked with what it remembers. */
  private void locks(long pages) {
    assertEquals(pages, (LinuxProcess.lockedBytes() - before) / page);
    long tables =
        process.state().containers().stream().mapToLong(k -> k.window().tablePages()).sum();
    assertEquals(
        LinuxProcess.lockedBytes() / page + tables, process.state().lockedVm().longValueExact());
  }

  private static void rejected(String clause, TceContainer container, Command command) {
    assertEquals(
        clause, assertInstanceOf(Outcome.Rejected.class, container.execute(command)).clause());
  }

  @Test
  void lockedVm_afterEachCommand_isVmLck() {
    locks(0);
    TestProcess.done(c, register(0, 4));
    locks(4);
    TestProcess.done(d, register(0, 4));
    locks(4);
    rejected("REG-4", c, register(0, 4));
    rejected("REG-7", c, register(3, 2));
    locks(4);
    TestProcess.done(d, register(4, 3));
    locks(7);
    TestProcess.done(c, TestProcess.map(at(1), 0, 4 * page));
    locks(7);
    TestProcess.done(c, unregister(0, 4));
    rejected("UNR-4", d, unregister(0, 4));
    locks(7);
    TestProcess.done(c, TestProcess.unmap(0, 4 * page));
    TestProcess.done(d, unregister(0, 4));
    locks(3);
    TestProcess.done(d, unregister(4, 3));
    locks(0);
  }

  @Test
  void register_memoryThatIsNotMapped_isRejectedAndLocksNothing() {
    MemorySegment unmapped;
    try (Arena brief = Arena.ofConfined()) {
      unmapped = AnonymousMemory.map(4 * page, brief);
    }
    rejected("REG-6", c, TestProcess.register(unmapped.address(), 4 * page));
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
            case 0 -> TestProcess.map(at(random.nextInt(PAGES)), from * page, pages * page);
            case 1 -> TestProcess.unmap(from * page, pages * page);
            case 2, 3 -> register(from, 2 + random.nextInt(4));
            default -> unregister(from, 2 + random.nextInt(4));
          };
      done += (random.nextBoolean() ? c : d).execute(command) == Outcome.Done.DONE ? 1 : 0;
      locks(process.state().blocks().stream().mapToLong(ProcessState.Block::size).sum() / page);
    }
    assertTrue(done > 50, "done=" + done);
    c.execute(TestProcess.unmap(0, 1L << 31));
    d.execute(TestProcess.unmap(0, 1L << 31));
    for (ProcessState.Block block : process.state().blocks()) {
      for (TceContainer holder : List.of(c, d)) {
        holder.execute(TestProcess.unregister(block.ua().value(), block.size()));
      }
    }
    locks(0);
  }

  @Test
  void frames_ofRegisteredMemory_areThoseThatADeviceFinds() {
    var host = new LinuxHostMemory(Placement.OBSERVED);
    assumeTrue(host.seesFrames(), "/proc/self/pagemap shows frames only with CAP_SYS_ADMIN");
    TestProcess.done(c, register(0, 4));
    TestProcess.done(c, TestProcess.map(at(1), 0, page));
    PinnedBlock block = host.pin(new UserAddress(at(1)), page).orElseThrow();
    assertEquals(block.at(9), c.translate(new Iova(9)).orElseThrow().address());
    TestProcess.done(c, TestProcess.unmap(0, page));
    TestProcess.done(c, unregister(0, 4));
  }

  /** The limit of a process of its own, which has no CAP_IPC_LOCK. */
  @Test
  void register_pastTheRealLimit_isRejectedAndLocksNothing() throws Exception {
    long limit = LimitedProcess.PAGES * page;
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
        pin 4: false, 5 locked
        pin 3 and 2 that are pinned, 8 locked
        pin 1: false, 8 locked
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
