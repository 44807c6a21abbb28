package org.spaprtce.conformance.recording;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of recorded operations: JSON objects, one a line, compressed if the name ends in
 * {@code .gz}. The first record tells the format.
 */
public final class RecordingReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final long LARGEST_PAGE = 1L << 30;

  private final String file;
  private long pageSize;
  private @Nullable String release;
  private @Nullable RecordParser parser;
  private final Map<String, Long> lastIndex = new LinkedHashMap<>();
  private final Map<String, List<RecordedOperation>> open = new LinkedHashMap<>();
  private final List<Sequence> closed = new ArrayList<>();
  private @Nullable String current;

  private RecordingReader(String file, long pageSize) {
    this.file = file;
    this.pageSize = pageSize;
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param pageSize the page of the host in bytes, where the file does not tell it
   * @throws BadRecordingException if the file cannot be read or breaks a rule of its format
   */
  public static Recording read(Path path, long pageSize) throws BadRecordingException {
    if (!isPageSize(pageSize)) {
      throw new IllegalArgumentException("pageSize=" + pageSize);
    }
    return new RecordingReader(path.toString(), pageSize).read(path);
  }

  /** Whether a number of bytes can be the size of a host's page: a power of two up to 1 GiB. */
  public static boolean isPageSize(long bytes) {
    return bytes > 0 && bytes <= LARGEST_PAGE && Long.bitCount(bytes) == 1;
  }

  private Recording read(Path path) throws BadRecordingException {
    int line = 0;
    try (BufferedReader reader = lines(path)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        record(new Place(file, line), text);
      }
    } catch (NoSuchFileException _) {
      throw new Place(file, 0).bad("there is no such file");
    } catch (CharacterCodingException _) {
      throw new Place(file, line + 1).bad("the text must be UTF-8");
    } catch (EOFException _) {
      throw new Place(file, line + 1).bad("the gzip stream must be complete, it ends too early");
    } catch (ZipException problem) {
      throw new Place(file, line + 1).bad("a file *.gz must be gzip: " + problem.getMessage());
    } catch (AccessDeniedException _) {
      throw new Place(file, 0).bad("this user may not read the file");
    } catch (IOException problem) {
      throw new Place(file, line + 1).bad("cannot be read: " + problem.getMessage());
    }
    if (parser == null || lastIndex.isEmpty()) {
      throw new Place(file, Math.max(line, 1)).bad("a recording must have at least one operation");
    }
    return new Recording(file, parser.source(), release, pageSize, sequences());
  }

  private static BufferedReader lines(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException problem) {
      bytes.close();
      throw problem;
    }
  }

  private void record(Place place, String text) throws BadRecordingException {
    Fields fields = Fields.of(place, json(place, text));
    if (parser == null) {
      parser = format(fields);
      if (fields.has("sys")) {
        return;
      }
    }
    add(parser.source(), parser.parse(fields));
  }

  private static JsonNode json(Place place, String text) throws BadRecordingException {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException problem) {
      String cause = problem.getOriginalMessage().lines().findFirst().orElse("no message");
      throw place.bad("a line must be one JSON object: " + cause);
    }
    return node;
  }

  private RecordParser format(Fields first) throws BadRecordingException {
    if (first.has("sys")) {
      Fields sys = first.object("sys");
      pageSize = sys.integer("pagesize", 1, LARGEST_PAGE);
      if (!isPageSize(pageSize)) {
        throw sys.bad("pagesize", "must be a power of two, it is " + pageSize);
      }
      release = sys.has("release") ? sys.text("release") : null;
      return new KernelRecords(pageSize);
    }
    if (first.hasText("seq")) {
      return new KernelRecords(pageSize);
    }
    if (first.has("pid")) {
      return new ClientRecords();
    }
    throw first
        .place()
        .bad("the first record must be of a kernel recording (sys, or seq) or a client log (pid)");
  }

  /**
   * Adds a record to the sequence of its process. A process ends where its numbers of operations
   * begin again; in a kernel recording it ends where the next one begins, too.
   */
  private void add(Recording.Source source, RecordParser.Parsed parsed) {
    String name = parsed.sequence();
    boolean again = parsed.index() <= lastIndex.getOrDefault(name, -1L);
    boolean next = source == Recording.Source.KERNEL && !name.equals(current);
    if (next) {
      closeAll();
    } else if (again) {
      close(name);
    }
    current = name;
    lastIndex.put(name, parsed.index());
    open.computeIfAbsent(name, _ -> new ArrayList<>()).add(parsed.operation());
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

  private List<Sequence> sequences() {
    closeAll();
    return closed;
  }
}
