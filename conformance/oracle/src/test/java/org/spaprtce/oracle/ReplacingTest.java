package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;
import org.spaprtce.oracle.runtime.Values;

/** An instance has the operators that it chose, wherever they are named. */
class ReplacingTest {
  private static final State STATE = ValueParser.parseState("/\\ x = 5 /\\ y = 0");
  private static final Map<String, Value> CONSTANTS = Map.of("C", Values.integer(9));

  @TempDir Path scratch;

  private static TlaModule module(Map<String, String> substitutions) {
    return Fixtures.module("Replacing", CONSTANTS, substitutions);
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new HashMap<>();
    for (String line : text.split(",", -1)) {
      String[] sides = line.split("<-", -1);
      lines.put(sides[0].strip(), sides[1].strip());
    }
    return lines;
  }

  @Test
  void eval_nothingReplaced_isTheText() {
    Value used = module(Map.of()).eval(STATE, "Used");
    assertEquals("<<3, \"no\", 3, 11, TRUE, FALSE>>", used.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      quoteCharacter = '`',
      textBlock =
          """
          Limit <- Wide     ==> <<9, "no", 3, 11, FALSE, FALSE>>
          Answer <- Yes     ==> <<3, "yes", 3, 11, TRUE, FALSE>>
          Plain <- FromState ==> <<3, "no", 25, 50, TRUE, FALSE>>
          Above <- Below    ==> <<3, "no", 3, 11, FALSE, FALSE>>
          Flag <- Raised    ==> <<3, "no", 3, 11, TRUE, TRUE>>
          Chosen <- Again   ==> <<3, "no", 3, 12, TRUE, FALSE>>
          Limit <- Wide, Above <- Below, Plain <- FromState, Chosen <- Again ==> <<9, "no", 25, 250, TRUE, FALSE>>
          """)
  void eval_replaced_usesTheReplacement(String text, String expected) {
    assertEquals(expected, module(lines(text)).eval(STATE, "Used").toString());
  }

  @Test
  @Tag("unfit-for-mutation") // TLC is not ours
  void eval_replaced_isWhatTlcEvaluates() throws Exception {
    String all = "Limit <- Wide,Above <- Below,Plain <- FromState,Chosen <- Again";
    String value = module(lines(all)).eval(STATE, "Used").toString();
    assertEquals(0, tlc(all, value));
    assertNotEquals(0, tlc("", value));
  }

  /** Lets TLC compare the value in the state, with these substitutions. */
  private int tlc(String lines, String expected) throws Exception {
    Path folder = Files.createTempDirectory(scratch, "tlc");
    Files.copy(Fixtures.FOLDER.resolve("Replacing.tla"), folder.resolve("Replacing.tla"));
    Path module =
        Files.writeString(
            folder.resolve("Facts.tla"),
            "---- MODULE Facts ----\nEXTENDS Replacing\nAt == x = 5 /\\ y = 0\nFact == Used = "
                + expected
                + "\n====\n");
    Files.writeString(
        folder.resolve("Facts.cfg"),
        "INIT At\nNEXT Frozen\nINVARIANT Fact\nCONSTANTS C = 9\n" + lines.replace(",", "\n"));
    return Fixtures.tlc(module, folder);
  }

  @Test
  void eval_twoInstances_chooseEachForItself() {
    TlaModule own = module(Map.of());
    TlaModule replaced = module(Map.of("Answer", "Yes"));
    assertEquals(Values.string("no"), own.eval(STATE, "Answer"));
    assertEquals(Values.string("yes"), replaced.eval(STATE, "Answer"));
    assertEquals(Values.string("no"), own.eval(STATE, "Answer"));
  }

  @Test
  void apply_replacedAction_isTaken() {
    assertEquals(List.of(STATE.with("x", Values.integer(6))), after(Map.of()));
    assertEquals(List.of(STATE.with("x", Values.integer(100))), after(Map.of("Up", "Jump")));
    assertEquals(List.of(STATE.with("x", Values.integer(0))), after(Map.of("Up", "Fall")));
  }

  private static List<State> after(Map<String, String> substitutions) {
    return module(substitutions).apply(STATE, "Step");
  }

  @Test
  void next_replacedAction_isATransition() {
    assertEquals(Set.of("Up 6", "Next 5"), transitions(Map.of()));
    assertEquals(Set.of("Jump 100", "Next 5"), transitions(Map.of("Up", "Jump")));
  }

  private static Set<String> transitions(Map<String, String> substitutions) {
    Set<String> seen = new TreeSet<>();
    module(substitutions)
        .next(STATE, (label, state) -> seen.add(label.action() + " " + state.get("x")));
    return seen;
  }

  @Test
  void initial_replaced_givesItsStates() {
    assertEquals(1, module(Map.of()).initial().size());
    List<State> initial = module(Map.of("Start", "StartLater", "Limit", "Wide")).initial();
    assertEquals(2, initial.size());
    assertEquals(Values.integer(9), initial.getFirst().get("x"));
  }

  @Test
  void holds_invariantOverReplaced_dependsOnTheChoice() {
    assertFalse(module(Map.of()).holds(STATE, "SmallInv"));
    assertTrue(module(Map.of("Limit", "Wide")).holds(STATE, "SmallInv"));
  }

  @Test
  void replaceable_configuration_isListed() {
    Map<String, List<String>> replaceable = module(Map.of()).replaceable();
    assertEquals(List.of("Jump", "Fall"), replaceable.get("Up"));
    assertEquals(8, replaceable.size());
  }

  @ParameterizedTest
  @CsvSource({
    "Nowhere <- Wide,substitution=Nowhere unknown to Replacing",
    "Twice <- Wide,substitution=Twice unknown to Replacing",
    "Limit <- Nowhere,substitution=Limit <- Nowhere unknown to Replacing",
    "Limit <- Yes,substitution=Limit <- Yes unknown to Replacing",
  })
  void construct_unknownSubstitution_isRefused(String text, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> module(lines(text)));
    assertEquals(message, refused.getMessage());
  }

  @Test
  @Tag("unfit-for-mutation") // it has a fault of its own
  void eval_choiceIgnored_isFound() {
    TlaModule damaged =
        Fixtures.damaged(
            "Replacing",
            CONSTANTS,
            Map.of("Limit", "Wide"),
            java -> java.replace("choice_Limit == 1", "choice_Limit == 2"));
    assertNotEquals(
        module(Map.of("Limit", "Wide")).eval(STATE, "Used"), damaged.eval(STATE, "Used"));
  }
}
