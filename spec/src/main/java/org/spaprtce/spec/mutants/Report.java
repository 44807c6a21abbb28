package org.spaprtce.spec.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings on record.
 *
 * @param digest identifies the texts of norm and models that they are about
 * @param findings what became of each mutant, by its key
 */
record Report(String digest, Map<String, Finding> findings) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String ROW = "%-14s %8s %8s %11s %9s%n";

  private record Stored(String digest, List<Finding> findings) {}

  /** A record of nothing yet. */
  static Report empty(String digest) {
    return new Report(digest, new LinkedHashMap<>());
  }

  /** The record in a file if it is about the same texts, else an empty one. */
  static Report restore(Path file, String digest) {
    Report report = empty(digest);
    if (Files.exists(file)) {
      Stored stored = JSON.readValue(file.toFile(), Stored.class);
      if (stored.digest().equals(digest)) {
        stored.findings().forEach(finding -> report.findings.put(finding.mutant(), finding));
      }
    }
    return report;
  }

  /** Adds a finding, and writes the whole record so that an interrupted hunt can go on. */
  synchronized void add(Finding finding, Path file) {
    findings.put(finding.mutant(), finding);
    List<Finding> sorted = new ArrayList<>(new TreeMap<>(findings).values());
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      JSON.writeValue(draft.toFile(), new Stored(digest, sorted));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of findings, with a row for each module, and those that are not as they should be. */
  static String table(Collection<Finding> findings) {
    Map<String, List<Finding>> modules = new TreeMap<>();
    findings.forEach(finding ->
        modules.computeIfAbsent(finding.module(), name -> new ArrayList<>()).add(finding));
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("module", "mutants", "killed", "equivalent", "survived"));
    modules.forEach((module, some) -> table.append(row(module, some)));
    table.append(row("all", findings));
    for (Finding finding : findings) {
      if (!finding.verdict().isGood()) {
        table.append(
            "%s  %s, line %d%s%n"
                .formatted(
                    finding.verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    finding.mutant(),
                    finding.line(),
                    finding.by().isEmpty() ? "" : ", by " + finding.by()));
      }
    }
    return table.toString();
  }

  private static String row(String name, Collection<Finding> findings) {
    return ROW.formatted(
        name,
        findings.size(),
        count(findings, Finding.Verdict.KILLED),
        count(findings, Finding.Verdict.EQUIVALENT),
        findings.stream().filter(finding -> !finding.verdict().isGood()).count());
  }

  private static long count(Collection<Finding> findings, Finding.Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
