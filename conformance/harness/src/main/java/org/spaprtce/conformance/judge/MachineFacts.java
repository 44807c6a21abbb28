package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingStream;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.recording.Sequence;

/**
 * What a recording tells of its machine: the first full answer to GET_INFO that is possible, and
 * the first answer to the question for EEH. For the rest, a machine is assumed.
 *
 * @param machine the machine
 * @param texts what was taken and from where, for a reader
 */
record MachineFacts(Machine machine, List<String> texts) {
  private static final int FULL_INFO = 32;
  private static final int EEH = 5;
  private static final int HASH_HUGE_SHIFT = 24;
  private static final int MOST_SHIFTS = 64;

  /** The facts of a recording. */
  static MachineFacts of(Recording recording, Machine assumed) {
    Search search = new Search(recording.origin().pageSize());
    for (Sequence sequence : recording.sequences()) {
      sequence.operations().forEach(search::look);
    }
    return search.facts(assumed);
  }

  /**
   * The facts of a file, which is read for them and no further than it takes.
   *
   * @param pageSize the page of the host in bytes, where the file does not tell it
   */
  static MachineFacts of(Path file, long pageSize, Machine assumed) {
    Search search = new Search(pageSize);
    try (RecordingStream stream = RecordingStream.ofQueries(file, pageSize)) {
      search = new Search(stream.origin().pageSize());
      Entry entry = stream.next();
      while (entry != null && !search.isDone()) {
        search.look(entry.operation());
        entry = stream.next();
      }
    } catch (BadRecordingException problem) {
      return search.facts(assumed); // whoever reads the whole file meets the problem again
    }
    return search.facts(assumed);
  }

  /** Looks for the first answers, by line. */
  private static final class Search {
    private final BigInteger pageSize;
    private @Nullable RecordedOperation info;
    private @Nullable RecordedOperation impossible;
    private @Nullable RecordedOperation eeh;

    private Search(long pageSize) {
      this.pageSize = BigInteger.valueOf(pageSize);
    }

    private void look(RecordedOperation operation) {
      if (isFullInfo(operation)) {
        if (!isPossible(operation.output(), pageSize)) {
          impossible = precedes(operation, impossible) ? operation : impossible;
        } else if (precedes(operation, info)) {
          info = operation;
        }
      }
      if (asksForEeh(operation) && precedes(operation, eeh)) {
        eeh = operation;
      }
    }

    private static boolean precedes(RecordedOperation one, @Nullable RecordedOperation other) {
      return other == null || one.line() < other.line();
    }

    private boolean isDone() {
      return info != null && eeh != null;
    }

    private MachineFacts facts(Machine assumed) {
      List<String> texts = new ArrayList<>();
      Machine machine = info == null ? assumed : told(info.output(), assumed);
      texts.add(windows(machine) + origin(info));
      if (impossible != null) {
        texts.add("GET_INFO of line " + impossible.line() + " is not believed: no such machine");
      }
      if (eeh != null) {
        machine = withEeh(machine, eeh.answer().value() > 0);
      }
      texts.add((machine.eeh() ? "EEH" : "no EEH") + origin(eeh));
      return new MachineFacts(machine, texts);
    }
  }

  private static String origin(@Nullable RecordedOperation operation) {
    return operation == null ? " (assumed)" : " (line " + operation.line() + ")";
  }

  private static boolean isFullInfo(RecordedOperation operation) {
    Map<String, BigInteger> output = operation.output();
    return operation.operation() instanceof Operation.Ioctl ioctl
        && ioctl.request() instanceof Request.GetInfo info
        && info.header().argsz() >= FULL_INFO
        && operation.answer().succeeded()
        && output.getOrDefault("pgsizes", BigInteger.ZERO).signum() > 0
        && output
            .keySet()
            .containsAll(List.of("dma32_start", "dma32_size", "max_windows", "levels"));
  }

  private static boolean isPossible(Map<String, BigInteger> output, BigInteger pageSize) {
    return number(output, "max_windows").bitLength() < Long.SIZE
        && number(output, "levels").bitLength() < Long.SIZE
        && NormConstants.allow(told(output, Machine.POWER9), pageSize);
  }

  private static boolean asksForEeh(RecordedOperation operation) {
    return operation.operation() instanceof Operation.Ioctl ioctl
        && ioctl.request() instanceof Request.CheckExtension check
        && check.extension() == EEH
        && operation.answer().succeeded();
  }

  private static Machine told(Map<String, BigInteger> output, Machine assumed) {
    BigInteger sizes = number(output, "pgsizes");
    List<Integer> shifts = new ArrayList<>();
    for (int shift = 0; shift < MOST_SHIFTS; shift++) {
      if (sizes.testBit(shift)) {
        shifts.add(shift);
      }
    }
    return new Machine(
        number(output, "dma32_start"),
        number(output, "dma32_size"),
        shifts,
        number(output, "max_windows").longValueExact(),
        number(output, "levels").longValueExact(),
        assumed.eeh(),
        shifts.contains(HASH_HUGE_SHIFT) ? Machine.POWER8.hugePage() : Machine.POWER9.hugePage());
  }

  private static BigInteger number(Map<String, BigInteger> output, String name) {
    return output.getOrDefault(name, BigInteger.ZERO);
  }

  private static Machine withEeh(Machine machine, boolean eeh) {
    return new Machine(
        machine.windowStart(),
        machine.windowSize(),
        machine.pageShifts(),
        machine.windows(),
        machine.levels(),
        eeh,
        machine.hugePage());
  }

  private static String windows(Machine machine) {
    String shifts =
        machine.pageShifts().stream().map(shift -> "2^" + shift).collect(Collectors.joining(", "));
    return "default window of 0x%s bytes at 0x%s, %d windows with pages of %s, %d levels"
        .formatted(
            machine.windowSize().toString(16),
            machine.windowStart().toString(16),
            machine.windows(),
            shifts,
            machine.levels());
  }
}
