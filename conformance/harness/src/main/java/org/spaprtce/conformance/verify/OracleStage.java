package org.spaprtce.conformance.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.compiler.catalog.Catalog;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.Profile;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.oracle.generated.SpaprTceModule;

/**
 * Compiles the norm and its quirks anew: the oracle in use must be what their text gives, to the
 * byte, and have the same quirks and profiles.
 */
final class OracleStage {
  private static final String ROOT_MODULE = "Quirks.tla";

  /** Temporal formulas, which only TLC evaluates; the build leaves out the same ones. */
  private static final Set<String> TLC_ONLY = Set.of("Spec");

  private final Workspace workspace;
  private final Progress progress;

  OracleStage(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  Evidence.OracleEvidence run() {
    progress.begin("the norm is compiled anew");
    String name = SpaprTceModule.class.getName();
    String inUse = generatedText(name);
    String outcome = difference(name, inUse);
    boolean same = outcome.isEmpty();
    List<String> invariants = Oracle.of(Scenarios.ALL.getFirst().constants()).invariants();
    long lines = inUse.lines().count();
    progress.end(
        same,
        "%,d lines of Java, %d invariants: %s"
            .formatted(lines, invariants.size(), same ? "the oracle in use" : outcome));
    return new Evidence.OracleEvidence(same, name, lines, sha256(inUse), invariants);
  }

  /** In what the oracle in use differs from one that is compiled now, or an empty text. */
  private String difference(String name, String inUse) {
    try {
      Catalog catalog =
          Catalog.read(workspace.quirks().resolve("quirks.json"), workspace.profiles());
      if (!inUse(catalog)) {
        return "the oracle in use has other quirks or profiles";
      }
      String compiled =
          SpecCompiler.compile(
              workspace.quirks().resolve(ROOT_MODULE),
              name,
              new Options(TLC_ONLY, List.of(workspace.spec()), catalog.substitutions()));
      return compiled.equals(inUse) ? "" : "the oracle in use is of another text";
    } catch (CompileException e) {
      return "the norm does not compile: " + e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the oracle in use has the same quirks and profiles. */
  private static boolean inUse(Catalog catalog) {
    List<Quirk> quirks =
        catalog.quirks().stream()
            .map(q ->
                new Quirk(
                    q.name(), q.title(), q.bugs(), q.kernels(), q.clauses(), q.substitutions()))
            .toList();
    List<Profile> profiles =
        catalog.profiles().stream().map(p -> new Profile(p.name(), p.substitutions())).toList();
    return quirks.equals(Quirk.all())
        && profiles.equals(Profile.names().stream().map(Profile::named).toList());
  }

  /** The generated text, which travels with the classes. */
  private static String generatedText(String name) {
    String resource = "/generated/" + name.replace('.', '/') + ".java";
    try (InputStream in = SpaprTceModule.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource=" + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
