package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.spec.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as a manifest lists it.
 *
 * @param config the file of its configuration
 * @param module the file of its module
 * @param purpose what it is for
 * @param kind what its answer shows
 * @param violated the property that it violates, or null
 * @param facts the numbers of its answer, in words
 * @param properties the properties that the configuration names
 * @param text the configuration
 */
record Checked(
    String config,
    String module,
    String purpose,
    String kind,
    @Nullable String violated,
    String facts,
    List<String> properties,
    String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> PROPERTIES =
      Set.of("INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES");
  private static final Set<String> OTHERS =
      Set.of(
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "ALIAS",
          "CHECK_DEADLOCK",
          "CONSTANT",
          "CONSTANTS",
          "CONSTRAINT",
          "CONSTRAINTS",
          "INIT",
          "NEXT",
          "POSTCONDITION",
          "SPECIFICATION",
          "SYMMETRY",
          "VIEW");

  /** The models of all manifests, in the order of the manifests' names. */
  static List<Checked> read(Sources sources) {
    List<Checked> models = new ArrayList<>();
    for (String path : sources.paths("models", ".json")) {
      for (JsonNode entry : JSON.readTree(sources.text(path)).path("models")) {
        models.add(of(entry, sources));
      }
    }
    return models;
  }

  private static Checked of(JsonNode entry, Sources sources) {
    String config = entry.path("config").asString("");
    String text = sources.text("models/" + config);
    return new Checked(
        config,
        entry.path("module").asString(""),
        entry.path("purpose").asString(""),
        entry.path("kind").asString(""),
        entry.path("violated").isString() ? entry.path("violated").asString() : null,
        facts(entry),
        properties(text),
        text);
  }

  private static String facts(JsonNode entry) {
    List<String> facts = new ArrayList<>();
    if (entry.path("distinctStates").asLong(-1) >= 0) {
      facts.add(String.format(Locale.ROOT, "%,d states", entry.path("distinctStates").asLong()));
    }
    if (entry.path("depth").asLong(-1) >= 0) {
      facts.add("depth " + entry.path("depth").asLong());
    }
    if (entry.path("steps").isNumber()) {
      facts.add(entry.path("steps").asLong() + " steps");
    }
    if (entry.path("seconds").isNumber()) {
      facts.add(entry.path("seconds").asString() + " s");
    }
    if (entry.path("suite").isString()) {
      facts.add(entry.path("suite").asString() + " suite");
    }
    return String.join(", ", facts);
  }

  private static List<String> properties(String config) {
    List<String> names = new ArrayList<>();
    boolean listed = false;
    for (String word : config.replaceAll("\\\\\\*.*", "").strip().split("\\s+", -1)) {
      if (PROPERTIES.contains(word) || OTHERS.contains(word)) {
        listed = PROPERTIES.contains(word);
      } else if (listed) {
        names.add(word);
      }
    }
    return names;
  }

  /**
   * Whether the answer says something about a property. TLC does not tell which property of
   * behaviours is violated: there it is what the configuration lists.
   */
  boolean concerns(String property) {
    boolean listed = violated == null || violated.equals(Model.TEMPORAL);
    return listed ? properties.contains(property) : Objects.equals(violated, property);
  }

  /** Where the configuration is on the site. */
  String url() {
    String folder = "models/";
    return folder + module.replaceAll("\\.tla$", ".html") + "#" + config;
  }
}
