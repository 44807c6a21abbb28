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
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.conformance.sut.SpecVocabulary;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.generated.SpaprTceModule;

/** Compiles the norm anew: the oracle in use must be what its text gives, to the byte. */
final class OracleStage {
  private static final String ROOT_MODULE = "SpaprTceInvariants.tla";

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
    boolean same;
    String outcome;
    try {
      same =
          SpecCompiler.compile(workspace.spec().resolve(ROOT_MODULE), name, TLC_ONLY).equals(inUse);
      outcome = same ? "the oracle in use is its text" : "the oracle in use is of another text";
    } catch (CompileException e) {
      same = false;
      outcome = "the norm does not compile: " + e.getMessage();
    }
    List<String> invariants =
        Oracle.of(SpecVocabulary.constants(Scenarios.ALL.getFirst())).invariants();
    long lines = inUse.lines().count();
    progress.end(
        same, "%,d lines of Java, %d invariants: %s".formatted(lines, invariants.size(), outcome));
    return new Evidence.OracleEvidence(same, name, lines, sha256(inUse), invariants);
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
