package org.spaprtce.compiler.catalog;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.spaprtce.compiler.Substitution;

/** Writes a catalog as a Java class, and its substitutions as a configuration. */
final class CatalogWriter {
  private static final String PACKAGE = "org.spaprtce.oracle";

  private final Catalog catalog;

  CatalogWriter(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The text of a class over the oracle's {@code Quirk} and {@code Profile}. */
  String javaClass(String className) {
    int dot = className.lastIndexOf('.');
    StringBuilder text = new StringBuilder();
    text.append("package ").append(className, 0, dot).append(";\n\n");
    text.append("import java.util.List;\nimport java.util.Map;\n");
    text.append("import ").append(PACKAGE).append(".Profile;\n");
    text.append("import ").append(PACKAGE).append(".Quirk;\n\n");
    text.append("/** The quirks and the profiles of spec, as Java. */\n");
    text.append("public final class ").append(className.substring(dot + 1)).append(" {\n");
    text.append("  /** Every quirk. */\n");
    text.append("  public static final List<Quirk> QUIRKS =\n      List.of(");
    StringJoiner quirks = new StringJoiner(",");
    catalog.quirks().forEach(quirk -> quirks.add(quirk(quirk)));
    text.append(quirks).append(");\n\n  /** Every profile. */\n");
    text.append("  public static final List<Profile> PROFILES =\n      List.of(");
    StringJoiner profiles = new StringJoiner(",");
    catalog
        .profiles()
        .forEach(profile ->
            profiles.add(
                construct("Profile", quoted(profile.name()), map(profile.substitutions()))));
    text.append(profiles).append(");\n\n  private ");
    text.append(className.substring(dot + 1)).append("() {}\n}\n");
    return text.toString();
  }

  private static String quirk(Catalog.Quirk quirk) {
    return construct(
        "Quirk",
        quoted(quirk.name()),
        quoted(quirk.title()),
        list(quirk.bugs()),
        quoted(quirk.kernels()),
        list(quirk.clauses()),
        map(quirk.substitutions()));
  }

  private static String construct(String record, String... arguments) {
    String indent = "\n              ";
    return "\n          new " + record + "(" + indent + String.join("," + indent, arguments) + ")";
  }

  private static String list(List<String> items) {
    return "List.of(" + String.join(", ", items.stream().map(CatalogWriter::quoted).toList()) + ")";
  }

  private static String map(Map<String, String> entries) {
    StringJoiner text =
        new StringJoiner(",\n                  ", "Map.ofEntries(\n                  ", ")");
    entries.forEach(
        (key, value) -> text.add("Map.entry(" + quoted(key) + ", " + quoted(value) + ")"));
    return entries.isEmpty() ? "Map.of()" : text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A configuration with every substitution. */
  String configuration() {
    StringBuilder text = new StringBuilder("CONSTANTS\n");
    for (Substitution line : catalog.substitutions()) {
      text.append("  ").append(line.operator()).append(" <- ").append(line.replacement());
      text.append(" \\* ").append(line.at().file()).append('\n');
    }
    return text.toString();
  }
}
