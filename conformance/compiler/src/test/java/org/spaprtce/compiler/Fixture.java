package org.spaprtce.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small TLA+ modules for tests. */
final class Fixture {
  static final String CLASS = "fixture.Spec";

  /** The line of the fixture on which its text begins. */
  static final int FIRST_LINE = 5;

  private static final Pattern LOOP = Pattern.compile("\n  private \\w+ loop_");

  private Fixture() {}

  /** Writes a module with a constant and two variables around some definitions. */
  static Path write(Path folder, String definitions) {
    String text =
        """
        ---- MODULE Spec ----
        EXTENDS Integers, Sequences, FiniteSets, TLC
        CONSTANT C
        VARIABLES x, y
        %s
        ====
        """
            .formatted(definitions);
    try {
      return Files.writeString(folder.resolve("Spec.tla"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String compile(Path folder, String definitions, String... tlcOnly) {
    return SpecCompiler.compile(write(folder, definitions), CLASS, Set.of(tlcOnly));
  }

  /**
   * The text of one method, from its head to its brace, and of the loops in it, without the
   * indentation of the class.
   */
  static String method(String java, String name) {
    Matcher head = Pattern.compile("\n  private \\w+ " + name + "\\(").matcher(java);
    if (!head.find()) {
      throw new IllegalArgumentException("method=" + name + " is not in\n" + java);
    }
    int start = head.start() + 1;
    int end = java.indexOf("\n  }\n", start) + "\n  }\n".length();
    StringBuilder text = new StringBuilder(java.substring(start, end));
    Matcher loop = LOOP.matcher(java);
    while (loop.find(end) && loop.start() == end) {
      start = end + 1;
      end = java.indexOf("\n  }\n", start) + "\n  }\n".length();
      text.append(java, start, end);
    }
    return text.toString().indent(-2);
  }
}
