package org.spaprtce.compiler.ir;

import java.util.Comparator;

/** A place in a text; lines and columns count from 1. */
public record Position(String file, int line, int column) implements Comparable<Position> {
  private static final String MODULE = ".tla";
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /** A place in a TLA+ module. */
  public static Position inModule(String module, int line, int column) {
    return new Position(module + MODULE, line, column);
  }

  /** Whether the file is a TLA+ module. */
  public boolean isInModule() {
    return file.endsWith(MODULE);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** {@code Module.tla:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
