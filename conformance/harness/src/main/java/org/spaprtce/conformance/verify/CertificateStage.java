package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.spaprtce.conformance.graph.Certifier;
import org.spaprtce.conformance.graph.CompilerFault;
import org.spaprtce.conformance.graph.GraphModel;
import org.spaprtce.conformance.graph.ModelCertificate;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;

/**
 * Compiles the module of every model of the small suite, and compares the graph of each model with
 * TLC's. A model that violates something is explored as far as TLC goes in the suite, or to the
 * first states if that is further.
 */
final class CertificateStage {
  /**
   * The models that faulty compilers compile, until one shows the fault: the first has a
   * substitution; of the second TLC names the parts of the next-state action.
   */
  static final List<String> CONTROLS = List.of("QuirkTablesUncharged", "GraphMemory");

  private static final int FIRST = 400;
  private static final int ALL = 1_000_000;

  private final Workspace workspace;
  private final Progress progress;

  CertificateStage(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  List<Evidence.CertificateEvidence> run() {
    return run(Manifest.read(workspace.models()).models());
  }

  /** Compares some models. */
  List<Evidence.CertificateEvidence> run(List<Model> models) {
    progress.begin("every model is compiled, and its graph compared with TLC's");
    Map<String, List<Model>> byModule = new LinkedHashMap<>();
    models.forEach(m -> byModule.computeIfAbsent(m.module(), _ -> new ArrayList<>()).add(m));
    AtomicInteger done = new AtomicInteger();
    List<Callable<List<ModelCertificate>>> work =
        byModule.values().stream()
            .<Callable<List<ModelCertificate>>>map(group ->
                () ->
                    Certifier.certify(
                        group.stream().map(this::task).toList(),
                        name -> progress.advance(done.incrementAndGet(), models.size(), name)))
            .toList();
    Map<String, ModelCertificate> certificates = new LinkedHashMap<>();
    all(work).forEach(group -> group.forEach(c -> certificates.put(c.model(), c)));
    List<Evidence.CertificateEvidence> evidence =
        models.stream().map(model -> evidence(model, certificates)).toList();
    long equal = evidence.stream().filter(Evidence.CertificateEvidence::passed).count();
    long whole = evidence.stream().filter(Evidence.CertificateEvidence::whole).count();
    long states = evidence.stream().mapToLong(Evidence.CertificateEvidence::states).sum();
    long edges = evidence.stream().mapToLong(Evidence.CertificateEvidence::edges).sum();
    progress.end(
        equal == models.size() && !models.isEmpty(),
        "%d of %d models equal, %d of them whole, %,d states, %,d labelled edges"
            .formatted(equal, models.size(), whole, states, edges));
    return evidence;
  }

  private static <T> List<T> all(List<Callable<T>> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while models are compared", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdown();
    }
  }

  private Certifier.Task task(Model model) {
    int limit = model.violated() == null ? ALL : (int) Math.max(FIRST, model.distinctStates());
    return new Certifier.Task(
        new GraphModel(
            workspace.models().resolve(model.config()),
            workspace.models().resolve(model.module()),
            workspace.libraries()),
        limit);
  }

  /** A model that holds must have the states that the manifest says, and be compared whole. */
  private static Evidence.CertificateEvidence evidence(
      Model model, Map<String, ModelCertificate> certificates) {
    ModelCertificate certificate = certificates.get(model.name());
    if (certificate == null) {
      throw new IllegalStateException("model=" + model.name() + " without a certificate");
    }
    List<String> differences = new ArrayList<>(certificate.differences());
    if (model.violated() == null && certificate.states() != model.distinctStates()) {
      differences.add(
          "states " + certificate.states() + ", the manifest says " + model.distinctStates());
    }
    boolean digests = certificate.tlcDigest().equals(certificate.compiledDigest());
    return new Evidence.CertificateEvidence(
        certificate.equal() && digests && differences.isEmpty(),
        certificate.model(),
        certificate.whole(),
        certificate.states(),
        certificate.met(),
        certificate.edges(),
        certificate.tlcDigest(),
        certificate.compiledDigest(),
        differences);
  }

  /** What the same comparison says of faulty compilers. */
  List<Evidence.ControlEvidence> controls() {
    List<CompilerFault> hidden = new ArrayList<>(CompilerFault.OF_ACTIONS);
    Map<CompilerFault, Evidence.ControlEvidence> evidence = new LinkedHashMap<>();
    for (String name : CONTROLS) {
      List<ModelCertificate> certificates = Certifier.faulty(task(model(name)), hidden);
      for (int i = 0; i < certificates.size(); i++) {
        evidence.put(hidden.get(i), control(hidden.get(i), certificates.get(i)));
      }
      hidden.removeIf(fault -> Objects.requireNonNull(evidence.get(fault)).passed());
    }
    return CompilerFault.OF_ACTIONS.stream()
        .map(fault -> Objects.requireNonNull(evidence.get(fault)))
        .toList();
  }

  private Model model(String name) {
    return Manifest.read(workspace.models()).models().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no model=" + name));
  }

  private static Evidence.ControlEvidence control(
      CompilerFault fault, ModelCertificate certificate) {
    return new Evidence.ControlEvidence(
        !certificate.equal(),
        fault.name(),
        certificate.equal() ? "" : certificate.model(),
        certificate.equal() ? "" : certificate.differences().getFirst());
  }
}
