package org.spaprtce.engine;

/** The answer of what is not written yet. */
final class Unfinished {
  private Unfinished() {}

  static <T> T answer(T type) {
    if (type != null) {
      throw new UnsupportedOperationException("not written yet");
    }
    return type;
  }
}
