package org.spaprtce.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules for the sources of the whole project, and that they have something to look at. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.spaprtce");

  /** The least number of classes that each part has; fewer means that it was not scanned. */
  private static final Map<String, Integer> LEAST =
      Map.ofEntries(
          Map.entry("org.spaprtce", 15),
          Map.entry("org.spaprtce.engine", 8),
          Map.entry("org.spaprtce.platform", 5),
          Map.entry("org.spaprtce.spec", 4),
          Map.entry("org.spaprtce.compiler..", 20),
          Map.entry("org.spaprtce.oracle.runtime", 20),
          Map.entry("org.spaprtce.oracle.generated", 1),
          Map.entry("org.spaprtce.conformance.norm", 2),
          Map.entry("org.spaprtce.conformance.sut", 15),
          Map.entry("org.spaprtce.conformance.workload", 12),
          Map.entry("org.spaprtce.conformance.walk", 3),
          Map.entry("org.spaprtce.conformance.sweep", 5),
          Map.entry("org.spaprtce.conformance.recording", 8),
          Map.entry("org.spaprtce.conformance.world", 8),
          Map.entry("org.spaprtce.conformance.judge", 8),
          Map.entry("org.spaprtce.conformance.graph", 8),
          Map.entry("org.spaprtce.conformance.expression", 9),
          Map.entry("org.spaprtce.conformance.concurrency", 8),
          Map.entry("org.spaprtce.conformance.verify", 10),
          Map.entry("org.spaprtce.conformance.cli", 5));

  private static final Path ROOT = Path.of("../..");

  /** The least number of source files that the project has; fewer means that not all were found. */
  private static final int LEAST_SOURCES = 600;

  private static final int MOST_LINES = 400;

  private static final String[] IMPLEMENTATION = {
    "org.spaprtce", "org.spaprtce.platform", "org.spaprtce.engine"
  };

  private static final Map<String, ArchRule> RULES =
      Map.ofEntries(
          Map.entry(
              "the norm knows nobody",
              forbid("org.spaprtce.spec").dependOnClassesThat(inAny(rest("org.spaprtce.spec")))),
          Map.entry(
              "the implementation knows only itself, so that agreeing with the oracle means something",
              forbid(IMPLEMENTATION).dependOnClassesThat(inAny(rest(IMPLEMENTATION)))),
          Map.entry(
              "the engine is hidden",
              noClasses()
                  .that()
                  .resideOutsideOfPackages(IMPLEMENTATION)
                  .should()
                  .dependOnClassesThat(resideInAPackage("org.spaprtce.engine"))),
          Map.entry(
              "the runtime needs only the JDK",
              noClasses()
                  .that()
                  .resideInAPackage("org.spaprtce.oracle.runtime")
                  .should()
                  .dependOnClassesThat()
                  .resideOutsideOfPackages(
                      "java..", "org.jspecify..", "org.spaprtce.oracle.runtime")),
          Map.entry(
              "the oracle knows neither the implementation nor its judges",
              forbid("org.spaprtce.oracle..")
                  .dependOnClassesThat(
                      inAny(
                          "org.spaprtce",
                          "org.spaprtce.platform",
                          "org.spaprtce.compiler..",
                          "org.spaprtce.conformance..",
                          "org.spaprtce.spec"))),
          Map.entry(
              "the compiler writes code for the runtime and does not use it",
              forbid("org.spaprtce.compiler..")
                  .dependOnClassesThat(
                      inAny("org.spaprtce.oracle..", "org.spaprtce.conformance.."))),
          Map.entry(
              "recordings are judged without the implementation",
              forbid(
                      "org.spaprtce.conformance.recording",
                      "org.spaprtce.conformance.judge",
                      "org.spaprtce.conformance.world",
                      "org.spaprtce.conformance.norm",
                      "org.spaprtce.conformance.graph",
                      "org.spaprtce.conformance.expression")
                  .dependOnClassesThat(inAny(IMPLEMENTATION))),
          Map.entry(
              "only sut sees the implementation",
              noClasses()
                  .that()
                  .resideInAPackage("org.spaprtce.conformance..")
                  .and()
                  .resideOutsideOfPackage("org.spaprtce.conformance.sut")
                  .should()
                  .dependOnClassesThat(inAny(IMPLEMENTATION))),
          Map.entry(
              "TLC's classes stay with the comparison of graphs, the compiler's front and mutants",
              noClasses()
                  .that()
                  .resideOutsideOfPackages(
                      "org.spaprtce.conformance.graph",
                      "org.spaprtce.conformance.expression",
                      "org.spaprtce.compiler.front",
                      "org.spaprtce.spec.mutants")
                  .should()
                  .dependOnClassesThat(inAny("tlc2..", "tla2sany..", "util..", "pcal.."))),
          Map.entry(
              "picocli stays in commands",
              noClasses()
                  .that()
                  .resideOutsideOfPackages(
                      "org.spaprtce.conformance.cli",
                      "org.spaprtce.spec.html",
                      "org.spaprtce.spec.large",
                      "org.spaprtce.spec.mutants")
                  .should()
                  .dependOnClassesThat(inAny("picocli.."))));

  @TestFactory
  Stream<DynamicTest> rule_holds() {
    return RULES.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }

  @Test
  void everyPart_wasScanned() {
    LEAST.forEach((part, least) -> {
      long found = CLASSES.stream().filter(scanned -> resideInAPackage(part).test(scanned)).count();
      assertTrue(found >= least, () -> part + ": " + found + " classes, at least " + least);
    });
  }

  @Test
  void aBrokenRule_isReported() {
    ArchRule wrong =
        forbid("org.spaprtce.conformance.sut").dependOnClassesThat(inAny("org.spaprtce"));
    assertThrows(AssertionError.class, () -> wrong.check(CLASSES));
  }

  @Test
  void bench_isImportedByNobody() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> users =
          files
              .filter(file -> file.endsWith("pom.xml"))
              .filter(file -> !file.toString().contains("target"))
              .filter(file -> read(file).contains("<artifactId>spaprtce-bench</artifactId>"))
              .toList();
      assertEquals(List.of(ROOT.resolve("conformance/bench/pom.xml")), users);
    }
  }

  @Test
  void everySource_isShort() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> sources = files.filter(ArchitectureTest::isSource).toList();
      assertTrue(sources.size() >= LEAST_SOURCES, () -> sources.size() + " source files");
      List<String> tooLong =
          sources.stream()
              .filter(file -> lines(file) > MOST_LINES)
              .map(file -> ROOT.relativize(file) + ": " + lines(file) + " lines")
              .toList();
      assertEquals(List.of(), tooLong);
    }
  }

  /** Whether a file is Java that is written by hand: below a folder src, and not below target. */
  private static boolean isSource(Path file) {
    List<String> names = new ArrayList<>();
    ROOT.relativize(file).forEach(name -> names.add(name.toString()));
    return names.getLast().endsWith(".java") && names.contains("src") && !names.contains("target");
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassesShould forbid(String... packages) {
    return noClasses().that().resideInAnyPackage(packages).should();
  }

  private static DescribedPredicate<JavaClass> inAny(String... packages) {
    return resideInAnyPackage(packages);
  }

  /** Every part of the project but these packages. */
  private static String[] rest(String... own) {
    return LEAST.keySet().stream()
        .filter(part -> !List.of(own).contains(part))
        .toArray(String[]::new);
  }
}
