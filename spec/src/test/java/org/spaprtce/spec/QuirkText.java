package org.spaprtce.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The quirks as they are written: modules, their list, profiles and models.
 *
 * @param norm the norm's folder, which they are a part of
 */
record QuirkText(NormText norm) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^(\\w+)(?:\\(([^)]*)\\))?\\s*==(?!=)");
  private static final Pattern EXTENDS =
      Pattern.compile("(?m)^EXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)");
  private static final Pattern SUBSTITUTION = Pattern.compile("(?m)^ +(\\w+) <- (\\w+)$");
  private static final Pattern CHOSEN = Pattern.compile("(?m)^ *\\\\\\* Quirk (\\w+)$");

  /**
   * A quirk of the list.
   *
   * @param model the configuration that shows what it breaks
   * @param violated the property that it breaks, or null
   * @param steps the steps of the counterexample, or null
   * @param note what else there is to say, or null
   */
  record Entry(
      String name,
      List<String> bugs,
      String title,
      String kernels,
      List<String> clauses,
      Map<String, String> substitutions,
      @Nullable String model,
      @Nullable String violated,
      @Nullable Integer steps,
      @Nullable String note) {}

  private record Entries(List<Entry> quirks) {}

  /** Reads the quirks from the norm's folder. */
  static QuirkText read(Path folder) {
    return new QuirkText(NormText.read(folder));
  }

  /** This text with one file replaced or added. */
  QuirkText with(String path, String text) {
    return new QuirkText(norm.with(path, text));
  }

  /** This text without one file. */
  QuirkText without(String path) {
    return new QuirkText(norm.without(path));
  }

  /** This text with every occurrence of some words of one file replaced. */
  QuirkText replacing(String path, String words, String others) {
    return new QuirkText(norm.replacing(path, words, others));
  }

  /** The text of a file, empty where there is none. */
  String text(String path) {
    return norm.files().getOrDefault(path, "");
  }

  /** The names of the files of a folder that end in some way, without that end. */
  NavigableSet<String> names(String folder, String end) {
    NavigableSet<String> names = new TreeSet<>();
    for (String path : norm.files(folder + "/", end).keySet()) {
      names.add(path.substring(folder.length() + 1, path.length() - end.length()));
    }
    return names;
  }

  /** The list of quirks. */
  List<Entry> quirks() {
    return JSON.readValue(text("quirks/quirks.json"), Entries.class).quirks();
  }

  /** The list of the quirks' models. */
  List<Model> models() {
    return Manifest.listing(text("models/manifest-quirks.json"));
  }

  /** The operators that a file defines, with the number of their parameters. */
  Map<String, Integer> operators(String path) {
    Map<String, Integer> operators = new LinkedHashMap<>();
    Matcher definition = DEFINITION.matcher(text(path));
    while (definition.find()) {
      String parameters = definition.group(2);
      operators.put(
          definition.group(1),
          parameters == null ? 0 : (int) parameters.chars().filter(c -> c == ',').count() + 1);
    }
    return operators;
  }

  /** The modules that a module extends. */
  List<String> extended(String path) {
    Matcher extended = EXTENDS.matcher(text(path));
    return extended.find() ? List.of(extended.group(1).split("\\s*,\\s*")) : List.of();
  }

  /** The substitutions of a configuration, each once. */
  Map<String, String> substitutions(String path) {
    Map<String, String> found = new TreeMap<>();
    Matcher line = SUBSTITUTION.matcher(text(path));
    while (line.find()) {
      String earlier = found.put(line.group(1), line.group(2));
      if (earlier != null) {
        throw new IllegalArgumentException(
            "path=" + path + " operator=" + line.group(1) + ": replaced twice");
      }
    }
    return found;
  }

  /** The quirks that a profile says it chooses. */
  List<String> chosen(String path) {
    List<String> names = new ArrayList<>();
    Matcher line = CHOSEN.matcher(text(path));
    while (line.find()) {
      names.add(line.group(1));
    }
    return names;
  }
}
