package org.spaprtce.spec.mutants;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that removes every part of every guard of the norm and has the models notice. */
@Command(
    name = "spec-mutants",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Removes each conjunct and disjunct of each guard of the norm, one at a time, and runs the"
          + " models until one answers otherwise than its manifest says.",
      "Findings are kept, and used again while norm and models stay as they are."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every mutant is killed, or on record as equivalent",
      "1:some are not, or a model fails on the norm itself",
      "2:wrong usage"
    })
public final class SpecMutants implements Callable<Integer> {
  private static final String ROOT = "SpaprTce";
  private static final String ENDING = ".tla";
  private static final List<String> OTHERS = List.of("Quirk", "Fine");

  @Spec private CommandSpec spec;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description = "Folder of the norm: ${DEFAULT-VALUE}")
  private Path folder = Path.of("spec");

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only mutants of these operators or modules")
  private Set<String> only = Set.of();

  @Option(names = "--list", description = "List the mutants and run nothing")
  private boolean list;

  @Option(names = "--fresh", description = "Do not use earlier findings")
  private boolean fresh;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "TLC processes at a time: ${DEFAULT-VALUE}")
  private int jobs = 2;

  @Option(names = "--report", paramLabel = "FILE", description = "The findings: ${DEFAULT-VALUE}")
  private Path file = Path.of("target", "spec-mutants", "report.json");

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SpecMutants()).execute(args));
  }

  @Override
  public Integer call() {
    Path norm = folder.resolve("tla");
    Map<String, String> texts = texts(norm);
    List<Mutant> all = Guards.mutants(Sany.parse(norm.resolve(ROOT + ENDING), List.of()), texts);
    List<Mutant> mutants =
        all.stream()
            .filter(mutant ->
                only.isEmpty()
                    || only.contains(mutant.operator())
                    || only.contains(mutant.module()))
            .toList();
    if (mutants.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "only=" + only + ": no mutant of such an operator or module");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      mutants.forEach(mutant -> out.println(mutant.key() + ", line " + mutant.range().beginLine()));
      out.println(mutants.size() + " mutants");
      return 0;
    }
    Equivalents equivalents = Equivalents.read(folder.resolve("mutants.json"));
    Path models = folder.resolve("models");
    Hunt hunt =
        new Hunt(
            norm,
            inOrder(Manifest.read(models)),
            equivalents,
            new TlcReferee(models, Duration.ofMinutes(1)));
    List<Finding> findings = findings(hunt, mutants, out);
    return verdict(findings, equivalents.unknown(all), hunt.unfit(), out);
  }

  /**
   * The models of the small suite that look at the norm as a whole and as it is: not those of
   * quirks and of concurrency. Those that must hold come first, the quick ones before the slow
   * ones.
   */
  private static List<Model> inOrder(Manifest manifest) {
    return Stream.of(Model.Kind.HOLDS, Model.Kind.GRAPH)
        .flatMap(kind -> manifest.ofKind(kind).stream().sorted(comparingDouble(SpecMutants::time)))
        .filter(model -> !model.isLarge())
        .filter(model -> OTHERS.stream().noneMatch(model.config()::startsWith))
        .toList();
  }

  private static double time(Model model) {
    return Objects.requireNonNullElse(model.seconds(), Double.MAX_VALUE);
  }

  private List<Finding> findings(Hunt hunt, List<Mutant> mutants, PrintWriter out) {
    String digest = digest(folder);
    Report report = fresh ? Report.empty(digest) : Report.restore(file, digest);
    List<Future<Finding>> futures = new ArrayList<>();
    Progress progress = new Progress(mutants.size(), out);
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      for (Mutant mutant : mutants) {
        futures.add(
            pool.submit(() -> {
              Finding known = report.findings().get(mutant.key());
              Finding finding = known == null ? hunt.find(mutant) : known;
              report.add(finding, file);
              progress.show(finding);
              return finding;
            }));
      }
    }
    return futures.stream().map(SpecMutants::result).toList();
  }

  private static Finding result(Future<Finding> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static int verdict(
      List<Finding> findings, Set<String> unknown, Set<String> unfit, PrintWriter out) {
    out.println();
    out.print(Report.table(findings));
    unknown.forEach(key -> out.println("listed as equivalent and not in the norm  " + key));
    unfit.forEach(model -> out.println("fails on the norm itself  " + model));
    out.flush();
    boolean good = findings.stream().allMatch(finding -> finding.verdict().isGood());
    return good && unknown.isEmpty() && unfit.isEmpty() ? 0 : 1;
  }

  private static Map<String, String> texts(Path norm) {
    Map<String, String> texts = new TreeMap<>();
    for (Path module : files(norm)) {
      String name = Objects.toString(module.getFileName());
      if (name.endsWith(ENDING)) {
        texts.put(name.substring(0, name.length() - ENDING.length()), read(module));
      }
    }
    return texts;
  }

  /** Identifies all texts that a finding depends on. */
  private static String digest(Path folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of("tla", "models")) {
        for (Path file : files(folder.resolve(part))) {
          digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(read(file).getBytes(StandardCharsets.UTF_8));
        }
      }
      digest.update(read(folder.resolve("mutants.json")).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbered lines, one for each finding. */
  private static final class Progress {
    private final int total;
    private final PrintWriter out;
    private int count;

    Progress(int total, PrintWriter out) {
      this.total = total;
      this.out = out;
    }

    synchronized void show(Finding finding) {
      count++;
      String verdict = finding.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      out.printf(
          Locale.ROOT,
          "%3d/%d %5.1f s  %-14s %s%s%n",
          count,
          total,
          finding.seconds(),
          verdict,
          finding.mutant(),
          finding.by().isEmpty() ? "" : "  (" + finding.by() + ")");
      out.flush();
    }
  }
}
