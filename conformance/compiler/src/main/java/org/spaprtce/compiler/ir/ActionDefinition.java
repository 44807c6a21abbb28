package org.spaprtce.compiler.ir;

import java.util.List;

/**
 * An operator that the module defines, as a step.
 *
 * @param replacements the operators that an instance can put in its place
 */
public record ActionDefinition(
    Role role,
    String name,
    Position at,
    List<Parameter> parameters,
    Step body,
    List<String> replacements) {

  /** Which of the readings of a definition this is. */
  public enum Role {
    /** An action that Java callers and other actions apply. */
    ACTION,
    /** A part of {@code Next}, which names its transitions. */
    NEXT,
    /** A part of {@code Init}, which assigns the variables themselves. */
    INIT
  }
}
