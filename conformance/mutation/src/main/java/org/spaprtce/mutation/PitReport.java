package org.spaprtce.mutation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.spaprtce.mutation.Mutant.Fate;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads PIT's report. */
final class PitReport {
  /** The name of the file. */
  static final String FILE = "mutations.xml";

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)\\$\\d+");
  private static final Pattern ENGINE = Pattern.compile("\\[engine:([^]]+)]");

  private record Entry(Element element, String type, String method, String mutator) {
    String kind() {
      return type + " " + method + " " + mutator;
    }

    int number(String child) {
      return Integer.parseInt(text(element, child));
    }
  }

  private PitReport() {}

  /**
   * The mutants by class, method and place.
   *
   * @throws IOException if the file is not such a report
   */
  static List<Mutant> read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    NodeList nodes = document(file).getElementsByTagName("mutation");
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        entries.add(
            new Entry(
                element,
                text(element, "mutatedClass"),
                LAMBDA.matcher(text(element, "mutatedMethod")).replaceFirst("$1"),
                mutator(text(element, "mutator"))));
      }
    }
    entries.sort(
        comparing(Entry::kind)
            .thenComparing(comparingInt(entry -> entry.number("lineNumber")))
            .thenComparing(comparingInt(entry -> entry.number("index"))));
    Map<String, Integer> seen = new HashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    for (Entry entry : entries) {
      mutants.add(mutant(entry, seen.merge(entry.kind(), 1, Integer::sum)));
    }
    return mutants;
  }

  private static Element document(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(Files.newInputStream(file))
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Mutant mutant(Entry entry, int nth) {
    Element element = entry.element();
    Matcher engine = ENGINE.matcher(text(element, "killingTest"));
    return new Mutant(
        new Mutant.Key(entry.type(), entry.method(), entry.mutator(), nth),
        entry.number("lineNumber"),
        text(element, "description"),
        fate(element.getAttribute("status")),
        Integer.parseInt(element.getAttribute("numberOfTestsRun")),
        engine.find() ? engine.group(1) : "");
  }

  private static Fate fate(String status) {
    return switch (status) {
      case "KILLED" -> Fate.KILLED;
      case "SURVIVED" -> Fate.SURVIVED;
      case "NO_COVERAGE" -> Fate.UNREACHED;
      case "TIMED_OUT" -> Fate.TIMED_OUT;
      default -> Fate.BROKEN;
    };
  }

  /** The last word of PIT's class name, as NegateConditionals of NegateConditionalsMutator. */
  private static String mutator(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replaceFirst("Mutator(_.*)?$", "$1");
  }

  private static String text(Element element, String child) {
    NodeList found = element.getElementsByTagName(child);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
