package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Has TLC check every model of the small suite. */
class ModelCheckTest {
  private static final Path SPEC = Path.of("tla");
  private static final Path MODELS = Path.of("models");
  private static final Manifest MANIFEST = Manifest.read(MODELS);
  private static final SuiteRuns RUNS =
      new SuiteRuns(new Tlc(SPEC, MODELS), MANIFEST.models(), ended -> {});

  private static final Pattern PROPERTY = Pattern.compile("(?m)^(\\w+(?:Inv|Prop)) ==");
  private static final Pattern CHECK =
      Pattern.compile("Check\\(\\w+(?: \\+ \\d)?,\\s*\"([^\"]+)\"");
  private static final Pattern OPERATION = Pattern.compile("cmd\\.op = \"([A-Z_]+)\"");

  /** Commands that have no success. */
  private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "UNKNOWN_OF_GROUP");

  /** There are two types, and these commands are of both: the check is there and cannot fail. */
  private static final Set<String> OF_BOTH_VERSIONS =
      Set.of(
          "<<\"check\", \"EEH_PE_OP\", \"SES-3\">>",
          "<<\"check\", \"GET_INFO\", \"SES-3\">>",
          "<<\"check\", \"MAP_DMA\", \"SES-3\">>",
          "<<\"check\", \"UNMAP_DMA\", \"SES-3\">>");

  @TestFactory
  Stream<DynamicTest> model_answersAsTheManifestSays() {
    return MANIFEST.models().stream()
        .map(model -> DynamicTest.dynamicTest(model.name(), () -> check(model)));
  }

  private static void check(Model model) {
    TlcRun run = RUNS.of(model);
    assertEquals(
        List.of(),
        run.differences(model),
        () -> model.purpose() + "\n" + run.command() + "\n" + run.output());
  }

  @Test
  void everyProperty_isBrokenBySomeFaultOrQuirk() {
    Set<String> properties =
        Stream.of(
                "tla/SpaprTceInvariants.tla",
                "tla/Promises.tla",
                "tla/Lifetime.tla",
                "tla/SpaprTceProperties.tla",
                "models/MCPagewise.tla",
                "models/MCRelease.tla")
            .flatMap(file -> PROPERTY.matcher(Texts.read(Path.of(file))).results())
            .map(definition -> definition.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(properties.size() >= 60, () -> "too few properties found: " + properties);
    Set<String> broken =
        MANIFEST.models().stream()
            .filter(model -> model.kind() == Model.Kind.FAULT || model.kind() == Model.Kind.QUIRK)
            .flatMap(ModelCheckTest::brokenBy)
            .collect(Collectors.toCollection(TreeSet::new));
    properties.removeAll(broken);
    assertEquals(Set.of(), properties, "no fault and no quirk breaks these");
  }

  /** TLC does not name a property of behaviours, so its model checks one property only. */
  private static Stream<String> brokenBy(Model model) {
    if (!Model.TEMPORAL.equals(model.violated())) {
      return Stream.ofNullable(model.violated());
    }
    String config = Texts.read(MODELS.resolve(model.config()));
    List<String> named =
        List.of(config.substring(config.indexOf("PROPERTIES") + 10).strip().split("\\s+"));
    assertEquals(1, named.size(), () -> model.config() + " checks " + named);
    return named.stream();
  }

  @Test
  void everyCheckOfEveryCommand_decidesSomeAnswer() {
    Set<String> reached = reached();
    Set<String> undecided = new TreeSet<>();
    for (String line : reached) {
      boolean decided =
          reached.stream()
              .anyMatch(answer ->
                  answer.startsWith(line.replace("\"check\"", "\"answer\"").replace(">>", ", ")));
      if (line.startsWith("<<\"check\"") && !decided) {
        undecided.add(line);
      }
    }
    assertEquals(new TreeSet<>(OF_BOTH_VERSIONS), undecided);
  }

  @Test
  void everyCheckOfTheNorm_isMetByAModel() {
    Set<String> reached = reached();
    Set<String> clauses = texts(CHECK, name -> !name.contains("Invariants"));
    assertTrue(clauses.size() >= 60, () -> "too few checks found: " + clauses);
    clauses.removeIf(
        clause -> reached.stream().anyMatch(line -> line.contains("\"" + clause + "\"")));
    assertEquals(Set.of(), clauses, "no model decides these");
  }

  @Test
  void everyCommand_succeedsInAModel() {
    Set<String> reached = reached();
    Set<String> commands = texts(OPERATION, "SpaprTce.tla"::equals);
    assertTrue(commands.containsAll(UNKNOWN) && commands.size() >= 22, commands::toString);
    for (String command : commands) {
      assertEquals(
          !UNKNOWN.contains(command),
          reached.contains("<<\"answer\", \"" + command + "\", \"\", \"OK\">>"),
          command);
    }
  }

  /** What the models that record their answers have met, all together. */
  private static Set<String> reached() {
    List<Model> recording =
        MANIFEST.models().stream().filter(model -> model.answers() != null).toList();
    assertFalse(recording.isEmpty());
    return recording.stream()
        .flatMap(model -> RUNS.of(model).reached().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(Pattern pattern, Predicate<String> module) {
    return Texts.names(SPEC).stream()
        .filter(module)
        .flatMap(name -> pattern.matcher(Texts.read(SPEC.resolve(name))).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void header_tellsTheCommandThatRunsTheModel() {
    for (Model model : MANIFEST.all()) {
      String text = Texts.read(MODELS.resolve(model.config()));
      assertTrue(text.startsWith("\\* "), model.config());
      assertTrue(text.contains("tlc2.TLC"), model.config());
      assertTrue(text.contains("-config " + model.config() + " " + model.module()), model.config());
    }
  }

  @Test
  void aWrongExpectation_isReported() {
    Model bait = MANIFEST.ofKind(Model.Kind.BAIT).getFirst();
    Model wrong =
        new Model(
            bait.config(),
            bait.module(),
            bait.purpose(),
            Model.Kind.FAULT,
            "TypeInv",
            bait.distinctStates() + 1,
            bait.depth() + 1,
            1,
            "",
            99,
            null,
            null,
            null);
    assertEquals(5, RUNS.of(bait).differences(wrong).size());
  }

  @Test
  void model_thatCouldNotFail_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> model(Model.Kind.FAULT, null, 1));
    assertThrows(IllegalArgumentException.class, () -> model(Model.Kind.QUIRK, null, 1));
    assertThrows(IllegalArgumentException.class, () -> model(Model.Kind.HOLDS, "TypeInv", 1));
    assertThrows(IllegalArgumentException.class, () -> model(Model.Kind.HOLDS, null, -1));
  }

  private static Model model(Model.Kind kind, @Nullable String violated, long states) {
    return new Model(
        "X.cfg",
        "X.tla",
        "A model.",
        kind,
        violated,
        states,
        1,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
