package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The quirks as they are written: modules, their list, profiles and models, and the norm's text.
 *
 * @param files the text of each file by its path below the norm's folder, with {@code /} between
 *     names
 */
record QuirkText(NavigableMap<String, String> files) {
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

  /** A model of the list of models. */
  record Listed(
      String config,
      String module,
      String purpose,
      String kind,
      @Nullable String violated,
      long distinctStates,
      int depth,
      @Nullable Integer steps) {}

  private record Entries(List<Entry> quirks) {}

  private record Models(List<Listed> models) {}

  QuirkText {
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
  }

  /** Reads the quirks from the norm's folder. */
  static QuirkText read(Path folder) {
    NavigableMap<String, String> files = new TreeMap<>();
    for (String part : List.of("quirks", "profiles", "tla", "models", "clauses")) {
      try (Stream<Path> paths = Files.list(folder.resolve(part))) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(part + "/" + path.getFileName(), Texts.read(path)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new QuirkText(files);
  }

  /** This text with one file replaced or added. */
  QuirkText with(String path, String text) {
    NavigableMap<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new QuirkText(changed);
  }

  /** This text without one file. */
  QuirkText without(String path) {
    NavigableMap<String, String> changed = new TreeMap<>(files);
    if (changed.remove(path) == null) {
      throw new IllegalArgumentException("path=" + path + ": no such file");
    }
    return new QuirkText(changed);
  }

  /** This text with the first occurrence of some words in one file replaced. */
  QuirkText replacing(String path, String words, String others) {
    String text = text(path);
    if (!text.contains(words)) {
      throw new IllegalArgumentException("path=" + path + " words=" + words + ": not there");
    }
    return with(path, text.replaceFirst(Pattern.quote(words), Matcher.quoteReplacement(others)));
  }

  String text(String path) {
    return files.getOrDefault(path, "");
  }

  /** The names of the files of a folder that end in some way, without that end. */
  NavigableSet<String> names(String folder, String end) {
    NavigableSet<String> names = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder + "/") && path.endsWith(end)) {
        names.add(path.substring(folder.length() + 1, path.length() - end.length()));
      }
    }
    return names;
  }

  /** The list of quirks. */
  List<Entry> quirks() {
    return JSON.readValue(text("quirks/quirks.json"), Entries.class).quirks();
  }

  /** The list of the quirks' models. */
  List<Listed> models() {
    return JSON.readValue(text("models/manifest-quirks.json"), Models.class).models();
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
