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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, unpacked if its name ends in {@code .gz}. */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final BufferedReader reader;
  private int line;

  private Lines(Path path, BufferedReader reader) {
    this.path = path;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws BadRecordingException if it cannot be read
   */
  static Lines of(Path path) throws BadRecordingException {
    try {
      return new Lines(path, open(path));
    } catch (IOException problem) {
      throw bad(path, 0, problem);
    }
  }

  private static BufferedReader open(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      InputStream plain =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
      return new BufferedReader(
          new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), BUFFER);
    } catch (IOException problem) {
      bytes.close();
      throw problem;
    }
  }

  /**
   * The next line; null at the end.
   *
   * @throws BadRecordingException if it cannot be read
   */
  @Nullable String next() throws BadRecordingException {
    try {
      String text = reader.readLine();
      line += text == null ? 0 : 1;
      return text;
    } catch (IOException problem) {
      throw bad(path, line, problem);
    }
  }

  /** The number of lines that were read. */
  int count() {
    return line;
  }

  private static BadRecordingException bad(Path path, int line, IOException problem) {
    Place file = new Place(path.toString(), 0);
    Place next = new Place(path.toString(), line + 1);
    return switch (problem) {
      case NoSuchFileException _ -> file.bad("there is no such file");
      case AccessDeniedException _ -> file.bad("this user may not read the file");
      case CharacterCodingException _ -> next.bad("the text must be UTF-8");
      case EOFException _ -> next.bad("the gzip stream must be complete, it ends too early");
      case ZipException _ -> next.bad("a file *.gz must be gzip: " + problem.getMessage());
      default -> next.bad("cannot be read: " + problem.getMessage());
    };
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException problem) {
      // what was read is not changed by this
    }
  }
}
