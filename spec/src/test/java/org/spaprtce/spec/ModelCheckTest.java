package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Has TLC check every model of the manifest. */
class ModelCheckTest {
  private static final Path SPEC = Path.of("tla");
  private static final Path MODELS = Path.of("models");
  private static final Manifest MANIFEST = Manifest.read(MODELS);
  private static final Tlc TLC = new Tlc(SPEC, MODELS);

  @TestFactory
  Stream<DynamicTest> model_answersAsTheManifestSays() {
    return MANIFEST.models().stream()
        .map(model -> DynamicTest.dynamicTest(model.name(), () -> check(model)));
  }

  private static void check(Model model) {
    TlcRun run = TLC.run(model);
    assertEquals(
        List.of(),
        run.differences(model),
        () -> model.purpose() + "\n" + run.command() + "\n" + run.output());
  }

  @Test
  void everyProperty_isBrokenBySomeFault() {
    Set<String> properties = new TreeSet<>();
    for (Path module :
        List.of(
            SPEC.resolve("SpaprTceInvariants.tla"),
            SPEC.resolve("SpaprTceProperties.tla"),
            MODELS.resolve("MCPagewise.tla"),
            MODELS.resolve("MCAnswers.tla"))) {
      Matcher definition =
          Pattern.compile("(?m)^(\\w+(?:Inv|Prop)) ==").matcher(Texts.read(module));
      while (definition.find()) {
        properties.add(definition.group(1));
      }
    }
    assertTrue(properties.size() >= 19, () -> "too few properties found: " + properties);
    Set<String> broken =
        MANIFEST.ofKind(Model.Kind.FAULT).stream()
            .map(Model::violated)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(properties, broken);
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
            bait.depth() + 1);
    assertEquals(3, TLC.run(bait).differences(wrong).size());
  }
}
