package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The format of client logs: one call that an interposing library saw. */
final class ClientRecords implements RecordParser {
  private static final String CONTAINER_DEVICE = "/dev/vfio/vfio";
  private static final String NONE = "-";
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,8}");

  /** The number of VFIO's first ioctl, without the bits for the direction. */
  private static final long FIRST = 0x3b64;

  private static final long NUMBER_BITS = 0xffff;

  /** Fields of structures that this format calls otherwise than kernel recordings do. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "dma32_window_start", "dma32_start",
          "dma32_window_size", "dma32_size",
          "max_dynamic_windows", "max_windows");

  @Override
  public boolean mayBeQuery(String line) {
    return line.contains("GET_INFO") || line.contains("CHECK_EXT") || line.contains("\\u");
  }

  @Override
  public Parsed parse(Fields fields) throws BadRecordingException {
    long pid = fields.integer("pid", 1, Integer.MAX_VALUE);
    long index = fields.integer("seq", 1, Long.MAX_VALUE);
    RecordedOperation operation = fields.has("op") ? fileOperation(fields) : ioctl(fields);
    return new Parsed("process " + pid, index, operation);
  }

  private static RecordedOperation fileOperation(Fields fields) throws BadRecordingException {
    String op = fields.text("op");
    return switch (op) {
      case "open" -> {
        String path = fields.text("path");
        Answer answer = answer(fields);
        String descriptor = opened(answer);
        Operation open =
            path.equals(CONTAINER_DEVICE)
                ? new Operation.OpenContainer(descriptor)
                : new Operation.OpenGroup(descriptor, path);
        yield recorded(fields, "open " + path, open, answer);
      }
      case "close" -> {
        String descriptor = descriptor(fields, "fd");
        yield recorded(fields, "close " + descriptor, new Operation.Close(descriptor), Answer.OK);
      }
      case "process_exit" -> recorded(fields, op, new Operation.ProcessExit(), Answer.OK);
      default -> throw fields.bad("op", "must be open, close or process_exit, it is " + op);
    };
  }

  private static RecordedOperation ioctl(Fields fields) throws BadRecordingException {
    String command = fields.text("cmd");
    String descriptor = descriptor(fields, "fd");
    Answer answer = answer(fields);
    StringBuilder text = new StringBuilder(command).append(' ').append(descriptor);
    Operation operation;
    if (command.equals("VFIO_GROUP_GET_DEVICE_FD")) {
      operation = new Operation.OpenDevice(descriptor, opened(answer));
    } else if (command.startsWith("VFIO_DEVICE_")) {
      operation = new Operation.DeviceIoctl();
    } else {
      operation = new Operation.Ioctl(descriptor, request(fields, command, text));
    }
    return recorded(fields, text.toString(), operation, answer);
  }

  private static Request request(Fields fields, String command, StringBuilder text)
      throws BadRecordingException {
    return switch (command) {
      case "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
          "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY",
          "VFIO_IOMMU_MAP_DMA",
          "VFIO_IOMMU_UNMAP_DMA" ->
          memoryRequest(fields.object("in"), command, text);
      case "VFIO_IOMMU_SPAPR_TCE_CREATE" -> {
        Fields in = fields.object("in");
        yield new Request.CreateWindow(
            header(in),
            half(in, "page_shift", text),
            word(in, "window_size", text),
            half(in, "levels", text));
      }
      case "VFIO_IOMMU_SPAPR_TCE_REMOVE" -> {
        Fields in = fields.object("in");
        yield new Request.RemoveWindow(header(in), word(in, "start_addr", text));
      }
      case "VFIO_SET_IOMMU" -> new Request.SetIommu(half(fields.object("in"), "type", text));
      case "VFIO_CHECK_EXTENSION" ->
          new Request.CheckExtension(half(fields.object("in"), "ext", text));
      case "VFIO_IOMMU_SPAPR_TCE_GET_INFO" ->
          new Request.GetInfo(new Header(true, fields.object("in").halfWord("argsz"), 0));
      case "VFIO_GROUP_SET_CONTAINER" -> {
        String container = descriptor(fields.object("in"), "container_fd");
        text.append(' ').append(container);
        yield new Request.SetContainer(container);
      }
      case "VFIO_GET_API_VERSION" -> new Request.ApiVersion();
      case "VFIO_GROUP_GET_STATUS" -> new Request.GroupStatus(new Header(true, 8, 0));
      case "VFIO_GROUP_UNSET_CONTAINER" -> new Request.UnsetContainer();
      case "VFIO_IOMMU_ENABLE" -> new Request.Enable();
      case "VFIO_IOMMU_DISABLE" -> new Request.Disable();
      default -> raw(fields, command);
    };
  }

  /** An ioctl that the log does not name; what it passed is not told. */
  private static Request raw(Fields fields, String command) throws BadRecordingException {
    if (!NUMBER.matcher(command).matches()) {
      throw fields.bad(
          "cmd",
          "must name an ioctl as the format does, or be its number in hexadecimal, it is "
              + command);
    }
    long number = Long.parseLong(command.substring(2), 16) & NUMBER_BITS;
    return new Request.Raw(number - FIRST, null);
  }

  private static Request memoryRequest(Fields in, String command, StringBuilder text)
      throws BadRecordingException {
    Header header = header(in);
    if (command.equals("VFIO_IOMMU_UNMAP_DMA")) {
      return new Request.UnmapDma(header, word(in, "iova", text), word(in, "size", text));
    }
    BigInteger vaddr = word(in, "vaddr", text);
    if (command.equals("VFIO_IOMMU_MAP_DMA")) {
      return new Request.MapDma(header, vaddr, word(in, "iova", text), word(in, "size", text));
    }
    BigInteger size = word(in, "size", text);
    return command.equals("VFIO_IOMMU_SPAPR_REGISTER_MEMORY")
        ? new Request.Register(header, vaddr, size)
        : new Request.Unregister(header, vaddr, size);
  }

  private static BigInteger word(Fields in, String name, StringBuilder text)
      throws BadRecordingException {
    BigInteger word = in.word(name);
    text.append(' ').append(name).append("=0x").append(word.toString(16));
    return word;
  }

  private static long half(Fields in, String name, StringBuilder text)
      throws BadRecordingException {
    long half = in.halfWord(name);
    text.append(' ').append(name).append('=').append(half);
    return half;
  }

  private static RecordedOperation recorded(
      Fields fields, String text, Operation operation, Answer answer) throws BadRecordingException {
    return new RecordedOperation(
        fields.place().line(), text, operation, answer, output(fields), null, false);
  }

  private static Map<String, BigInteger> output(Fields fields) throws BadRecordingException {
    if (!fields.has("out") || fields.has("op")) {
      return Map.of();
    }
    Fields out = fields.object("out");
    Map<String, BigInteger> output = new HashMap<>();
    for (String name : out.names()) {
      if (out.isWord(name)) {
        output.put(OTHER_NAMES.getOrDefault(name, name), out.word(name));
      }
    }
    return output;
  }

  private static Answer answer(Fields fields) throws BadRecordingException {
    if (fields.has("errno")) {
      throw fields.bad("errno", "must not be there: ret is minus the number of the error");
    }
    return Answer.ofReturn(fields.integer("ret", -4095, Integer.MAX_VALUE));
  }

  private static Header header(Fields in) throws BadRecordingException {
    return new Header(true, in.halfWord("argsz"), in.halfWord("flags"));
  }

  private static String descriptor(Fields fields, String name) throws BadRecordingException {
    return "fd" + fields.integer(name, -1, Integer.MAX_VALUE);
  }

  private static String opened(Answer answer) {
    return answer.succeeded() ? "fd" + answer.value() : NONE;
  }
}
