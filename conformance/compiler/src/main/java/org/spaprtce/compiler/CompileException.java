package org.spaprtce.compiler;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The text cannot be compiled; every problem that was found is in it, in the order of the text. */
public final class CompileException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Collects problems, at least one. */
  public CompileException(Collection<Problem> problems) {
    this.problems = List.copyOf(new TreeSet<>(problems));
  }

  /** One line for each problem. */
  @Override
  public String getMessage() {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** The problems, each once. */
  public List<Problem> problems() {
    return problems;
  }
}
