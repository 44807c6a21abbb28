package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of modules as HTML: boxed comments as prose, everything else as code with links. */
final class TlaHtml {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>\\\\\\*.*|\\(\\*.*?\\*\\))"
              + "|(?<string>\"[^\"]*\")"
              + "|(?<word>[A-Za-z_]\\w*)"
              + "|(?<number>\\d+)"
              + "|(?<symbol>\\\\[a-z]+|/\\\\|\\\\/|==|<-|\\|->|=>|<<|>>|\\[\\]|<>|~>|[~#'])");
  private static final Set<String> KEYWORDS =
      Set.of(
          "MODULE",
          "EXTENDS",
          "INSTANCE",
          "WITH",
          "LOCAL",
          "CONSTANT",
          "CONSTANTS",
          "VARIABLE",
          "VARIABLES",
          "ASSUME",
          "RECURSIVE",
          "LET",
          "IN",
          "IF",
          "THEN",
          "ELSE",
          "CASE",
          "OTHER",
          "CHOOSE",
          "EXCEPT",
          "DOMAIN",
          "SUBSET",
          "UNION",
          "UNCHANGED",
          "ENABLED",
          "LAMBDA",
          "TRUE",
          "FALSE",
          "BOOLEAN",
          "THEOREM",
          "WF_",
          "SF_",
          "INIT",
          "NEXT",
          "INVARIANT",
          "INVARIANTS",
          "PROPERTY",
          "PROPERTIES",
          "SPECIFICATION",
          "CONSTRAINT",
          "VIEW",
          "CHECK_DEADLOCK",
          "SYMMETRY",
          "POSTCONDITION",
          "ACTION_CONSTRAINT");
  private static final String PREFORMATTED = "  ";

  private final Links links;
  private final String root;

  /**
   * A writer for one page.
   *
   * @param root the way from the page to the site's root: empty, or with a slash at its end
   */
  TlaHtml(Links links, String root) {
    this.links = links;
    this.root = root;
  }

  /** A block, its lines with anchors. */
  String block(TlaModule module, TlaModule.Block block) {
    return switch (block.kind()) {
      case PROSE -> prose(module, block, true);
      case CODE -> code(module, block.first(), block.lines(), true);
      case RULE -> "<hr id=\"L%d\"/>\n".formatted(block.first());
    };
  }

  /** A block without anchors, for display on another page than the module's own. */
  String excerpt(TlaModule module, TlaModule.Block block) {
    return switch (block.kind()) {
      case PROSE -> prose(module, block, false);
      case CODE -> code(module, block.first(), block.lines(), false);
      case RULE -> "";
    };
  }

  /** Lines of code. */
  String code(TlaModule module, int first, List<String> lines, boolean anchored) {
    StringBuilder html = new StringBuilder("<pre tabindex=\"0\" class=\"tla\"><code>");
    for (int index = 0; index < lines.size(); index++) {
      int number = first + index;
      String anchor = anchored ? " id=\"L%d\"".formatted(number) : "";
      html.append("<span class=\"l\"%s>".formatted(anchor));
      html.append(line(Optional.of(module), lines.get(index), anchored ? number : 0));
      html.append("</span>\n");
    }
    return html.append("</code></pre>\n").toString();
  }

  /** The text of a configuration, whose names a module defines. */
  String config(Optional<TlaModule> module, String text) {
    StringBuilder html = new StringBuilder("<pre tabindex=\"0\" class=\"tla\"><code>");
    text.stripTrailing().lines().forEach(line -> html.append(line(module, line, 0)).append('\n'));
    return html.append("</code></pre>\n").toString();
  }

  private String line(Optional<TlaModule> module, String line, int number) {
    StringBuilder html = new StringBuilder();
    Set<String> seen = new HashSet<>();
    Matcher token = TOKEN.matcher(line);
    int done = 0;
    while (token.find()) {
      html.append(Html.escape(line.substring(done, token.start())));
      boolean field = isField(line, token.start(), token.end());
      int place = seen.add(token.group()) ? number : 0;
      html.append(field ? Html.escape(token.group()) : token(module, token, place));
      done = token.end();
    }
    return html.append(Html.escape(line.substring(done))).toString();
  }

  /** A record's field may have the name of a variable. */
  private static boolean isField(String line, int start, int end) {
    boolean selected = start > 0 && line.charAt(start - 1) == '.';
    return selected || line.substring(end).stripLeading().startsWith("|->");
  }

  private String token(Optional<TlaModule> module, Matcher token, int number) {
    String text = token.group();
    if (token.group("comment") != null) {
      return "<i>" + links.linked(module, text, root) + "</i>";
    }
    if (token.group("string") != null) {
      return "<s>" + links.linked(module, text, root) + "</s>";
    }
    if (token.group("word") == null) {
      return token.group("symbol") == null ? Html.escape(text) : "<u>" + Html.escape(text) + "</u>";
    }
    if (KEYWORDS.contains(text)) {
      return "<b>" + text + "</b>";
    }
    return word(module, text, number);
  }

  private String word(Optional<TlaModule> module, String text, int number) {
    Integer defined = module.map(TlaModule::defined).map(names -> names.get(text)).orElse(null);
    if (defined != null && defined == number) {
      return "<a class=\"def\" id=\"%s\" href=\"#%s\">%s</a>".formatted(text, text, text);
    }
    boolean local = text.length() == 1;
    Optional<String> url = local ? Optional.empty() : links.operator(module, text);
    Optional<String> page = url.isPresent() || local ? url : modulePage(text);
    return page.map(target -> Html.link(root + target, text)).orElse(text);
  }

  private Optional<String> modulePage(String name) {
    return links.modules().stream()
        .filter(module -> module.name().equals(name))
        .map(TlaModule::page)
        .findFirst();
  }

  private String prose(TlaModule module, TlaModule.Block block, boolean anchored) {
    String anchor = anchored ? " id=\"L%d\"".formatted(block.first()) : "";
    StringBuilder html = new StringBuilder("<div class=\"prose\"" + anchor + ">");
    List<String> paragraph = new ArrayList<>();
    boolean formatted = false;
    for (int index = 0; index < block.lines().size(); index++) {
      String content = content(block.lines().get(index));
      boolean indented = content.startsWith(PREFORMATTED);
      if (content.isEmpty() || indented != formatted) {
        close(module, html, paragraph, formatted);
      }
      formatted = indented;
      if (!content.isEmpty()) {
        paragraph.add(content);
      }
    }
    close(module, html, paragraph, formatted);
    return html.append("</div>\n").toString();
  }

  private void close(
      TlaModule module, StringBuilder html, List<String> paragraph, boolean formatted) {
    if (!paragraph.isEmpty()) {
      String text = String.join(formatted ? "\n" : " ", paragraph);
      String linked = links.linked(Optional.of(module), text, root);
      html.append(formatted ? "<pre tabindex=\"0\">" + linked + "</pre>" : "<p>" + linked + "</p>");
      paragraph.clear();
    }
  }

  /** What a line of a box says, with the indentation that is its own. */
  private static String content(String line) {
    String inner = line.strip();
    inner = inner.substring(2, inner.length() - 2);
    if (inner.chars().allMatch(c -> c == '*')) {
      return "";
    }
    return (inner.startsWith(" ") ? inner.substring(1) : inner).stripTrailing();
  }
}
