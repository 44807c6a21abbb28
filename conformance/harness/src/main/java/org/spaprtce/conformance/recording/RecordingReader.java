package org.spaprtce.conformance.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of recorded operations as a whole; see {@link RecordingStream}. */
public final class RecordingReader {
  private final Map<String, List<RecordedOperation>> open = new LinkedHashMap<>();
  private final List<Sequence> closed = new ArrayList<>();

  private RecordingReader() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @param pageSize the page of the host in bytes, where the file does not tell it
   * @throws BadRecordingException if the file cannot be read or breaks a rule of its format
   */
  public static Recording read(Path path, long pageSize) throws BadRecordingException {
    try (RecordingStream stream = RecordingStream.open(path, pageSize)) {
      return new RecordingReader().read(stream);
    }
  }

  /** Whether a number of bytes can be the size of a host's page: a power of two up to 1 GiB. */
  public static boolean isPageSize(long bytes) {
    return Format.isPageSize(bytes);
  }

  private Recording read(RecordingStream stream) throws BadRecordingException {
    Origin origin = stream.origin();
    for (Entry entry = stream.next(); entry != null; entry = stream.next()) {
      if (entry.begins() && origin.source() == Recording.Source.KERNEL) {
        closeAll();
      } else if (entry.begins()) {
        close(entry.sequence());
      }
      open.computeIfAbsent(entry.sequence(), _ -> new ArrayList<>()).add(entry.operation());
    }
    closeAll();
    return new Recording(origin, closed);
  }

  private void close(String name) {
    List<RecordedOperation> operations = open.remove(name);
    if (operations != null) {
      closed.add(new Sequence(name, operations));
    }
  }

  private void closeAll() {
    List.copyOf(open.keySet()).forEach(this::close);
  }
}
