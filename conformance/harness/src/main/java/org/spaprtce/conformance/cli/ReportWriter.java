package org.spaprtce.conformance.cli;

import java.util.List;
import org.spaprtce.conformance.judge.FileReport;

/** A form in which reports are printed. */
sealed interface ReportWriter permits TextReport, JsonReport {
  /** How many divergences with explanations a report must have, and how many without. */
  int divergences();

  /** Prints the report of one file. */
  void file(FileReport report);

  /** Prints what is said at the end about all files. */
  void end(List<FileReport> reports);
}
