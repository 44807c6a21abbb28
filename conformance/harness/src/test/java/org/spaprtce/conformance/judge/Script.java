package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.MemoryTrait;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.Sequence;

/**
 * A recording of one process written by hand: pages of 64 KiB, numbers in pages of that size unless
 * they say otherwise. The n-th operation is line n.
 */
final class Script {
  static final long PAGE = 1L << 16;

  /** Where the recorder puts the first buffer. */
  static final long BUFFER = (1L << 33) / PAGE;

  private final Recording.Source source;
  private final List<RecordedOperation> operations = new ArrayList<>();
  private long lockedPages;

  private Script(Recording.Source source) {
    this.source = source;
  }

  /**
   * A kernel recording of a process that has container C0 with an IOMMU and 256 pages of memory.
   */
  static Script kernel() {
    return new Script(Recording.Source.KERNEL).container("C0", "G0").buffer();
  }

  /** A kernel recording of a process that has nothing. */
  static Script bare() {
    return new Script(Recording.Source.KERNEL);
  }

  /** A client log of a process that has container C0 with an IOMMU. */
  static Script client() {
    return new Script(Recording.Source.CLIENT).container("C0", "G0");
  }

  Script container(String container, String group) {
    return add(new Operation.OpenContainer(container))
        .add(new Operation.OpenGroup(group))
        .add(new Operation.SetContainer(group, container))
        .add(new Operation.SetIommu(container, 7));
  }

  private Script buffer() {
    return add(new Operation.MapMemory(bytes(BUFFER), bytes(256), Set.of(), true));
  }

  Script memory(long start, long pages, MemoryTrait... traits) {
    return add(new Operation.MapMemory(bytes(start), bytes(pages), Set.of(traits), false));
  }

  /** Pages of locked_vm from the next operation on, the answer of which they are. */
  Script locked(long pages) {
    lockedPages = pages;
    return this;
  }

  Script add(Operation operation) {
    return add(operation, "OK");
  }

  /** Adds an operation with {@code OK}, {@code +k} or an error for an answer. */
  Script add(Operation operation, String answer) {
    return add(operation, answer, false);
  }

  Script child(Operation operation, String answer) {
    return add(operation, answer, true);
  }

  private Script add(Operation operation, String text, boolean child) {
    Answer answer =
        text.equals("OK")
            ? Answer.OK
            : text.startsWith("+")
                ? new Answer(Long.parseLong(text.substring(1)), "")
                : new Answer(-1, text);
    @Nullable Long pages = source == Recording.Source.CLIENT ? null : lockedPages;
    operations.add(
        new RecordedOperation(
            operations.size() + 1, operation.toString(), operation, answer, pages, child));
    return this;
  }

  Script register(long start, long pages, String answer) {
    return add(new Operation.Register("C0", header(24), bytes(start), bytes(pages)), answer);
  }

  Script unregister(long start, long pages, String answer) {
    return add(new Operation.Unregister("C0", header(24), bytes(start), bytes(pages)), answer);
  }

  Script map(long start, long iova, long pages, String answer) {
    return add(
        new Operation.MapDma(
            "C0", new Header(true, 32, 3), bytes(start), bytes(iova), bytes(pages)),
        answer);
  }

  Script unmap(long iova, long pages, String answer) {
    return add(new Operation.UnmapDma("C0", header(24), bytes(iova), bytes(pages)), answer);
  }

  Script create(int pageShift, long pages, long start, String answer) {
    BigInteger address = answer.equals("OK") ? bytes(start) : null;
    return add(
        new Operation.CreateWindow("C0", header(40), pageShift, bytes(pages), address), answer);
  }

  Script remove(long start, String answer) {
    return add(new Operation.RemoveWindow("C0", header(16), bytes(start)), answer);
  }

  static Header header(long argsz) {
    return new Header(true, argsz, 0);
  }

  static BigInteger bytes(long pages) {
    return BigInteger.valueOf(pages).multiply(BigInteger.valueOf(PAGE));
  }

  /** The line of the next operation. */
  int next() {
    return operations.size() + 1;
  }

  FileReport judge() {
    return Judge.judge(
        new Recording("script", source, PAGE, List.of(new Sequence("s", operations))));
  }

  /** The only divergence. */
  Divergence divergence() {
    List<Divergence> divergences = judge().divergences();
    if (divergences.size() != 1) {
      throw new AssertionError("divergences=" + divergences);
    }
    return divergences.getFirst();
  }
}
