package org.spaprtce.bench;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.spaprtce.conformance.judge.FileReport;
import org.spaprtce.conformance.judge.Judge;
import org.spaprtce.conformance.judge.RecordingJudge;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.MemoryTrait;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.recording.Sequence;
import org.spaprtce.oracle.Profile;

/**
 * Judging of recorded operations that are parsed already. The same number of operations is judged
 * in one recording of ten times the length, or in ten, so equal times mean that time grows with the
 * length alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class JudgeBenchmark {
  private static final String RECORDING = "kernel/p9-64k-6.12/random1.jsonl.gz";
  private static final int RECORDED = 7456;

  /** How many times as long the long recordings are. */
  private static final int LONG = 10;

  private static final long PAGE = 1L << 16;

  /** Pages of the table of the default window, which the first MAP_DMA makes. */
  private static final long TABLE_PAGES = 128;

  private static final int ROUNDS = 2000;
  private static final int OPENING = 5;
  private static final int OF_ROUND = 4;

  /** What evaluates. */
  @Param("ORACLE")
  public Evaluator peer;

  /** What the recorded kernel, Linux 6.12, is judged by. */
  @Param({"linux-6.12", "norm"})
  public String profile;

  /** Length of a recording. */
  @Param({"1", "10"})
  public int length;

  private Judge judge;
  private Recording recorded;
  private Recording process;

  /** Reads the recording and makes the one of a single process. */
  @Setup(Level.Trial)
  public void read() throws BadRecordingException {
    Path folder = Path.of(System.getProperty("spec.dir")).resolve("../conformance/recordings");
    judge = new Judge(Profile.named(profile), Machine.POWER9);
    Recording once = RecordingReader.read(folder.resolve(RECORDING), PAGE);
    if (once.operations() != RECORDED) {
      throw new IllegalStateException("operations=" + once.operations());
    }
    List<Sequence> sequences = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      sequences.addAll(once.sequences());
    }
    recorded = of(once, sequences);
    process = of(once, List.of(new Sequence("process", process(length * ROUNDS))));
  }

  private static Recording of(Recording once, List<Sequence> sequences) {
    return new Recording(once.origin(), sequences);
  }

  /** One process that registers a block, maps it, unmaps it and unregisters it, many times. */
  private static List<RecordedOperation> process(int rounds) {
    BigInteger vaddr = BigInteger.ONE.shiftLeft(33);
    BigInteger size = BigInteger.valueOf(16 * PAGE);
    List<RecordedOperation> all = new ArrayList<>();
    add(all, 0, new Operation.OpenContainer("C"));
    add(all, 0, new Operation.OpenGroup("G", "group-0"));
    add(all, 0, ioctl("G", new Request.SetContainer("C")));
    add(all, 0, ioctl("C", new Request.SetIommu(7)));
    add(all, 0, new Operation.MapMemory(vaddr, size, Set.of(MemoryTrait.TOUCHED)));
    for (int i = 0; i < rounds; i++) {
      BigInteger iova = BigInteger.valueOf(i % 1024 * PAGE);
      Header map = new Header(true, 32, 3);
      Header other = new Header(true, 24, 0);
      BigInteger page = BigInteger.valueOf(PAGE);
      long before = i == 0 ? 0 : TABLE_PAGES;
      add(all, before + 16, ioctl("C", new Request.Register(other, vaddr, size)));
      add(all, TABLE_PAGES + 16, ioctl("C", new Request.MapDma(map, vaddr, iova, page)));
      add(all, TABLE_PAGES + 16, ioctl("C", new Request.UnmapDma(other, iova, page)));
      add(all, TABLE_PAGES, ioctl("C", new Request.Unregister(other, vaddr, size)));
    }
    return all;
  }

  private static Operation ioctl(String descriptor, Request request) {
    return new Operation.Ioctl(descriptor, request);
  }

  private static void add(List<RecordedOperation> all, long lockedPages, Operation operation) {
    all.add(
        new RecordedOperation(
            all.size() + 1, "", operation, Answer.OK, Map.of(), lockedPages, false));
  }

  /** The operations of a kernel recording; its sequences are independent of each other. */
  @Benchmark
  @OperationsPerInvocation(LONG * RECORDED)
  public int recorded() {
    return judged(recorded, length * RECORDED);
  }

  /** The operations of one process. */
  @Benchmark
  @OperationsPerInvocation(LONG * (OPENING + OF_ROUND * ROUNDS))
  public int process() {
    return judged(process, OPENING + OF_ROUND * ROUNDS * length);
  }

  private int judged(Recording recording, int operations) {
    int agreed = 0;
    for (int i = 0; i < LONG / length; i++) {
      FileReport report = judge.judge(recording);
      if (report.operations() != operations || report.unexplained() != 0) {
        throw new IllegalStateException("report=" + report);
      }
      agreed += report.agreed();
    }
    return agreed;
  }

  /** Prints how much of the heap a judge keeps of the process that it has judged. */
  @TearDown(Level.Trial)
  public void weigh() {
    long before = used();
    RecordingJudge one = judge.begin(process.origin(), Machine.POWER9, 0);
    boolean begins = true;
    for (RecordedOperation operation : process.sequences().getFirst().operations()) {
      one.judge(new Entry("process", begins, operation));
      begins = false;
    }
    System.out.printf(
        "# after %,d operations of one process a judge keeps %,d KiB%n",
        one.operations(), (used() - before) >> 10);
    if (one.report().diverged() != 0) {
      throw new IllegalStateException("report=" + one.report());
    }
  }

  private static long used() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}
