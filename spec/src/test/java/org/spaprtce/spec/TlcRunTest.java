package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reads what TLC prints. */
class TlcRunTest {
  private static final String EARLIER = "<<\"census\", {<<<<\"ENABLE\", \"\", \"OK\">>, 1>>}>>\n";
  private static final String LAST =
      """
      << "census",
         { <<<<"ENABLE", "", "OK">>, 2>>,
           <<<<"UNMAP_DMA", "UNM-1", "EPERM">>, 7>> } >>
      Finished
      """;
  private static final String LAST_OTHERWISE =
      """
      <<"census", {<<<<"UNMAP_DMA", "UNM-1", "EPERM">>, 7>>, <<<<"ENABLE", "", "OK">>, 2>>}>>
      """;

  private static TlcRun parse(String output) {
    return TlcRun.parse(12, output, Duration.ZERO, "tlc");
  }

  @Test
  void census_isThatOfTheLast_inAnyOrderAndLayout() {
    assertEquals(parse(LAST).census(), parse(EARLIER + LAST_OTHERWISE).census());
    assertNotEquals(parse(EARLIER).census(), parse(EARLIER + LAST).census());
    assertEquals("", parse("Finished\n").census());
  }

  @Test
  void census_withOneCallMore_differs() {
    assertNotEquals(parse(LAST).census(), parse(LAST.replace("7>>", "8>>")).census());
    assertNotEquals(parse(LAST).census(), parse(LAST.replace("EPERM", "EINVAL")).census());
  }

  @Test
  void answers_areCountedOnce_andChecksNot() {
    String twice = "<<\"answer\", \"ENABLE\", \"\", \"OK\">>\n".repeat(2);
    TlcRun run = parse(twice + "<<\"check\", \"ENABLE\", \"VER-4\">>\n");
    assertEquals(1, run.answers());
    assertEquals(2, run.reached().size());
  }

  @Test
  void violation_isNamed() {
    assertEquals("TypeInv", parse("Error: Invariant TypeInv is violated.\n").violated());
    assertEquals("MapProp", parse("Error: Action property MapProp is violated.\n").violated());
    assertEquals(Model.DEADLOCK, parse("Error: Deadlock reached.\n").violated());
    assertEquals(Model.TEMPORAL, parse("Error: Temporal properties were violated.\n").violated());
  }

  @Test
  void steps_areOneLessThanTheStatesOfTheTrace() {
    assertEquals(2, parse("State 1: <Initial predicate>\nState 2: <A>\nState 3: <B>\n").steps());
    assertEquals(0, parse("Error: Invariant X is violated by the initial state:\n").steps());
  }
}
