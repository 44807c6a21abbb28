package org.spaprtce.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.spec.clause.Clauses;

class ExplainCommandTest {
  private static Run explain(String... names) {
    return Run.of("explain", names);
  }

  @Test
  void explain_clause_saysItsFieldsAndItsFile() {
    Run run = explain("REG-2");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("REG-2 EINVAL: the block is empty\n\n- Rule: "), run.out());
    assertTrue(run.out().contains("\n- Status: decided: 0004\n"), run.out());
    assertTrue(run.out().endsWith("\n  in spec/clauses/register.md\n"), run.out());
  }

  @Test
  void explain_quirk_saysWhatItDoesAndBreaks() {
    Run run = explain("UnregisterForgets");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        """
        UnregisterForgets

        - What: UNREGISTER_MEMORY of the last hold succeeds while TCEs refer to the block.
        - Kernels: 5.0 to 7.2
        - Breaks: UNR-4 EBUSY: TCEs refer to the block
        - Replaces: StillMapped <- NeverStillMapped
        """,
        run.out().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void explain_severalNamesInAnyCase_explainsEach() {
    Run run = explain("reg-2", "unregisterforgets");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("REG-2 "), run.out());
    assertTrue(run.out().contains("\n\nUnregisterForgets\n"), run.out());
  }

  @Test
  void explain_nothing_listsEveryClauseAndQuirk() {
    Run run = explain();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(Clauses.all().size() + Quirk.all().size(), run.out().lines().count());
    assertTrue(run.out().contains("\nREG-2 EINVAL: the block is empty\n"), run.out());
    assertTrue(run.out().contains("\nUnregisterForgets UNREGISTER_MEMORY of "), run.out());
  }

  @Test
  void explain_everyClauseThatAQuirkBreaks_isThere() {
    for (Quirk quirk : Quirk.all()) {
      List<String> clauses = quirk.clauses();
      assertEquals(0, explain(clauses.toArray(String[]::new)).exitCode(), quirk.name());
    }
  }

  @Test
  void explain_unknownName_exits2AndNamesIt() {
    Run run = explain("REG-2", "REG-77");
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains("NAME=REG-77: neither a clause nor a quirk"), run.err());
  }
}
