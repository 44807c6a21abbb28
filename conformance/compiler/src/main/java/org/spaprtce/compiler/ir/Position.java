package org.spaprtce.compiler.ir;

import java.util.Comparator;

/** A place in a TLA+ text; lines and columns count from 1. */
public record Position(String module, int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::module)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** {@code Module.tla:line:column}. */
  @Override
  public String toString() {
    return module + ".tla:" + line + ":" + column;
  }
}
