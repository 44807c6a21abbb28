package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The format of client logs: one call that an interposing library saw. */
final class ClientRecords implements RecordParser {
  private static final String CONTAINER_DEVICE = "/dev/vfio/vfio";
  private static final String NONE = "-";
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,8}");

  @Override
  public Recording.Source source() {
    return Recording.Source.CLIENT;
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
                : new Operation.OpenGroup(descriptor);
        yield recorded(fields, "open " + path, open, answer);
      }
      case "close" -> {
        String descriptor = descriptor(fields, "fd");
        yield recorded(fields, "close " + descriptor, new Operation.Close(descriptor), Answer.OK);
      }
      case "process_exit" -> recorded(fields, op, new Operation.ProcessExit(), Answer.OK);
      default -> throw fields.bad("op", "must be open, close or process_exit: " + op);
    };
  }

  private static RecordedOperation ioctl(Fields fields) throws BadRecordingException {
    String command = fields.text("cmd");
    String descriptor = descriptor(fields, "fd");
    Answer answer = answer(fields);
    String name = command + " " + descriptor;
    return switch (command) {
      case "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
          "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY",
          "VFIO_IOMMU_MAP_DMA",
          "VFIO_IOMMU_UNMAP_DMA" ->
          call(fields, command, descriptor, answer);
      case "VFIO_IOMMU_SPAPR_TCE_CREATE" -> create(fields, name, descriptor, answer);
      case "VFIO_IOMMU_SPAPR_TCE_REMOVE" -> {
        Fields in = fields.object("in");
        BigInteger start = in.word("start_addr");
        yield recorded(
            fields,
            name + " start_addr=" + hex(start),
            new Operation.RemoveWindow(descriptor, header(in), start),
            answer);
      }
      case "VFIO_SET_IOMMU" -> {
        long type = fields.object("in").halfWord("type");
        yield recorded(
            fields, name + " type=" + type, new Operation.SetIommu(descriptor, type), answer);
      }
      case "VFIO_GROUP_SET_CONTAINER" -> {
        String container = descriptor(fields.object("in"), "container_fd");
        yield recorded(
            fields,
            name + " " + container,
            new Operation.SetContainer(descriptor, container),
            answer);
      }
      default -> recorded(fields, name, otherIoctl(fields, command, descriptor, answer), answer);
    };
  }

  private static Operation otherIoctl(
      Fields fields, String command, String descriptor, Answer answer)
      throws BadRecordingException {
    return switch (command) {
      case "VFIO_GET_API_VERSION",
          "VFIO_CHECK_EXTENSION",
          "VFIO_GROUP_GET_STATUS",
          "VFIO_IOMMU_SPAPR_TCE_GET_INFO" ->
          new Operation.Query();
      case "VFIO_GROUP_UNSET_CONTAINER" -> new Operation.UnsetContainer(descriptor);
      case "VFIO_GROUP_GET_DEVICE_FD" -> new Operation.OpenDevice(descriptor, opened(answer));
      case "VFIO_IOMMU_ENABLE", "VFIO_IOMMU_DISABLE" -> new Operation.EnableOrDisable();
      case "VFIO_EEH_PE_OP" -> new Operation.DeviceOperation();
      default -> {
        if (command.startsWith("VFIO_DEVICE_")) {
          yield new Operation.DeviceOperation();
        }
        if (NUMBER.matcher(command).matches()) {
          yield new Operation.RawIoctl(descriptor);
        }
        throw fields.bad("cmd", "must be a command of the format: " + command);
      }
    };
  }

  private static RecordedOperation call(
      Fields fields, String command, String descriptor, Answer answer)
      throws BadRecordingException {
    Fields in = fields.object("in");
    Header header = header(in);
    BigInteger size = in.word("size");
    StringBuilder text = new StringBuilder(command).append(' ').append(descriptor);
    Operation call;
    if (command.equals("VFIO_IOMMU_UNMAP_DMA")) {
      BigInteger iova = in.word("iova");
      call = new Operation.UnmapDma(descriptor, header, iova, size);
      text.append(" iova=").append(hex(iova));
    } else {
      BigInteger vaddr = in.word("vaddr");
      text.append(" vaddr=").append(hex(vaddr));
      if (command.equals("VFIO_IOMMU_MAP_DMA")) {
        BigInteger iova = in.word("iova");
        call = new Operation.MapDma(descriptor, header, vaddr, iova, size);
        text.append(" iova=").append(hex(iova));
      } else if (command.equals("VFIO_IOMMU_SPAPR_REGISTER_MEMORY")) {
        call = new Operation.Register(descriptor, header, vaddr, size);
      } else {
        call = new Operation.Unregister(descriptor, header, vaddr, size);
      }
    }
    return recorded(fields, text.append(" size=").append(hex(size)).toString(), call, answer);
  }

  private static RecordedOperation create(
      Fields fields, String name, String descriptor, Answer answer) throws BadRecordingException {
    Fields in = fields.object("in");
    BigInteger start = answer.succeeded() ? fields.object("out").word("start_addr") : null;
    long shift = in.halfWord("page_shift");
    BigInteger size = in.word("window_size");
    return recorded(
        fields,
        name + " page_shift=" + shift + " window_size=" + hex(size),
        new Operation.CreateWindow(descriptor, header(in), shift, size, start),
        answer);
  }

  private static RecordedOperation recorded(
      Fields fields, String text, Operation operation, Answer answer) {
    return new RecordedOperation(fields.place().line(), text, operation, answer, null, false);
  }

  private static Answer answer(Fields fields) throws BadRecordingException {
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

  private static String hex(BigInteger word) {
    return "0x" + word.toString(16);
  }
}
