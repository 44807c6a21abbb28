package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spaprtce.Command;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.GroupCommand;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.TableGroup;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.PhysicalLayout;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.Platform;

/**
 * The Javadoc of the interface beside the norm: it names clauses that there are, and each command
 * the refusals that the norm's text has for it, with their errors.
 */
class DocumentedClausesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path SPEC = Path.of("../spec");

  private static final String PLATFORM = "Platform error";
  private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d+");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+) (?:(.+): )?.*$");
  private static final Pattern DOCUMENTED = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*([^{;}/]*)");
  private static final Pattern TAG = Pattern.compile("@clause((?: [A-Z]{3}-\\d+)+)(?: @|$)");
  private static final Pattern ANSWERS = Pattern.compile("\\bAnswers (?!no error)([^.:]*)");
  private static final Pattern ANSWER =
      Pattern.compile("(?:^|, )(E[A-Z]+|the platform's error) \\(([^)]*)\\)");
  private static final Pattern CHECKS =
      Pattern.compile("(?m)^(\\w*Checks)(?:\\(.*\\))? ==(.*(?:\\n(?: .*)?)*)");
  private static final Pattern CHECK = Pattern.compile("Check\\([^,]*,\\s*\"(\\S+)\"");

  /** Commands that ask nothing about the session of their container. */
  private static final Set<Class<?>> WITHOUT_SESSION =
      Set.of(Command.GetApiVersion.class, Command.CheckExtension.class, Command.SetIommu.class);

  private static final Set<Class<?>> FLAGS_ARE_OUTPUT =
      Set.of(Command.GetInfo.class, GroupCommand.GetStatus.class);

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  /** The text of the only Javadoc comment of a file whose declaration has a match, on one line. */
  private static String javadoc(Class<?> type, String declaration) {
    Path file = SOURCES.resolve(type.getNestHost().getName().replace('.', '/') + ".java");
    Pattern declares = Pattern.compile("\\b" + declaration);
    List<String> found =
        matches(DOCUMENTED, read(file))
            .filter(d -> declares.matcher(d.group(2)).find())
            .map(d -> d.group(1).replaceAll("\\n *\\*", "").replaceAll("\\s+", " ").strip())
            .toList();
    assertEquals(1, found.size(), () -> file + ": " + declaration);
    return found.getFirst();
  }

  private static String javadoc(Class<?> type) {
    return javadoc(type, "(?:class|record|enum|interface) " + type.getSimpleName() + "\\b");
  }

  /** Each clause of the norm with the error in its heading, if it refuses. */
  private static Map<String, String> clauses() throws IOException {
    var clauses = new HashMap<String, String>();
    for (Path file : files(SPEC.resolve("clauses"), ".md")) {
      matches(HEADING, read(file))
          .filter(h -> ID.matcher(h.group(1)).matches())
          .forEach(h -> clauses.put(h.group(1), String.valueOf(h.group(2))));
    }
    return clauses;
  }

  static Stream<Class<?>> commands() {
    return Stream.of(Command.class, GroupCommand.class)
        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
  }

  static Stream<Class<?>> types() {
    Stream<Class<?>> ports =
        Arrays.stream(Platform.class.getRecordComponents()).map(RecordComponent::getType);
    Stream<Class<?>> nests =
        Stream.of(Command.class, GroupCommand.class, Outcome.class, MachineState.class);
    Stream<Class<?>> values =
        Stream.of(
            DmaPermission.class,
            DmaWindow.class,
            Errno.class,
            PhysicalLayout.class,
            PhysicalRun.class,
            PinnedBlock.class,
            Platform.class,
            TableGroup.class,
            TceEntry.class);
    return Stream.of(
            nests.flatMap(n -> Stream.concat(Stream.of(n), Arrays.stream(n.getDeclaredClasses()))),
            ports.flatMap(port -> Arrays.stream(port.getDeclaredClasses())),
            values)
        .flatMap(Function.identity());
  }

  static Stream<Method> operations() {
    return Arrays.stream(Platform.class.getRecordComponents())
        .flatMap(port -> Arrays.stream(port.getType().getDeclaredMethods()))
        .filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("types")
  void type_ofCommandOutcomeStateOrPort_namesClauses(Class<?> type) {
    assertTrue(TAG.matcher(javadoc(type)).find(), () -> javadoc(type));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_ofAPort_namesClauses(Method method) {
    String text = javadoc(method.getDeclaringClass(), method.getName() + "\\(");
    assertTrue(TAG.matcher(text).find(), text);
  }

  @Test
  void source_namesAClause_thatIsInTheSpec() throws IOException {
    Set<String> known = clauses().keySet();
    for (Path file : files(SOURCES, ".java")) {
      String text = read(file);
      List<String> unknown =
          matches(ID, text).map(MatchResult::group).filter(id -> !known.contains(id)).toList();
      assertEquals(List.of(), unknown, file::toString);
      matches(Pattern.compile("@clause(.*)"), text)
          .forEach(tag -> assertTrue(TAG.matcher(tag.group()).matches(), tag.group()));
    }
  }

  /** What the Javadoc of a type answers: each clause with its error. */
  private static Map<String, String> answers(Class<?> type) {
    String text = javadoc(type);
    assertEquals(1, matches(Pattern.compile("\\bAnswers "), text).count(), text);
    var answers = new TreeMap<String, String>();
    matches(ANSWERS, text)
        .map(sentence -> sentence.group(1))
        .forEach(sentence -> {
          assertEquals("", ANSWER.matcher(sentence).replaceAll(""), text);
          matches(ANSWER, sentence).forEach(answer -> add(answers, answer));
        });
    return answers;
  }

  private static void add(Map<String, String> answers, MatchResult answer) {
    String error = answer.group(1).startsWith("E") ? answer.group(1) : PLATFORM;
    for (String clause : answer.group(2).split(", ", -1)) {
      assertFalse(answers.containsKey(clause), clause);
      answers.put(clause, error);
    }
  }

  static Stream<Class<?>> answering() {
    return Stream.concat(
        Stream.of(Command.class, GroupCommand.class, Command.Header.class), commands());
  }

  @ParameterizedTest
  @MethodSource("answering")
  void answers_ofACommand_areTheErrorsOfTheirClauses(Class<?> type) throws IOException {
    Map<String, String> headings = clauses();
    answers(type)
        .forEach((clause, error) -> {
          assertEquals(headings.get(clause), error, clause);
          if (!error.equals(PLATFORM)) {
            Clause refusing = Clause.valueOf(clause.replace('-', '_'));
            assertEquals(refusing.rejection().errno().name(), error, clause);
          }
        });
  }

  @Test
  void answers_ofAllCommands_areAllRefusalsOfTheEngine() {
    assertEquals(
        Arrays.stream(Clause.values())
            .map(clause -> clause.rejection().clause())
            .collect(Collectors.toSet()),
        answering().flatMap(type -> answers(type).keySet().stream()).collect(Collectors.toSet()));
  }

  /** The checks of the norm's text by the name of their operator. */
  private static Map<String, String> checks() throws IOException {
    var checks = new HashMap<String, String>();
    for (Path file : files(SPEC.resolve("tla"), ".tla")) {
      matches(CHECKS, read(file)).forEach(c -> checks.put(c.group(1), c.group(2)));
    }
    return checks;
  }

  /** The clauses of the checks in a text, and in the operators that it names. */
  private static Set<String> clauses(String text, Map<String, String> checks) {
    var clauses = new TreeSet<String>();
    matches(CHECK, text).forEach(check -> clauses.add(check.group(1)));
    matches(Pattern.compile("\\w+Checks\\b"), text)
        .forEach(name ->
            clauses.addAll(clauses(Objects.requireNonNull(checks.get(name.group())), checks)));
    return clauses;
  }

  /** The name of a command in the norm's text. */
  private static String op(Class<?> command) {
    return command == GroupCommand.Unknown.class
        ? "UNKNOWN_OF_GROUP"
        : command.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** The refusals of a command: its own, and those that its Javadoc leaves to others. */
  private static Set<String> refusals(Class<?> command) {
    var refusals = new TreeSet<>(answers(command).keySet());
    if (Command.class.isAssignableFrom(command) && !WITHOUT_SESSION.contains(command)) {
      refusals.addAll(answers(Command.class).keySet());
    }
    if (GroupCommand.class.isAssignableFrom(command) && command != GroupCommand.OpenGroup.class) {
      refusals.addAll(answers(GroupCommand.class).keySet());
    }
    if (Arrays.stream(command.getRecordComponents())
        .anyMatch(c -> c.getType() == Command.Header.class)) {
      refusals.addAll(answers(Command.Header.class).keySet());
    }
    if (FLAGS_ARE_OUTPUT.contains(command)) {
      refusals.remove("ABI-3");
    }
    return refusals;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void answers_ofACommand_areTheChecksOfTheNorm(Class<?> command) throws IOException {
    Map<String, String> checks = checks();
    List<String> branches =
        matches(
                Pattern.compile("cmd\\.op = \"" + op(command) + "\"\\s+->([^\\[]*)"),
                Objects.requireNonNull(checks.get("Checks")))
            .map(branch -> branch.group(1))
            .toList();
    assertEquals(1, branches.size(), command::toString);
    assertEquals(clauses(branches.getFirst(), checks), refusals(command));
  }
}
