package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The format of kernel recordings: one line of a script and what the kernel made of it.
 *
 * <p>{@code line} names the descriptors and the words that are not numbers, {@code args} holds the
 * numbers as they were passed.
 */
final class KernelRecords implements RecordParser {
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final String IN_CHILD = "inchild";
  private static final long KIB = 1024;

  private final long pageSize;

  KernelRecords(long pageSize) {
    this.pageSize = pageSize;
  }

  @Override
  public Recording.Source source() {
    return Recording.Source.KERNEL;
  }

  @Override
  public Parsed parse(Fields fields) throws BadRecordingException {
    String sequence = fields.text("seq");
    int line = fields.place().line();
    if (fields.has("abnormal")) {
      RecordedOperation died =
          new RecordedOperation(
              line, fields.text("abnormal"), new Operation.Died(), Answer.OK, null, false);
      return new Parsed(sequence, Long.MAX_VALUE, died);
    }
    String text = fields.text("line");
    Script script = new Script(fields, BLANKS.split(text.strip()));
    Answer answer = answer(fields);
    RecordedOperation operation =
        new RecordedOperation(
            line,
            text,
            operation(script, answer),
            answer,
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
    return new Answer(value, errno);
  }

  private @Nullable Long lockedPages(Fields fields) throws BadRecordingException {
    long bytes = fields.integer("VmLck", 0, Long.MAX_VALUE / KIB) * KIB;
    if (bytes % pageSize != 0) {
      throw fields.bad("VmLck", "must be a whole number of pages of " + pageSize + " bytes");
    }
    return bytes / pageSize;
  }

  private static Operation operation(Script script, Answer answer) throws BadRecordingException {
    String op = script.op();
    return switch (op) {
      case "register", "unregister", "map", "unmap" -> call(op, script);
      case "create", "remove" -> windowCommand(op, script, answer);
      case "container", "group", "dev", "dup", "close", "setcont", "unsetcont", "setiommu" ->
          lifeCycle(op, script);
      case "buf", "munmap", "mprotect" -> memory(op, script, answer);
      case "madvise", "mlock", "munlock", "touch", "poke", "peek" -> new Operation.UseMemory();
      case "memlock" -> new Operation.SetMemlock(script.args().word("limit"));
      case "uid" -> new Operation.SetUser(script.args().halfWord("uid"));
      case "info", "ext", "api", "gstatus" -> new Operation.Query();
      case "eeh", "dmain", "dmaout" -> new Operation.DeviceOperation();
      case "enable", "disable" -> new Operation.EnableOrDisable();
      case "ioc" -> new Operation.RawIoctl(script.word(1));
      case "nop", "sleep" -> new Operation.Look();
      default -> throw script.fields().bad("op", "must be an operation of the format: " + op);
    };
  }

  private static Operation call(String op, Script script) throws BadRecordingException {
    String container = script.word(1);
    Fields args = script.args();
    BigInteger size = args.word("size");
    return switch (op) {
      case "register" ->
          new Operation.Register(container, script.header(24), args.word("vaddr"), size);
      case "unregister" ->
          new Operation.Unregister(container, script.header(24), args.word("vaddr"), size);
      case "map" ->
          new Operation.MapDma(
              container, script.header(32), args.word("vaddr"), args.word("iova"), size);
      default -> new Operation.UnmapDma(container, script.header(24), args.word("iova"), size);
    };
  }

  private static Operation windowCommand(String op, Script script, Answer answer)
      throws BadRecordingException {
    String container = script.word(1);
    Fields args = script.args();
    if (op.equals("remove")) {
      return new Operation.RemoveWindow(container, script.header(16), args.word("start_addr"));
    }
    BigInteger start = answer.succeeded() ? script.fields().object("out").word("start_addr") : null;
    return new Operation.CreateWindow(
        container, script.header(40), args.halfWord("page_shift"), args.word("window_size"), start);
  }

  private static Operation lifeCycle(String op, Script script) throws BadRecordingException {
    String first = script.word(1);
    return switch (op) {
      case "container" -> new Operation.OpenContainer(first);
      case "group" -> new Operation.OpenGroup(first);
      case "dev" -> new Operation.OpenDevice(first, script.word(2));
      case "dup" -> new Operation.Duplicate(first, script.word(2));
      case "close" -> new Operation.Close(first);
      case "setcont" -> new Operation.SetContainer(first, script.word(2));
      case "unsetcont" -> new Operation.UnsetContainer(first);
      default -> new Operation.SetIommu(first, script.args().halfWord("type"));
    };
  }

  private static Operation memory(String op, Script script, Answer answer)
      throws BadRecordingException {
    Fields args = script.args();
    if (op.equals("buf") && !answer.succeeded() && !args.has("addr")) {
      return new Operation.UseMemory(); // the file to be mapped could not be made
    }
    BigInteger start = args.word("addr");
    BigInteger size = args.word("size");
    return switch (op) {
      case "buf" -> {
        Set<MemoryTrait> traits = EnumSet.noneOf(MemoryTrait.class);
        if (script.says("ro") || script.says("none")) {
          traits.add(MemoryTrait.UNWRITABLE);
        }
        if (script.says("huge")) {
          traits.add(MemoryTrait.HUGE);
        }
        boolean arena = script.words().stream().noneMatch(word -> word.startsWith("at="));
        yield new Operation.MapMemory(start, size, traits, arena);
      }
      case "munmap" -> new Operation.UnmapMemory(start, size);
      default -> new Operation.ProtectMemory(start, size, (args.integer("prot", 0, 7) & 2) != 0);
    };
  }

  /** The script's line of a record, without the word for a child process. */
  private record Script(Fields fields, List<String> words) {
    Script(Fields fields, String[] words) {
      this(fields, List.of(words).subList(words[0].equals(IN_CHILD) ? 1 : 0, words.length));
    }

    String op() throws BadRecordingException {
      String op = fields.text("op");
      if (!word(0).equals(op)) {
        throw fields.bad("line", "must begin with the operation that op names: " + op);
      }
      return op;
    }

    Fields args() throws BadRecordingException {
      return fields.object("args");
    }

    String word(int i) throws BadRecordingException {
      if (i >= words.size()) {
        throw fields.bad("line", "must have at least " + (i + 1) + " words");
      }
      return words.get(i);
    }

    /** Whether the word stands behind the operation and the first name. */
    boolean says(String word) {
      return words.lastIndexOf(word) > 1;
    }

    /** The header: what the options of the line say, else the usual one. */
    Header header(long usualArgsz) throws BadRecordingException {
      Fields args = args();
      return new Header(
          !says("null"), args.halfWordOr("argsz", usualArgsz), args.halfWordOr("flags", 0));
    }
  }
}
