package org.spaprtce.conformance.graph;

import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration of TLC without what it is to check. */
final class ExplorationConfig {
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*|\\(\\*(?s:.*?)\\*\\)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?s)\\b(INIT|NEXT|SPECIFICATION|CONSTANTS?|INVARIANTS?|PROPERTY|PROPERTIES|VIEW|SYMMETRY"
              + "|CONSTRAINTS?|ACTION_CONSTRAINTS?|CHECK_DEADLOCK)\\b");
  private static final Set<String> CHECKS =
      Set.of(
          "INVARIANT",
          "INVARIANTS",
          "PROPERTY",
          "PROPERTIES",
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "CHECK_DEADLOCK");

  private ExplorationConfig() {}

  static String of(String config) {
    String text = COMMENT.matcher(config).replaceAll("");
    StringJoiner kept = new StringJoiner("\n", "", "\n");
    Matcher section = SECTION.matcher(text);
    int start = -1;
    String name = "";
    while (section.find()) {
      if (start >= 0 && !CHECKS.contains(name)) {
        kept.add(text.substring(start, section.start()).strip());
      }
      start = section.start();
      name = section.group(1);
    }
    if (start >= 0 && !CHECKS.contains(name)) {
      kept.add(text.substring(start).strip());
    }
    return kept.toString();
  }
}
