package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The format of kernel recordings: one line of a script and what the kernel made of it.
 *
 * <p>{@code line} names the descriptors and the words that are not numbers, {@code args} holds the
 * numbers as they were passed.
 */
final class KernelRecords implements RecordParser {
  /** More than a script writes at once, bytes. */
  private static final long MOST_WRITTEN = 1L << 24;

  private static final long KIB = 1024;
  private static final long HALF_WORD = 0xffff_ffffL;

  private final long pageSize;

  KernelRecords(long pageSize) {
    this.pageSize = pageSize;
  }

  @Override
  public boolean mayBeQuery(String line) {
    return line.contains("\"info\"") || line.contains("\"ext\"") || line.contains("\\u");
  }

  @Override
  public Parsed parse(Fields fields) throws BadRecordingException {
    String sequence = fields.text("seq");
    int line = fields.place().line();
    if (fields.has("abnormal")) {
      RecordedOperation died =
          new RecordedOperation(
              line,
              fields.text("abnormal"),
              new Operation.Died(),
              Answer.OK,
              Map.of(),
              null,
              false);
      return new Parsed(sequence, Long.MAX_VALUE, died);
    }
    ScriptLine script = ScriptLine.of(fields);
    Answer answer = answer(fields);
    RecordedOperation operation =
        new RecordedOperation(
            line,
            fields.text("line"),
            operation(script, answer),
            answer,
            output(fields),
            lockedPages(fields),
            fields.has("child"));
    return new Parsed(sequence, fields.integer("i", 0, Integer.MAX_VALUE), operation);
  }

  private static Answer answer(Fields fields) throws BadRecordingException {
    long value = fields.integer("ret", -1, Integer.MAX_VALUE);
    String errno = fields.text("err");
    if (value < 0 == errno.isEmpty()) {
      throw fields.bad("err", "must name an error if ret is -1, and must be empty if not");
    }
    if (value < 0 && !Errnos.isName(errno)) {
      throw fields.bad("err", "must name an error of Linux, it is " + errno);
    }
    return new Answer(value, errno);
  }

  private static Map<String, BigInteger> output(Fields fields) throws BadRecordingException {
    if (!fields.has("out")) {
      return Map.of();
    }
    Fields out = fields.object("out");
    Map<String, BigInteger> output = new HashMap<>();
    for (String name : out.names()) {
      output.put(name, out.word(name));
    }
    return output;
  }

  private @Nullable Long lockedPages(Fields fields) throws BadRecordingException {
    long bytes = fields.integer("VmLck", 0, Long.MAX_VALUE / KIB) * KIB;
    if (bytes % pageSize != 0) {
      throw fields.bad("VmLck", "must be a whole number of pages of " + pageSize + " bytes");
    }
    return bytes / pageSize;
  }

  private static Operation operation(ScriptLine script, Answer answer)
      throws BadRecordingException {
    String op = script.op();
    return switch (op) {
      case "container", "group", "dev", "dup", "close" -> lifeCycle(op, script);
      case "buf" -> buffer(script, answer);
      case "munmap", "mprotect", "madvise", "mlock", "munlock", "touch", "poke", "peek" ->
          memory(op, script);
      case "memlock" -> new Operation.SetMemlock(script.args().word("limit"));
      case "uid" -> new Operation.SetUser(script.args().halfWord("uid"));
      case "dmain" ->
          new Operation.DeviceReads(
              script.word(1), script.args().word("iova"), script.args().word("len").longValue());
      case "dmaout" ->
          new Operation.DeviceWrites(
              script.word(1), script.args().word("iova"), script.args().word("len").longValue());
      case "nop", "sleep" -> new Operation.Look();
      default -> new Operation.Ioctl(script.word(1), request(op, script));
    };
  }

  private static Request request(String op, ScriptLine script) throws BadRecordingException {
    Fields args = script.args();
    return switch (op) {
      case "register" ->
          new Request.Register(script.header(24), args.word("vaddr"), args.word("size"));
      case "unregister" ->
          new Request.Unregister(script.header(24), args.word("vaddr"), args.word("size"));
      case "map" ->
          new Request.MapDma(
              script.header(32), args.word("vaddr"), args.word("iova"), args.word("size"));
      case "unmap" -> new Request.UnmapDma(script.header(24), args.word("iova"), args.word("size"));
      case "create" ->
          new Request.CreateWindow(
              script.header(40),
              args.halfWord("page_shift"),
              args.word("window_size"),
              args.halfWord("levels"));
      case "remove" -> new Request.RemoveWindow(script.header(16), args.word("start_addr"));
      case "info" -> new Request.GetInfo(script.header(32));
      case "ext" -> new Request.CheckExtension(args.integer("ext", Integer.MIN_VALUE, HALF_WORD));
      case "api" -> new Request.ApiVersion();
      case "enable" -> new Request.Enable();
      case "disable" -> new Request.Disable();
      case "eeh" -> new Request.Eeh(script.header(40), args.halfWord("eehop"));
      case "gstatus" -> new Request.GroupStatus(script.header(8));
      case "setcont" -> new Request.SetContainer(script.word(2));
      case "unsetcont" -> new Request.UnsetContainer();
      case "setiommu" -> new Request.SetIommu(args.integer("type", Integer.MIN_VALUE, HALF_WORD));
      case "ioc" ->
          new Request.Raw(
              args.integer("nr", Integer.MIN_VALUE, Integer.MAX_VALUE), args.word("arg"));
      default -> throw script.fields().bad("op", "must be an operation of the format: " + op);
    };
  }

  private static Operation lifeCycle(String op, ScriptLine script) throws BadRecordingException {
    String first = script.word(1);
    return switch (op) {
      case "container" -> new Operation.OpenContainer(first);
      case "group" ->
          new Operation.OpenGroup(
              first,
              "group-" + script.args().integer("group", Integer.MIN_VALUE, Integer.MAX_VALUE));
      case "dev" -> new Operation.OpenDevice(first, script.word(2));
      case "dup" -> new Operation.Duplicate(first, script.word(2));
      default -> new Operation.Close(first);
    };
  }

  private static Operation buffer(ScriptLine script, Answer answer) throws BadRecordingException {
    Fields args = script.args();
    if (!answer.succeeded() && !args.has("addr")) {
      return new Operation.MapNothing();
    }
    Set<MemoryTrait> traits = EnumSet.noneOf(MemoryTrait.class);
    if (script.says("none")) {
      traits.add(MemoryTrait.INACCESSIBLE);
    } else if (script.says("ro")) {
      traits.add(MemoryTrait.READ_ONLY);
    }
    if (script.says("huge")) {
      traits.add(MemoryTrait.HUGE);
    }
    if (script.says("touch")) {
      traits.add(MemoryTrait.TOUCHED);
    }
    if (script.says("shm") || script.says("file")) {
      traits.add(MemoryTrait.SHARED);
    }
    return new Operation.MapMemory(args.word("addr"), args.word("size"), traits);
  }

  private static Operation memory(String op, ScriptLine script) throws BadRecordingException {
    Fields args = script.args();
    BigInteger start = args.word("addr");
    return switch (op) {
      case "munmap" -> new Operation.UnmapMemory(start, args.word("size"));
      case "mprotect" -> {
        long protection = args.integer("prot", 0, 7);
        yield new Operation.ProtectMemory(
            start, args.word("size"), protection != 0, (protection & 2) != 0);
      }
      case "madvise" ->
          new Operation.AdviseMemory(
              start,
              args.word("size"),
              args.integer("advice", Integer.MIN_VALUE, Integer.MAX_VALUE));
      case "mlock" -> new Operation.LockMemory(start, args.word("size"));
      case "munlock" -> new Operation.UnlockMemory(start, args.word("size"));
      case "touch" -> new Operation.TouchMemory(start, args.word("size"));
      case "poke" ->
          new Operation.WriteWords(start, args.word("val"), args.wordUpTo("len", MOST_WRITTEN));
      default -> new Operation.ReadWord(start);
    };
  }
}
