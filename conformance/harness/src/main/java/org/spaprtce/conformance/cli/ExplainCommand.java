package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.spec.clause.Clause;
import org.spaprtce.spec.clause.Clauses;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sptce explain}: says what clauses of the norm and quirks of kernels are. */
@Command(
    name = "explain",
    description =
        "Says what a clause of the norm demands, or what a quirk of a kernel does; without names,"
            + " lists both.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is explained",
      "2:a name is unknown",
      "3:a defect of this program"
    },
    exitCodeOnExecutionException = 3)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Clauses, as UNR-4, and quirks, as UnregisterForgets.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  /** What a name stands for: a line, and all of it. */
  private record Entry(String name, String line, String text) {}

  @Override
  public Integer call() {
    List<Clause> clauses = Clauses.all();
    List<Entry> entries = new ArrayList<>();
    clauses.forEach(clause -> entries.add(new Entry(clause.id(), line(clause), text(clause))));
    Quirk.all().forEach(quirk -> entries.add(entry(quirk, clauses)));
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      entries.forEach(entry -> out.println(entry.line));
    } else {
      Map<String, Entry> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      entries.forEach(entry -> byName.put(entry.name, entry));
      List<String> texts = names.stream().map(name -> found(byName, name).text).toList();
      out.println(String.join(System.lineSeparator(), texts).stripTrailing());
    }
    out.flush();
    return 0;
  }

  private Entry found(Map<String, Entry> byName, String name) {
    Entry entry = byName.get(name);
    if (entry == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "NAME=" + name + ": neither a clause nor a quirk; without names, all are listed");
    }
    return entry;
  }

  private static String line(Clause clause) {
    return clause.id() + " " + clause.title();
  }

  private static String text(Clause clause) {
    String fields = clause.text().lines().skip(1).reduce("", (all, line) -> all + line + "\n");
    return "%s%n%s%n  in spec/%s%n"
        .formatted(line(clause), fields.replace("**", "").stripTrailing(), clause.path());
  }

  private static Entry entry(Quirk quirk, List<Clause> clauses) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("What", quirk.title());
    fields.put("Kernels", quirk.kernels());
    clauses.stream()
        .filter(clause -> quirk.clauses().contains(clause.id()))
        .forEach(clause -> fields.merge("Breaks", line(clause), (a, b) -> a + "; " + b));
    new TreeMap<>(quirk.substitutions())
        .forEach((operator, by) ->
            fields.merge("Replaces", operator + " <- " + by, (a, b) -> a + ", " + b));
    StringBuilder text = new StringBuilder("%s%n%n".formatted(quirk.name()));
    fields.forEach((field, value) -> text.append("- %s: %s%n".formatted(field, value)));
    return new Entry(quirk.name(), quirk.name() + " " + quirk.title(), text.toString());
  }
}
