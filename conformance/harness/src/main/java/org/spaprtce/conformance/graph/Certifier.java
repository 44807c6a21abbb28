package org.spaprtce.conformance.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.spec.Scratch;
import tlc2.TLCGlobals;

/**
 * Compares models of one module with TLC: TLC explores each as it stands, without looking at its
 * properties; the module is compiled and each model explored by the compiled code.
 */
public final class Certifier {
  /**
   * A model and how far it is explored.
   *
   * @param model the model
   * @param limit once TLC keeps more states than this, it explores no further one
   */
  public record Task(GraphModel model, int limit) {}

  private static final int EXCESS = 1_000;

  private final List<Task> tasks;
  private final Path scratch;
  private final Map<String, ExploredModel> explored = new LinkedHashMap<>();
  private final Map<String, ModelCertificate> certificates = new LinkedHashMap<>();

  private Certifier(List<Task> tasks, Path scratch) {
    this.tasks = tasks;
    this.scratch = scratch;
  }

  /**
   * Compares models.
   *
   * @param tasks models with one module, at least one
   * @param done is told the name of each model that has been compared
   */
  public static List<ModelCertificate> certify(List<Task> tasks, Consumer<String> done) {
    try (Scratch scratch = Scratch.folder("certificate")) {
      Certifier certifier = new Certifier(tasks, scratch.path());
      ExplorerProcess.run(scratch, tasks);
      certifier.readConfigurations();
      certifier.compare(done);
      return tasks.stream()
          .map(task -> Objects.requireNonNull(certifier.certificates.get(task.model().name())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of TLC. */
  public static String versionOfTlc() {
    return TLCGlobals.versionOfTLC;
  }

  private void readConfigurations() throws IOException {
    for (Task task : tasks) {
      GraphModel model = task.model();
      Path failure = scratch.resolve(model.name() + ".failure");
      if (Files.exists(failure)) {
        String reason = "TLC builds no graph: " + Files.readString(failure);
        certificates.put(model.name(), ModelCertificate.none(model.name(), reason));
      } else {
        explored.put(model.name(), ExploredModel.configuration(graph(model.name())));
      }
    }
  }

  private Path graph(String model) {
    return scratch.resolve(model + ".graph");
  }

  private void compare(Consumer<String> done) throws IOException {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    explored.forEach((name, model) ->
        alike
            .computeIfAbsent(
                List.of("SPECIFICATION", "INIT", "NEXT").stream()
                    .map(model::setting)
                    .collect(Collectors.joining(" ")),
                _ -> new ArrayList<>())
            .add(name));
    GraphModel any = tasks.getFirst().model();
    for (List<String> names : alike.values()) {
      List<ExploredModel> configurations = names.stream().map(explored::get).toList();
      try {
        CompiledModel compiled = CompiledModel.of(any.module(), any.folders(), configurations);
        CompiledModel.Instances instances = compiled.instances(text -> text);
        for (String name : names) {
          certificates.put(name, compare(name, instances));
          done.accept(name);
        }
      } catch (CompileException e) {
        String reason = "not compiled: " + e.getMessage();
        names.forEach(name -> certificates.put(name, ModelCertificate.none(name, reason)));
      }
    }
  }

  private ModelCertificate compare(String name, CompiledModel.Instances instances)
      throws IOException {
    try {
      TlaModule module = instances.of(Objects.requireNonNull(explored.get(name)));
      return compare(name, module, ExploredModel.read(graph(name), module.variables()));
    } catch (TlaError e) {
      return ModelCertificate.none(name, "the compiled model fails: " + e.getMessage());
    }
  }

  private static boolean fails(TlaModule module, State state) {
    try {
      module.next(state, (_, _) -> {});
      return false;
    } catch (TlaError noValue) {
      return true;
    }
  }

  /**
   * Compares a model with TLC as faulty compilers compile it; the certificates are in the order of
   * the faults, none of them should be equal.
   */
  public static List<ModelCertificate> faulty(Task task, List<CompilerFault> faults) {
    try (Scratch scratch = Scratch.folder("certificate")) {
      Certifier certifier = new Certifier(List.of(task), scratch.path());
      ExplorerProcess.run(scratch, List.of(task));
      String name = task.model().name();
      ExploredModel configuration = ExploredModel.configuration(certifier.graph(name));
      certifier.explored.put(name, configuration);
      CompiledModel compiled =
          CompiledModel.of(task.model().module(), task.model().folders(), List.of(configuration));
      List<ModelCertificate> certificates = new ArrayList<>();
      for (CompilerFault fault : faults) {
        certificates.add(certifier.compare(name, compiled.instances(fault)));
      }
      return certificates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares one model with what TLC found. */
  static ModelCertificate compare(String name, TlaModule module, ExploredModel model) {
    ClassGraph tlc = model.graph();
    ClassGraph own = CompiledExploration.of(module, model, EXCESS);
    List<String> differences = new ArrayList<>(ClassComparison.differences(tlc, own));
    State latest = model.failing();
    if (latest != null && model.unexplored().stream().noneMatch(s -> fails(module, s))) {
      differences.add("only TLC finds no value for the transitions from, or after,\n" + latest);
    }
    return new ModelCertificate(
        name,
        differences.isEmpty(),
        model.isComplete(),
        model.isComplete() ? tlc.classCount() : tlc.transitions().size(),
        tlc.standing().size(),
        tlc.transitionCount(),
        GraphDigest.of(tlc),
        GraphDigest.of(own),
        differences);
  }
}
