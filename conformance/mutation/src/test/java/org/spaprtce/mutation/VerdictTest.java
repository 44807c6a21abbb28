package org.spaprtce.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.mutation.Mutant.Fate;
import org.spaprtce.mutation.Subject.Entry;

class VerdictTest {
  private static final Entry LISTED =
      new Entry("a.b.C", "run", "Math", List.of(10), "no difference");

  private static Mutant mutant(int nth, Fate fate) {
    String killer = fate == Fate.KILLED ? "junit-jupiter" : "";
    int tests = fate == Fate.UNREACHED ? 0 : 4;
    return new Mutant(
        new Mutant.Key("a.b.C", "run", "Math", nth), 7, "replaced + by -", fate, tests, killer);
  }

  private static Verdict verdict(List<Entry> listed, Fate... fates) {
    List<Mutant> mutants = new ArrayList<>();
    for (Fate fate : fates) {
      mutants.add(mutant(mutants.size() + 1, fate));
    }
    return new Verdict(subject(Set.of("junit-jupiter"), listed), mutants);
  }

  private static Subject subject(Set<String> engines, List<Entry> listed) {
    return subject(engines, 90, listed, List.of());
  }

  private static Subject subject(
      Set<String> engines, int threshold, List<Entry> listed, List<Entry> endless) {
    return new Subject(
        "sample",
        "sample",
        List.of("a.b.*"),
        List.of(),
        List.of(),
        engines,
        threshold,
        listed,
        endless);
  }

  private static Fate[] nineKilledAnd(Fate last) {
    Fate[] fates = new Fate[10];
    Arrays.fill(fates, Fate.KILLED);
    fates[9] = last;
    return fates;
  }

  @Test
  void problems_listedSurvivor_areNone() {
    Verdict verdict = verdict(List.of(LISTED), nineKilledAnd(Fate.SURVIVED));
    assertEquals(List.of(), verdict.problems());
    assertEquals(List.of(), verdict.remarks());
    assertEquals(
        "sample: 9 of 10 mutants killed (0 of them run for ever), 90.0 %, at least 90 % asked for",
        verdict.score());
  }

  @Test
  void problems_unlistedSurvivor_areNamed() {
    String mutant = "survives: a.b.C.run Math 10, line 7: replaced + by -";
    assertEquals(List.of(mutant), verdict(List.of(), nineKilledAnd(Fate.SURVIVED)).problems());
    assertEquals(List.of(mutant), verdict(List.of(), nineKilledAnd(Fate.UNREACHED)).problems());
  }

  @Test
  void problems_belowTheThreshold_areNamedThoughListed() {
    Fate[] fates = nineKilledAnd(Fate.SURVIVED);
    fates[8] = Fate.TIMED_OUT;
    assertEquals(List.of("too few are killed"), verdict(List.of(LISTED), fates).problems());
  }

  @Test
  void problems_timeOut_countsAsAKillWhereItIsKnownToBeEndless() {
    Verdict unknown = verdict(List.of(), nineKilledAnd(Fate.TIMED_OUT));
    assertEquals(
        List.of(
            "timed out, and not known to be endless: a.b.C.run Math 10, line 7: replaced + by -"),
        unknown.remarks());
    Verdict known =
        new Verdict(
            subject(Set.of("junit-jupiter"), 100, List.of(), List.of(LISTED)), unknown.mutants());
    assertEquals(List.of(), known.problems());
    assertEquals(List.of(), known.remarks());
    assertEquals(
        "sample: 10 of 10 mutants killed (1 of them run for ever), 100.0 %, at least 100 % asked for",
        known.score());
  }

  @Test
  void problems_endlessThatSurvives_areNamed() {
    Subject subject = subject(Set.of("junit-jupiter"), 90, List.of(), List.of(LISTED));
    Verdict verdict =
        new Verdict(subject, verdict(List.of(), nineKilledAnd(Fate.SURVIVED)).mutants());
    assertEquals(
        List.of("survives: a.b.C.run Math 10, line 7: replaced + by -"), verdict.problems());
  }

  @Test
  void problems_nothingChanged_areNamed() {
    assertEquals(
        List.of("no mutant: classes=[a.b.*] match nothing"), verdict(List.of()).problems());
  }

  @Test
  void problems_noTestRan_areNamed() {
    List<String> problems = verdict(List.of(), Fate.UNREACHED, Fate.UNREACHED).problems();
    assertTrue(problems.contains("no test ran"), problems.toString());
    assertTrue(problems.contains("too few are killed"), problems.toString());
  }

  @Test
  void problems_silentEngine_areNamed() {
    Verdict sound = verdict(List.of(), nineKilledAnd(Fate.KILLED));
    assertEquals(List.of(), sound.problems());
    Subject both = subject(Set.of("junit-jupiter", "jqwik"), List.of());
    assertEquals(
        List.of("engine=jqwik killed nothing: its tests do not run"),
        new Verdict(both, sound.mutants()).problems());
  }

  @Test
  void problems_entryWithoutMutant_areNamed() {
    Entry gone = new Entry("a.b.C", "gone", "Math", List.of(1), "no difference");
    assertEquals(
        List.of("listed, but there is no such mutant: a.b.C.gone Math 1"),
        verdict(List.of(gone), nineKilledAnd(Fate.KILLED)).problems());
  }

  @Test
  void remarks_listedButKilled_areNamed() {
    Verdict verdict = verdict(List.of(LISTED), nineKilledAnd(Fate.KILLED));
    assertEquals(List.of(), verdict.problems());
    assertEquals(
        List.of("listed, but killed: a.b.C.run Math 10, line 7: replaced + by -"),
        verdict.remarks());
  }

  @Test
  void table_fates_haveAColumnEach() {
    Verdict verdict =
        verdict(
            List.of(),
            Fate.KILLED,
            Fate.KILLED,
            Fate.KILLED,
            Fate.SURVIVED,
            Fate.SURVIVED,
            Fate.UNREACHED,
            Fate.TIMED_OUT,
            Fate.BROKEN);
    List<String> rows = verdict.table().lines().toList();
    assertEquals(3, rows.size());
    assertEquals("b.C 8 3 2 1 1 1", rows.get(1).replaceAll(" +", " "));
    assertEquals("all 8 3 2 1 1 1", rows.get(2).replaceAll(" +", " "));
  }

  @Test
  void survivors_withoutReason_areRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Entry("a.b.C", "run", "Math", List.of(1), " "));
    assertEquals("reason missing for a.b.C.run", refused.getMessage());
  }
}
