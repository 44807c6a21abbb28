package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import org.spaprtce.conformance.verify.Progress;

/**
 * Progress as one line that is written over, on a terminal; elsewhere as one line for each stage.
 */
final class ProgressLine implements Progress {
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean terminal;
  private String stage = "";

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String next) {
    stage = next;
    show("... " + stage);
  }

  @Override
  public synchronized void advance(long done, long total, String what) {
    show("... %s: %d of %d, %s".formatted(stage, done, total, what));
  }

  @Override
  public synchronized void end(boolean passed, String outcome) {
    show("");
    out.println((passed ? " ok " : "FAIL") + " " + stage + ": " + outcome);
    out.flush();
  }

  /** Blanks what the last line left over. */
  private void show(String line) {
    if (terminal) {
      String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
      out.print("\r" + cut + " ".repeat(WIDTH - cut.length()) + "\r");
      out.flush();
    }
  }
}
