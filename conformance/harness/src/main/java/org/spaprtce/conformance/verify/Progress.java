package org.spaprtce.conformance.verify;

/** Hears how far a stage has come. */
public interface Progress {
  /** A stage begins. */
  void begin(String stage);

  /** A part of the stage is done. */
  void advance(long done, long total, String what);

  /** The stage is over. */
  void end(boolean passed, String outcome);
}
