package org.spaprtce.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.Configuration.Name;
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.ir.Position;

/** Reads the text of a TLC configuration file. */
final class ConfigurationReader {
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*|\\(\\*(?s:.*?)\\*\\)");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|<-|-?\\w+|\\S");
  private static final Pattern NAME = Pattern.compile("\\w*[A-Za-z]\\w*");
  private static final Pattern ATOM = Pattern.compile("\"[^\"]*\"|-?\\d+|\\w*[A-Za-z]\\w*");
  private static final Set<String> CONSTANTS = Set.of("CONSTANT", "CONSTANTS");
  private static final Set<String> IGNORED = Set.of("CHECK_DEADLOCK", "ALIAS", "POSTCONDITION");
  private static final Map<String, Section> SECTIONS =
      Map.ofEntries(
          Map.entry("INIT", Section.INIT),
          Map.entry("NEXT", Section.NEXT),
          Map.entry("SPECIFICATION", Section.SPECIFICATION),
          Map.entry("INVARIANT", Section.INVARIANT),
          Map.entry("INVARIANTS", Section.INVARIANT),
          Map.entry("PROPERTY", Section.PROPERTY),
          Map.entry("PROPERTIES", Section.PROPERTY),
          Map.entry("CONSTRAINT", Section.CONSTRAINT),
          Map.entry("CONSTRAINTS", Section.CONSTRAINT),
          Map.entry("ACTION_CONSTRAINT", Section.ACTION_CONSTRAINT),
          Map.entry("ACTION_CONSTRAINTS", Section.ACTION_CONSTRAINT),
          Map.entry("SYMMETRY", Section.SYMMETRY),
          Map.entry("VIEW", Section.VIEW));

  private record Word(String text, Position at) {}

  private final String file;
  private final List<Word> words = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private final Map<Section, List<Name>> names = new EnumMap<>(Section.class);
  private int next;

  private ConfigurationReader(String file) {
    this.file = file;
  }

  static Configuration read(Path config) {
    ConfigurationReader reader = new ConfigurationReader(config.toString());
    try {
      reader.split(Files.readString(config));
    } catch (IOException e) {
      throw failure(new Position(config.toString(), 1, 1), "cannot be read: " + e);
    }
    reader.sections();
    return new Configuration(reader.assignments, reader.substitutions, reader.names);
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

  private void sections() {
    while (next < words.size()) {
      Word keyword = words.get(next++);
      Section section = SECTIONS.get(keyword.text());
      if (CONSTANTS.contains(keyword.text())) {
        while (next < words.size() && !isKeyword(words.get(next).text())) {
          constant();
        }
      } else if (section != null) {
        names(section, keyword);
      } else if (IGNORED.contains(keyword.text())) {
        next++;
      } else {
        throw failure(
            keyword.at(),
            keyword.text()
                + ": no section begins so: write CONSTANTS, "
                + "SPECIFICATION, INIT, NEXT, INVARIANT or another one that TLC knows");
      }
    }
  }

  private static boolean isKeyword(String text) {
    return CONSTANTS.contains(text) || SECTIONS.containsKey(text) || IGNORED.contains(text);
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches() && !isKeyword(text);
  }

  private @Nullable Word take() {
    return next < words.size() && !isKeyword(words.get(next).text()) ? words.get(next++) : null;
  }

  private void names(Section section, Word keyword) {
    int before = next;
    while (next < words.size() && isName(words.get(next).text())) {
      Word name = words.get(next++);
      names.computeIfAbsent(section, _ -> new ArrayList<>()).add(new Name(name.text(), name.at()));
    }
    if (before == next) {
      throw failure(keyword.at(), keyword.text() + ": no operator: write its name");
    }
  }

  private void constant() {
    Word name = words.get(next++);
    Word sign = take();
    String operator = sign == null ? "" : sign.text();
    if (operator.equals("<-")) {
      Word replacement = take();
      if (!isName(name.text()) || replacement == null || !isName(replacement.text())) {
        throw failure(name.at(), "incomplete substitution: write Operator <- Replacement");
      }
      substitutions.add(new Substitution(name.text(), replacement.text(), name.at()));
    } else if (operator.equals("=") && isName(name.text())) {
      assignments.add(new Assignment(name.text(), value(name), name.at()));
    } else if (name.text().equals("<-")) {
      throw failure(name.at(), "incomplete substitution: write Operator <- Replacement");
    } else {
      throw failure(
          name.at(), "incomplete assignment: write Constant = value, or Operator <- Other");
    }
  }

  /** A number, string, Boolean, model value, or a set of values, in TLA+. */
  private String value(Word constant) {
    Word word = take();
    if (word != null && word.text().equals("{")) {
      StringJoiner set = new StringJoiner(", ", "{", "}");
      if (next < words.size() && words.get(next).text().equals("}")) {
        next++;
        return set.toString();
      }
      Word separator;
      do {
        set.add(value(constant));
        separator = take();
      } while (separator != null && separator.text().equals(","));
      if (separator != null && separator.text().equals("}")) {
        return set.toString();
      }
    } else if (word != null && ATOM.matcher(word.text()).matches()) {
      return word.text();
    }
    throw failure(
        constant.at(),
        "the value of "
            + constant.text()
            + ": write a number, a string, TRUE, FALSE, a model value or {a, b}, or "
            + constant.text()
            + " <- an operator that has the value");
  }
}
