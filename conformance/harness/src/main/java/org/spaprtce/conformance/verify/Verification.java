package org.spaprtce.conformance.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole chain of evidence: TLC checks the norm's models; the oracle is the norm's text,
 * compiled, and its state graphs are TLC's; the implementation does what the oracle allows; and
 * recordings of real kernels and clients give the numbers on record.
 *
 * @param workspace where the evidence is taken from
 * @param progress hears how far it has come
 */
public record Verification(Workspace workspace, Progress progress) {
  /**
   * Runs every stage, also after one has failed.
   *
   * @param seed of the random sequences
   * @param sequences how many random sequences
   * @param expressions how many random expressions; with 0 neither they nor the models are compared
   */
  public Evidence run(long seed, long sequences, long expressions) {
    Instant start = Instant.now();
    List<Evidence.ModelEvidence> models = new ModelStage(workspace, progress).run();
    Evidence.OracleEvidence oracle = new OracleStage(workspace, progress).run();
    GraphStage graphStage = new GraphStage(workspace, progress);
    List<Evidence.GraphEvidence> graphs = graphStage.run();
    List<Evidence.ControlEvidence> controls = graphStage.controls();
    List<Evidence.CertificateEvidence> certificates = List.of();
    Evidence.@Nullable ExpressionEvidence evaluated = null;
    List<Evidence.ControlEvidence> faults = List.of();
    if (expressions > 0) {
      CertificateStage certificateStage = new CertificateStage(workspace, progress);
      certificates = certificateStage.run();
      ExpressionStage expressionStage = new ExpressionStage(progress);
      evaluated = expressionStage.run(seed, expressions);
      faults = faults(certificateStage, expressionStage, seed);
    }
    Evidence.PropertyEvidence property = new PropertyStage(progress).run(seed, sequences);
    List<Evidence.WalkEvidence> walks = new WalkStage(progress).run(graphStage.referees());
    Evidence.SweepEvidence sweep = new SweepStage(progress).run();
    List<Evidence.RecordingEvidence> recordings = new RecordingStage(workspace, progress).run();
    boolean passed =
        Stream.of(
                models.stream().map(Evidence.ModelEvidence::passed),
                Stream.of(
                    oracle.passed(),
                    evaluated == null || evaluated.passed(),
                    property.passed(),
                    !walks.isEmpty(),
                    sweep.passed()),
                walks.stream().map(Evidence.WalkEvidence::passed),
                graphs.stream().map(Evidence.GraphEvidence::passed),
                Stream.concat(controls.stream(), faults.stream())
                    .map(Evidence.ControlEvidence::passed),
                certificates.stream().map(Evidence.CertificateEvidence::passed),
                recordings.stream().map(Evidence.RecordingEvidence::passed))
            .flatMap(verdicts -> verdicts)
            .allMatch(Boolean::booleanValue);
    return new Evidence(
        passed && !recordings.isEmpty(),
        Seconds.of(Duration.between(start, Instant.now())),
        models,
        oracle,
        graphs,
        controls,
        certificates,
        evaluated,
        faults,
        property,
        walks,
        sweep,
        recordings);
  }

  private List<Evidence.ControlEvidence> faults(
      CertificateStage certificates, ExpressionStage expressions, long seed) {
    progress.begin("faulty compilers are compared, and must be found");
    List<Evidence.ControlEvidence> faults =
        Stream.concat(certificates.controls().stream(), expressions.controls(seed).stream())
            .toList();
    long found = faults.stream().filter(Evidence.ControlEvidence::passed).count();
    progress.end(found == faults.size(), "%d of %d faults found".formatted(found, faults.size()));
    return faults;
  }
}
