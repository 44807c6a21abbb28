package org.spaprtce.conformance.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with views, symmetries, constraints and substitutions are compared as TLC has them. */
class CertifierTest {
  private static final String MODULE =
      """
      ---- MODULE Tokens ----
      EXTENDS Integers, TLC
      CONSTANTS Holder, Most
      VARIABLES held, last
      Few == 3
      Step(h) == 1
      Long(h) == 2
      Init == held = [h \\in Holder |-> 0] /\\ last = {}
      Take(h) == held' = [held EXCEPT ![h] = @ + Step(h)] /\\ last' = {h}
      Give(h) == held[h] > 0 /\\ held' = [held EXCEPT ![h] = 10 \\div (held[h] - 3)] /\\ last' = {h}
      Next == \\E h \\in Holder : Take(h) \\/ (held[h] > 3 /\\ Give(h))
      Back == \\E h \\in Holder : Take(h) \\/ Give(h)
      Small == \\A h \\in Holder : held[h] <= Most
      Alike == Permutations(Holder)
      Seen == held
      Never == FALSE
      ====
      """;

  @TempDir private Path folder = Path.of("");

  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void writeModule() throws IOException {
    Files.writeString(folder.resolve("Tokens.tla"), MODULE);
  }

  private Certifier.Task task(String name, int limit, String config) throws IOException {
    Path file = folder.resolve(name + ".cfg");
    Files.writeString(
        file, "CONSTANTS Holder = {a, b, c}\n a = a\n b = b\n c = c\n Most <- Few\n" + config);
    return new Certifier.Task(new GraphModel(file, folder.resolve("Tokens.tla"), List.of()), limit);
  }

  private ModelCertificate certificate(String name, String config) throws IOException {
    return Certifier.certify(List.of(task(name, 1_000, config)), done::add).getFirst();
  }

  @Test
  void certify_severalModels_areWhole() throws IOException {
    List<ModelCertificate> certificates =
        Certifier.certify(
            List.of(
                task("Plain", 1_000, "INIT Init\nNEXT Next\nCONSTRAINT Small\n"),
                task("View", 1_000, "INIT Init\nNEXT Next\nCONSTRAINT Small\nVIEW Seen\n"),
                task("Alike", 1_000, "INIT Init\nNEXT Next\nCONSTRAINT Small\nSYMMETRY Alike\n"),
                task(
                    "Broken",
                    1_000,
                    "INIT Init\nNEXT Next\nCONSTRAINT Small\nINVARIANT Never\nCONSTANT Step <- Long\n")),
            done::add);
    certificates.forEach(c -> assertTrue(c.equal(), c.toString()));
    certificates.forEach(c -> assertTrue(c.whole(), c.toString()));
    certificates.forEach(c -> assertEquals(c.tlcDigest(), c.compiledDigest()));
    assertEquals(List.of("Plain", "View", "Alike", "Broken"), done);
    List<Integer> states = certificates.stream().map(ModelCertificate::states).toList();
    assertEquals(4 * 4 * 4, states.get(1));
    assertTrue(states.get(0) > states.get(1), states.toString());
    assertTrue(states.get(2) < states.get(0) / 3, states.toString());
    assertTrue(certificates.get(1).met() > certificates.get(1).states(), states.toString());
    assertTrue(states.get(3) > 2, states.toString());
    assertNotEquals(certificates.get(0).tlcDigest(), certificates.get(1).tlcDigest());
  }

  @Test
  void certify_modelWithoutEnd_isComparedAsFarAsTheLimit() throws IOException {
    ModelCertificate certificate =
        Certifier.certify(List.of(task("Endless", 50, "INIT Init\nNEXT Next\n")), done::add)
            .getFirst();
    assertTrue(certificate.equal(), certificate.toString());
    assertFalse(certificate.whole());
    assertTrue(certificate.states() > 10 && certificate.states() < 60, certificate.toString());
  }

  @Test
  void certify_stepWithoutAValue_endsBothAtTheSameState() throws IOException {
    ModelCertificate certificate = certificate("Failing", "INIT Init\nNEXT Back\nVIEW Seen\n");
    assertTrue(certificate.equal(), certificate.toString());
    assertFalse(certificate.whole());
    assertTrue(certificate.states() > 3, certificate.toString());
  }

  @Test
  void certify_whatTlcRefuses_isNotEqual() throws IOException {
    ModelCertificate certificate = certificate("Unknown", "INIT Nowhere\nNEXT Next\n");
    assertFalse(certificate.equal());
    assertTrue(certificate.differences().getFirst().startsWith("TLC builds no graph"));
  }

  @Test
  void faulty_everyFaultOfActions_isDifferent() throws IOException {
    Certifier.Task task =
        task("Fault", 1_000, "INIT Init\nNEXT Next\nCONSTRAINT Small\nCONSTANT Step <- Long\n");
    List<CompilerFault> faults =
        CompilerFault.OF_ACTIONS.stream()
            .filter(fault -> fault.name().contains("substitution") || fault.name().contains("@"))
            .toList();
    assertEquals(2, faults.size());
    Certifier.faulty(task, faults).forEach(c -> assertFalse(c.equal(), c.toString()));
  }

  @Test
  void explorationConfig_leavesOutWhatIsChecked() {
    assertEquals(
        """
        INIT I
        CONSTANTS
          N = 3
        VIEW v
        """,
        ExplorationConfig.of(
            """
            \\* INVARIANT Comment
            INIT I
            INVARIANTS
              A B
            CONSTANTS
              N = 3
            PROPERTIES P
            VIEW v
            ACTION_CONSTRAINT C
            """));
  }
}
