package org.spaprtce.mutation;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A module whose tests are put to the test.
 *
 * @param name a word
 * @param folder of the module, below that of the project
 * @param classes the classes that are changed, as patterns of PIT
 * @param excluded those among them that are not
 * @param excludedTests the tests that do not run, as patterns of PIT
 * @param engines the JUnit engines that run its tests: each must kill something
 * @param threshold the least part of the mutants that must be killed, in percent
 * @param survivors the mutants that are known to survive
 * @param endless the mutants that make a test run for ever: their time-outs count as kills
 */
record Subject(
    String name,
    String folder,
    List<String> classes,
    List<String> excluded,
    List<String> excludedTests,
    Set<String> engines,
    int threshold,
    List<Entry> survivors,
    List<Entry> endless) {
  /**
   * The tag of tests that say nothing about a mutant: they run TLC, or change the code themselves.
   */
  static final String UNFIT = "unfit-for-mutation";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private record Listing(List<Subject> modules) {}

  /**
   * Mutants of a method of which something is known that PIT cannot tell.
   *
   * @param type the class in full
   * @param method as in {@link Mutant.Key}
   * @param mutator as in {@link Mutant.Key}
   * @param nth as in {@link Mutant.Key}, one or several
   * @param reason why they may live, or why they never end
   */
  record Entry(String type, String method, String mutator, List<Integer> nth, String reason) {
    /** Refuses an entry without a reason. */
    Entry {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason missing for " + type + "." + method);
      }
    }

    private List<Mutant.Key> keys() {
      return nth.stream().map(number -> new Mutant.Key(type, method, mutator, number)).toList();
    }
  }

  /** Reads the list of modules. */
  static List<Subject> read(Path file) {
    return JSON.readValue(file.toFile(), Listing.class).modules();
  }

  /** The same module with fewer classes, too few for a score. */
  Subject only(String pattern) {
    Pattern chosen = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    return new Subject(
        name,
        folder,
        List.of(pattern),
        excluded,
        excludedTests,
        Set.of(),
        0,
        only(survivors, chosen),
        only(endless, chosen));
  }

  private static List<Entry> only(List<Entry> entries, Pattern chosen) {
    return entries.stream().filter(entry -> chosen.matcher(entry.type()).matches()).toList();
  }

  /** The mutants that are known to survive. */
  Set<Mutant.Key> knownToSurvive() {
    return keys(survivors);
  }

  /** The mutants that are known never to end. */
  Set<Mutant.Key> knownToBeEndless() {
    return keys(endless);
  }

  private static Set<Mutant.Key> keys(List<Entry> entries) {
    return entries.stream().flatMap(entry -> entry.keys().stream()).collect(toSet());
  }
}
