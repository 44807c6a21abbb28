package org.spaprtce.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.compiler.ir.Position;

/**
 * Reads the substitutions of a TLC configuration file: the lines {@code Operator <- Replacement} of
 * its sections {@code CONSTANT} and {@code CONSTANTS}. All else is passed over.
 */
public final class Configuration {
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*|\\(\\*(?s:.*?)\\*\\)");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|<-|\\w+|\\S");
  private static final Pattern NAME = Pattern.compile("\\w*[A-Za-z]\\w*");
  private static final Set<String> CONSTANTS = Set.of("CONSTANT", "CONSTANTS");
  private static final Set<String> OTHERS =
      Set.of(
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "CHECK_DEADLOCK",
          "CONSTRAINT",
          "CONSTRAINTS",
          "INIT",
          "INVARIANT",
          "INVARIANTS",
          "NEXT",
          "PROPERTIES",
          "PROPERTY",
          "SPECIFICATION",
          "SYMMETRY",
          "TYPE",
          "TYPE_CONSTRAINT",
          "VIEW");

  private record Word(String text, Position at) {}

  private final String file;
  private final List<Word> words = new ArrayList<>();

  private Configuration(String file) {
    this.file = file;
  }

  /**
   * The substitutions in the order of the text.
   *
   * @throws CompileException if the file cannot be read, or a substitution is incomplete or names a
   *     module
   */
  public static List<Substitution> read(Path config) {
    Configuration configuration = new Configuration(config.toString());
    try {
      configuration.split(Files.readString(config));
    } catch (IOException e) {
      throw failure(new Position(config.toString(), 1, 1), "cannot be read: " + e);
    }
    return configuration.substitutions();
  }

  private static CompileException failure(Position at, String message) {
    return new CompileException(List.of(new Problem(at, message)));
  }

  private void split(String text) {
    String bare = COMMENT.matcher(text).replaceAll(c -> c.group().replaceAll("[^\n]", " "));
    int line = 0;
    for (String content : bare.split("\n", -1)) {
      line++;
      Matcher word = WORD.matcher(content);
      while (word.find()) {
        words.add(new Word(word.group(), new Position(file, line, word.start() + 1)));
      }
    }
  }

  private List<Substitution> substitutions() {
    List<Substitution> found = new ArrayList<>();
    boolean constants = false;
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      if (CONSTANTS.contains(text) || OTHERS.contains(text)) {
        constants = CONSTANTS.contains(text);
      } else if (constants && text.equals("<-")) {
        found.add(substitution(i));
      }
    }
    return found;
  }

  /** The substitution around an arrow. */
  private Substitution substitution(int arrow) {
    if (!isName(arrow - 1) || !isName(arrow + 1)) {
      throw failure(
          words.get(arrow).at(), "incomplete substitution: write Operator <- Replacement");
    }
    Word operator = words.get(arrow - 1);
    return new Substitution(operator.text(), words.get(arrow + 1).text(), operator.at());
  }

  private boolean isName(int index) {
    String text = index >= 0 && index < words.size() ? words.get(index).text() : "";
    return NAME.matcher(text).matches() && !CONSTANTS.contains(text) && !OTHERS.contains(text);
  }
}
