package org.spaprtce.spec.large;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.Tlc;
import org.spaprtce.spec.TlcRun;
import picocli.CommandLine;

/** TLC's server and workers on this machine; the server's port allows one at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class ClusterTest {
  private static final Path MODELS = Path.of("models");
  private static final Cluster CLUSTER =
      new Cluster(new Tlc(Path.of("tla"), MODELS), "127.0.0.1", 1);

  private static final String FINISHED =
      "15 states generated, 7 distinct states found, 0 states left on queue.\n";

  private static Model model(String name) {
    return Manifest.read(MODELS).all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String specLarge(int exit, String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine command = new CommandLine(new SpecLarge()).setOut(new PrintWriter(text));
    assertEquals(exit, command.execute(arguments), text::toString);
    return text.toString();
  }

  @Test
  void run_ofAModelThatHolds_findsAllItsStates() {
    String out =
        specLarge(
            0, "--spec", ".", "--distributed", "--workers", "1", "--only", "MCInductionGroups");
    assertTrue(out.contains("as expected"), out);
    String states = String.format(Locale.ROOT, "%,d", model("MCInductionGroups").distinctStates());
    assertTrue(out.contains(states + " distinct states"), out);
  }

  @Test
  void run_ofASeededFaultOfAStep_findsIt() {
    Model fault = model("MCFaults_bug_open");
    assertEquals("OpenGroupProp", fault.violated());
    TlcRun run = CLUSTER.run(fault);
    assertEquals(Cluster.UNNAMED, run.violated(), run::output);
  }

  @Test
  void run_ofAModelOfBehaviours_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> CLUSTER.run(model("MCRelease")));
    String out = specLarge(0, "--spec", ".", "--distributed", "--only", "MCRelease");
    assertTrue(out.contains("left out"), out);
  }

  @Test
  void parse_ofACounterexampleWithExitCodeZero_isAViolation() {
    TlcRun run = parse(0, "Error: The behavior up to this point is:\n" + FINISHED);
    assertEquals(Cluster.UNNAMED, run.violated());
  }

  @Test
  void parse_ofACompleteSearch_holds() {
    TlcRun run = parse(0, FINISHED);
    assertEquals(null, run.violated());
    assertEquals(7, run.distinctStates());
  }

  @Test
  void parse_ofASearchThatStopped_isRefused() {
    assertThrows(IllegalStateException.class, () -> parse(0, "Starting...\n"));
    assertThrows(IllegalStateException.class, () -> parse(1, FINISHED));
  }

  @Test
  void only_ofAModelThatIsNotThere_isWrongUsage() {
    StringWriter text = new StringWriter();
    CommandLine command = new CommandLine(new SpecLarge()).setErr(new PrintWriter(text));
    assertEquals(2, command.execute("--spec", ".", "--only", "NoSuchModel"));
    assertTrue(text.toString().contains("NoSuchModel"), text::toString);
  }

  private static TlcRun parse(int exit, String output) {
    return Cluster.parse(exit, output, Duration.ZERO, "tlc");
  }
}
