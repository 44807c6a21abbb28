package org.spaprtce.conformance.recording;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a file in the order of its lines, read while they are asked for: JSON objects,
 * one a line, compressed if the name ends in {@code .gz}. The first record tells the format.
 *
 * <p>Of a file of any length some thousand operations are held at a time. A stream is for one
 * thread; close it.
 */
public final class RecordingStream implements AutoCloseable {
  private final Origin origin;
  private final Parsing parsing;
  private final Map<String, Long> lastIndex = new HashMap<>();
  private @Nullable String current;

  private RecordingStream(Origin origin, Parsing parsing) {
    this.origin = origin;
    this.parsing = parsing;
  }

  /**
   * Opens a file and reads its first record.
   *
   * @param path the file
   * @param pageSize the page of the host in bytes, where the file does not tell it
   * @throws BadRecordingException if the file cannot be read or its first record breaks a rule
   */
  public static RecordingStream open(Path path, long pageSize) throws BadRecordingException {
    return open(path, pageSize, _ -> (_ -> true));
  }

  /**
   * Opens a file for those of its operations that tell something of the machine: GET_INFO and
   * CHECK_EXTENSION, and perhaps others.
   *
   * @param path the file
   * @param pageSize the page of the host in bytes, where the file does not tell it
   * @throws BadRecordingException if the file cannot be read or its first record breaks a rule
   */
  public static RecordingStream ofQueries(Path path, long pageSize) throws BadRecordingException {
    return open(path, pageSize, parser -> parser::mayBeQuery);
  }

  private static RecordingStream open(
      Path path, long pageSize, Function<RecordParser, Predicate<String>> wanted)
      throws BadRecordingException {
    if (!Format.isPageSize(pageSize)) {
      throw new IllegalArgumentException("pageSize=" + pageSize);
    }
    String file = path.toString();
    Lines lines = Lines.of(path);
    try {
      Place place = new Place(file, 1);
      String text = lines.next();
      if (text == null) {
        throw place.bad("a recording must have at least one operation");
      }
      Fields first = Fields.parse(place, text);
      Format format = Format.of(file, first, pageSize);
      RecordParser parser = format.parser();
      List<RecordParser.Parsed> parsed =
          first.has("sys") ? List.of() : List.of(parser.parse(first));
      return new RecordingStream(
          format.origin(), new Parsing(file, lines, parser, wanted.apply(parser), parsed));
    } catch (BadRecordingException problem) {
      lines.close();
      throw problem;
    }
  }

  /** Where the recording comes from. */
  public Origin origin() {
    return origin;
  }

  /**
   * The next operation; null at the end.
   *
   * @throws BadRecordingException if its line cannot be read or breaks a rule of the format, or if
   *     the file ends without any operation
   */
  public @Nullable Entry next() throws BadRecordingException {
    RecordParser.Parsed parsed = parsing.next();
    if (parsed != null) {
      return entry(parsed);
    }
    if (current == null) {
      throw new Place(origin.file(), Math.max(parsing.line(), 1))
          .bad("a recording must have at least one operation");
    }
    return null;
  }

  /**
   * A process ends where its numbers of operations begin again; in a kernel recording it ends where
   * the next one begins, too.
   */
  private Entry entry(RecordParser.Parsed parsed) {
    String name = parsed.sequence();
    if (origin.source() == Recording.Source.KERNEL && !name.equals(current)) {
      lastIndex.clear();
    }
    Long last = lastIndex.put(name, parsed.index());
    current = name;
    return new Entry(name, last == null || parsed.index() <= last, parsed.operation());
  }

  @Override
  public void close() {
    parsing.close();
  }
}
