package org.spaprtce.spec.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause.
 *
 * @param id its id
 * @param title the rest of its heading
 * @param text all of it, as Markdown, with its heading
 * @param path the file that it is in
 */
public record Clause(String id, String title, String text, String path) {
  /** What the ids of clauses look like. */
  public static final Pattern ID = Pattern.compile("(?<![\\w-])[A-Z]{3}-\\d+(?![\\w-])");

  private static final Pattern HEADING = Pattern.compile("^## ([A-Z]{3}-\\d+)\\s*(.*)");
  private static final Pattern RULE =
      Pattern.compile("(?s)- \\*\\*Rule\\*\\*: (.*?)(?=\n- \\*\\*|\\z)");

  /** The Markdown of a file, cut before each heading of the second level. */
  public static List<String> sections(String text) {
    return List.of(text.split("(?m)^(?=## )", -1));
  }

  /** The clauses of a file, in order. */
  public static List<Clause> parse(String path, String text) {
    List<Clause> clauses = new ArrayList<>();
    for (String section : sections(text)) {
      Matcher heading = HEADING.matcher(section);
      if (heading.find()) {
        clauses.add(new Clause(heading.group(1), heading.group(2), section, path));
      }
    }
    return clauses;
  }

  /** The field Rule, as Markdown; empty for a withdrawn clause. */
  public String rule() {
    Matcher rule = RULE.matcher(text);
    return rule.find() ? rule.group(1).strip() : "";
  }

  /** Where it is on the site. */
  public String url() {
    return path.replaceAll("\\.md$", ".html") + "#" + id;
  }
}
