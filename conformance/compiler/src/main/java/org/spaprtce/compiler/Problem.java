package org.spaprtce.compiler;

import java.util.Comparator;
import org.spaprtce.compiler.ir.Position;

/** A construct that is not compiled: where it stands and what to write instead. */
public record Problem(Position at, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at).thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return at + ": " + message;
  }
}
