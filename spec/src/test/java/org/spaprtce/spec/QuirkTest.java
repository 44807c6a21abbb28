package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Quirks, profiles, their models and the norm fit each other. */
class QuirkTest extends RulesTest<QuirkText> {
  private static final QuirkText QUIRKS = QuirkText.read(Path.of(""));

  private static final String UNIONS = "a profile is the union of its quirks";
  private static final String GATHERED = "a quirk is a module that is gathered";
  private static final String REPLACED = "a quirk replaces operators of the norm";
  private static final String PLACED = "every defect is a quirk or left out";
  private static final String NONE = "the norm knows of no quirk";
  private static final String MODELS = "a quirk has a model";
  private static final String LISTS = "the lists agree";
  private static final String CLAUSES = "a quirk names clauses";

  private static final String HISTORIES = "a profile is tried in histories";

  private static final String LIST = "quirks/quirks.json";

  QuirkTest() {
    super(QUIRKS, QuirkRules.ALL);
  }

  @Test
  void profiles_ofTheKernels_chooseQuirks() {
    assertEquals(
        Set.of("norm", "linux-4.4", "linux-4.15", "linux-5.10", "linux-6.12"),
        QUIRKS.names("profiles", ".cfg"));
    assertEquals(List.of(), QUIRKS.chosen("profiles/norm.cfg"));
    for (String profile : QUIRKS.names("profiles", ".cfg").tailSet("linux", true)) {
      if (!profile.equals("norm")) {
        int chosen = QUIRKS.chosen("profiles/" + profile + ".cfg").size();
        assertTrue(chosen >= 10, () -> "profile=" + profile + " quirks=" + chosen);
      }
    }
  }

  @Override
  List<Fault<QuirkText>> faults() {
    return Stream.of(faultsOfProfiles(), faultsOfModules(), faultsOfLists())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault<QuirkText>> faultsOfProfiles() {
    String profile = "profiles/linux-6.12.cfg";
    return List.of(
        new Fault<>(
            UNIONS,
            "linux-6.12: is not",
            QUIRKS.replacing(profile, "    PinStep <- PinsSecond\n", "")),
        new Fault<>(
            UNIONS,
            "linux-6.12: is not",
            QUIRKS.replacing(profile, "\\* Quirk DetachClears", "\\*")),
        new Fault<>(
            UNIONS,
            "no quirk DetachCleans",
            QUIRKS.replacing(profile, "Quirk DetachClears", "Quirk DetachCleans")),
        new Fault<>(
            UNIONS,
            "PinStep has two meanings",
            QUIRKS.replacing(profile, "Quirk DetachClears", "Quirk OverlapThenPin")),
        new Fault<>(NONE, "Prereg names NeverHeld", QUIRKS.with("tla/Prereg.tla", "NeverHeld(c)")),
        new Fault<>(NONE, "Pages speaks", QUIRKS.with("tla/Pages.tla", "(* No Quirk. *)")));
  }

  private static List<Fault<QuirkText>> faultsOfModules() {
    String module = "quirks/DetachClears.tla";
    return List.of(
        new Fault<>(GATHERED, "modules=", QUIRKS.without(module)),
        new Fault<>(GATHERED, "modules=", QUIRKS.with("quirks/New.tla", "")),
        new Fault<>(
            GATHERED,
            "DetachClears is not gathered",
            QUIRKS.replacing("quirks/Quirks.tla", "DetachClears, ", "")),
        new Fault<>(
            REPLACED,
            "DetachClears: does not define AllWindowsOf",
            QUIRKS.replacing(module, "AllWindowsOf(c)", "EveryWindowOf(c)")),
        new Fault<>(
            REPLACED,
            "differ in parameters",
            QUIRKS.replacing(module, "AllWindowsOf(c)", "AllWindowsOf(c, d)")),
        new Fault<>(
            REPLACED,
            "no operator ClearedByLeaving",
            QUIRKS.replacing("tla/Groups.tla", "ClearedByLeaving(c) ==", "Cleared(c) ==")),
        new Fault<>(
            MODELS,
            "DetachClears: its model does not choose it",
            QUIRKS.replacing(
                "models/QuirkDetachClears.cfg", "    ClearedByLeaving <- AllWindowsOf\n", "")));
  }

  private static List<Fault<QuirkText>> faultsOfLists() {
    return List.of(
        new Fault<>(PLACED, "B11 is neither", QUIRKS.replacing(LIST, "\"B11\"", "\"B12\"")),
        new Fault<>(PLACED, "B42 is not", QUIRKS.replacing(LIST, "\"B11\"", "\"B42\"")),
        new Fault<>(
            PLACED,
            "B11 is a quirk and left out",
            QUIRKS.replacing("quirks/README.md", "| B10 |", "| B10 |\n| B11 |")),
        new Fault<>(
            MODELS,
            "does not check OthersStayInv",
            QUIRKS.replacing(LIST, "\"OthersStayProp\"", "\"OthersStayInv\"")),
        new Fault<>(
            MODELS,
            "breaks nothing, and no note",
            QUIRKS.replacing(LIST, "\"No defect: the norm allows this order.\"", "null")),
        new Fault<>(
            MODELS,
            "is not QuirkDetachClears.cfg",
            QUIRKS.replacing(LIST, "\"QuirkDetachClears.cfg\"", "\"QuirkDetach.cfg\"")),
        new Fault<>(
            LISTS,
            "disagree",
            QUIRKS.replacing("models/manifest-quirks.json", "OthersStayProp", "ReleaseProp")),
        new Fault<>(
            HISTORIES,
            "linux-4.4: the model",
            QUIRKS.replacing("models/QuirkHistory_linux-4.4.cfg", "    PinStep <- PinsLast\n", "")),
        new Fault<>(LISTS, "listed=", QUIRKS.with("models/QuirkNew.cfg", "")),
        new Fault<>(
            CLAUSES, "no clause LIF-99", QUIRKS.replacing(LIST, "\"LIF-1\"", "\"LIF-99\"")));
  }
}
