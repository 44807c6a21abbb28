package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A quirk as {@code quirks.json} lists it.
 *
 * @param name its name, which is also that of its module
 * @param title what it does, in a sentence
 * @param kernels the versions that have it
 * @param bugs what it is called in the list of defects
 * @param clauses the clauses that it breaks
 * @param substitutions which operators it replaces, and by which
 * @param model the configuration that shows it, or nothing
 * @param violated the property that the model violates, or nothing
 * @param steps how many steps that takes, or nothing
 * @param note what else is to be said, or nothing
 */
record Quirk(
    String name,
    String title,
    String kernels,
    List<String> bugs,
    List<String> clauses,
    Map<String, String> substitutions,
    String model,
    String violated,
    String steps,
    String note) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "quirks/quirks.json";

  /** All quirks, in the order of the file; none if there is no file. */
  static List<Quirk> read(Sources sources) {
    List<Quirk> quirks = new ArrayList<>();
    if (sources.files().containsKey(FILE)) {
      for (JsonNode entry : JSON.readTree(sources.text(FILE)).path("quirks")) {
        Map<String, String> substitutions = new LinkedHashMap<>();
        entry
            .path("substitutions")
            .forEachEntry((operator, by) -> substitutions.put(operator, by.asString()));
        quirks.add(
            new Quirk(
                text(entry, "name"),
                text(entry, "title"),
                text(entry, "kernels"),
                texts(entry, "bugs"),
                texts(entry, "clauses"),
                substitutions,
                text(entry, "model"),
                text(entry, "violated"),
                text(entry, "steps"),
                text(entry, "note")));
      }
    }
    return quirks;
  }

  private static String text(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static List<String> texts(JsonNode entry, String field) {
    List<String> texts = new ArrayList<>();
    entry.path(field).forEach(one -> texts.add(one.asString()));
    return texts;
  }

  /** Whether a profile's text has every substitution of this quirk. */
  boolean isIn(String profile) {
    return !substitutions.isEmpty()
        && substitutions.entrySet().stream()
            .allMatch(one ->
                profile
                    .lines()
                    .anyMatch(line -> line.strip().equals(one.getKey() + " <- " + one.getValue())));
  }

  /** Where it is on the site. */
  String url() {
    return "quirks.html#" + name;
  }
}
