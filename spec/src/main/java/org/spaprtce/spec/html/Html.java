package org.spaprtce.spec.html;

import java.util.Locale;

/** Pieces of HTML text, written so that an XML parser reads them too. */
final class Html {
  private Html() {}

  /** The text with markup characters escaped, for content and for quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A link; its content is HTML already. */
  static String link(String url, String content) {
    return "<a href=\"%s\">%s</a>".formatted(escape(url), content);
  }

  /** A link whose content is code. */
  static String code(String url, String text) {
    return link(url, "<code>" + escape(text) + "</code>");
  }

  /** An identifier made of a heading's words. */
  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
