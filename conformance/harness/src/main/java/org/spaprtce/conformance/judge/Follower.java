package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.world.Frames;
import org.spaprtce.conformance.world.OpenFiles;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Moves the state along with the recorded kernel and judges each step from the state that the
 * kernel was really in.
 *
 * <p>The state moves by the profile that the kernel is known to have. A step agrees if the judging
 * profile allows the answer, the output and locked_vm, and would have had the same effect.
 */
final class Follower {
  private static final String VARIABLE_OF_CHARGE = "ACC-1";

  private final Case one;
  private final String sequence;
  private final Tally tally;
  private final Names names;
  private final boolean same;

  /** Pages by which locked_vm was brought to what was recorded after a divergence. */
  private final Map<String, BigInteger> settled = new HashMap<>();

  private Cast cast;
  private Chapter chapter;
  private Rules followed;
  private Rules judging;
  private State state;
  private @Nullable Integer firstUnexplained;

  Follower(Case one, String sequence, Tally tally) {
    this.one = one;
    this.sequence = sequence;
    this.tally = tally;
    this.names = new Names(one.known());
    this.cast = names.cast();
    this.chapter = one.book().of(cast);
    this.followed = chapter.ofProfile(one.followed());
    this.judging = chapter.ofProfile(one.judging());
    this.same = one.followed().equals(one.judging());
    this.state = followed.initial();
  }

  State state() {
    return state;
  }

  /** A name for a container that is opened. */
  String nameContainer(OpenFiles files) {
    String name = names.container(free -> !files.hasContainer(free) && isFree(free));
    extend();
    return name;
  }

  /** A name for a child. */
  String nameChild() {
    String name = names.child(free -> !settled.containsKey(free) && isFree(free));
    extend();
    return name;
  }

  /** Makes a group known. */
  void nameGroup(String group) {
    names.group(group);
    extend();
  }

  private boolean isFree(String name) {
    return followed.isUntouched(state, Values.string(name));
  }

  private void extend() {
    if (!cast.equals(names.cast())) {
      cast = names.cast();
      chapter = one.book().of(cast);
      followed = chapter.ofProfile(one.followed());
      judging = chapter.ofProfile(one.judging());
      state = followed.extended(state);
    }
  }

  /** The names of pages that blocks have. */
  Set<Long> frames() {
    Set<Long> frames = new HashSet<>();
    state.get("regions").asList().forEach(block -> frames.add(block.field("frames").asLong()));
    return frames;
  }

  /** Pages of locked_vm of a process. */
  BigInteger lockedPages(String process) {
    return state.get("lockedVm").at(Values.string(process)).asBigInteger();
  }

  /** Copies of devices, under the rules of the recorded kernel. */
  DeviceSteps devices(Map<Long, Frames> frames) {
    return new DeviceSteps(followed, frames);
  }

  /** Whether a group is in a container of version 1. */
  boolean isVersion1(String group) {
    return state.get("containers").asMap().values().stream()
        .anyMatch(container ->
            container.field("type").asLong() == 2
                && container.field("groups").asList().contains(Values.string(group)));
  }

  /** What others than the interface have of locked_vm of a process, pages. */
  void lockedElsewhere(String process, BigInteger pages) {
    Value name = Values.string(process);
    BigInteger all = pages.add(settled.getOrDefault(process, BigInteger.ZERO));
    if (!state.get("elsewhere").at(name).asBigInteger().equals(all)) {
      state = followed.lockedElsewhere(state, name, Values.integer(all));
    }
  }

  /** Takes a step that nobody recorded; a container's close is none. */
  void take(@Nullable Call call) {
    if (call != null) {
      Set<Outcome> outcomes = followed.outcomes(state, call.command(0));
      state = outcomes.iterator().next().after();
    }
  }

  /**
   * Judges an operation that is no command.
   *
   * @param due what it should have answered, if that is known and something else
   */
  void fact(RecordedOperation recorded, String process, @Nullable String due) {
    if (due != null) {
      diverge(recorded, List.of(), Set.of(), List.of(due), got(recorded));
    } else if (chargeAgrees(recorded, process)) {
      tally.agreedFact();
    }
  }

  private static String got(RecordedOperation recorded) {
    BigInteger word = recorded.output().get("val");
    return word == null ? recorded.answer().text() : "val 0x" + word.toString(16);
  }

  private boolean chargeAgrees(RecordedOperation recorded, String process) {
    Long locked = recorded.lockedPages();
    if (locked == null) {
      return true;
    }
    BigInteger due = lockedPages(process);
    if (due.equals(BigInteger.valueOf(locked))) {
      return true;
    }
    diverge(
        recorded,
        List.of(VARIABLE_OF_CHARGE),
        Set.of(),
        List.of(Kibibytes.text(due, one.pageSize())),
        Kibibytes.text(BigInteger.valueOf(locked), one.pageSize()));
    settle(process, locked);
    return false;
  }

  /** Judges a call that the kernel answers before anything of the interface is asked. */
  void answered(
      RecordedOperation recorded, String process, String due, Map<String, BigInteger> before) {
    boolean kept =
        recorded.output().entrySet().stream()
            .allMatch(field ->
                Objects.equals(
                    before.getOrDefault(field.getKey(), field.getValue()), field.getValue()));
    if (recorded.answer().text().equals(due) && kept) {
      fact(recorded, process, null);
    } else {
      fact(recorded, process, due);
    }
  }

  /**
   * Judges a command and moves on.
   *
   * @return how it ended; null if neither profile allows what was observed
   */
  @Nullable Outcome judge(RecordedOperation recorded, Call call) {
    Observed observed = Observed.of(recorded, call.meaning());
    for (int i = 0; i < call.size(); i++) {
      Value command = call.command(i);
      Outcome taken = matching(followed, command, call, observed);
      if (taken != null) {
        judge(recorded, command, call, observed, taken);
        return taken;
      }
    }
    return judgeUnfollowed(recorded, call, observed);
  }

  private @Nullable Outcome matching(Rules rules, Value command, Call call, Observed observed) {
    Outcome outcome = rules.outcome(state, command, observed.result());
    return outcome != null && outcome.isObserved(call, observed) ? outcome : null;
  }

  /** The followed profile allows what was observed. */
  private void judge(
      RecordedOperation recorded, Value command, Call call, Observed observed, Outcome taken) {
    State before = state;
    state = taken.after();
    if (same || isAllowed(before, command, taken)) {
      tally.agreedCommand();
      return;
    }
    Set<Outcome> judged = judging.outcomes(before, command);
    Attribution attribution = new Attribution(one.followed(), one.judging());
    Set<String> quirks = attribution.of(chapter, before, command, judged);
    diverge(
        recorded,
        clauses(quirks),
        quirks,
        expected(judged, call, observed, taken),
        observed.text());
  }

  private boolean isAllowed(State before, Value command, Outcome taken) {
    Outcome allowed = judging.outcome(before, command, taken.result());
    return allowed != null && taken.isSame(allowed);
  }

  private static List<String> clauses(Set<String> quirks) {
    Set<String> clauses = new TreeSet<>();
    for (Quirk quirk : Quirk.all()) {
      if (quirks.contains(quirk.name())) {
        clauses.addAll(quirk.clauses());
      }
    }
    return List.copyOf(clauses);
  }

  /** The outcomes that are due, each with what tells it from the one that was observed. */
  private List<String> expected(
      Set<Outcome> judged, Call call, Observed observed, @Nullable Outcome taken) {
    Set<String> texts = new LinkedHashSet<>();
    for (Outcome outcome : judged) {
      StringBuilder text = new StringBuilder(outcome.text());
      if (outcome.answers(observed)) {
        List<Outcome.Difference> differences = outcome.differences(call, observed, one.pageSize());
        differences.forEach(difference ->
            text.append(", ")
                .append(difference.expected())
                .append(" for ")
                .append(difference.got()));
        if (differences.isEmpty() && taken != null) {
          text.append(" and another effect on ").append(changed(outcome.after(), taken.after()));
        }
      }
      texts.add(text.toString());
    }
    return List.copyOf(texts);
  }

  private static String changed(State one, State other) {
    return String.join(
        ", ",
        one.variables().stream().filter(name -> !one.get(name).equals(other.get(name))).toList());
  }

  /** The followed profile does not allow what was observed; the judging one may. */
  private @Nullable Outcome judgeUnfollowed(
      RecordedOperation recorded, Call call, Observed observed) {
    Value command = call.command(0);
    if (!same) {
      for (Value possible : call.commands()) {
        Outcome taken = matching(judging, possible, call, observed);
        if (taken != null) {
          state = taken.after();
          tally.agreedCommand();
          return taken;
        }
      }
    }
    Set<Outcome> due = new LinkedHashSet<>();
    call.commands().forEach(possible -> due.addAll(judging.outcomes(state, possible)));
    List<String> clauses = new ArrayList<>(judging.clauses(state, command, observed.result()));
    boolean answered = due.stream().anyMatch(outcome -> outcome.answers(observed));
    if (answered && observed.lockedPages() != null) {
      clauses = List.of(VARIABLE_OF_CHARGE);
    }
    diverge(recorded, clauses, Set.of(), expected(due, call, observed, null), observed.text());
    for (Outcome outcome : followed.outcomes(state, command)) {
      if (outcome.answers(observed)) {
        state = outcome.after();
        break;
      }
    }
    Long locked = recorded.lockedPages();
    if (locked != null) {
      settle(call.process(), locked);
    }
    return null;
  }

  /** Brings locked_vm to what was recorded, so that one divergence does not bring others. */
  private void settle(String process, long locked) {
    BigInteger missing = BigInteger.valueOf(locked).subtract(lockedPages(process));
    BigInteger elsewhere =
        state.get("elsewhere").at(Values.string(process)).asBigInteger().add(missing);
    settled.merge(process, missing, BigInteger::add);
    state = followed.lockedElsewhere(state, Values.string(process), Values.integer(elsewhere));
  }

  private void diverge(
      RecordedOperation recorded,
      List<String> clauses,
      Set<String> quirks,
      List<String> expected,
      String got) {
    tally.diverged(
        new Divergence(
            recorded.line(),
            sequence,
            recorded.text(),
            clauses,
            List.copyOf(quirks),
            expected,
            got,
            firstUnexplained));
    if (quirks.isEmpty() && firstUnexplained == null) {
      firstUnexplained = recorded.line();
    }
  }
}
