package org.spaprtce.conformance.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/**
 * The compiled norm with one comparison turned into its neighbour ({@code <} into {@code <=},
 * {@code >} into {@code >=}, and back): a wrong oracle on purpose, which the comparison of graphs
 * must find.
 */
public final class DamagedOracle
    implements BiFunction<Map<String, Value>, Map<String, String>, TlaModule> {
  private static final Map<String, String> NEIGHBOURS =
      Map.of("less", "atMost", "atMost", "less", "greater", "atLeast", "atLeast", "greater");
  private static final Pattern COMPARISON =
      Pattern.compile("Arithmetic\\.(less|atMost|greater|atLeast)\\(\\s*\"([^\"]+)\"");

  private final String description;
  private final Class<? extends TlaModule> damaged;

  private DamagedOracle(String description, Class<? extends TlaModule> damaged) {
    this.description = description;
    this.damaged = damaged;
  }

  /**
   * Damages the first comparison in the definition of an operator, wherever it is written: a set of
   * few elements and one of many have a loop each.
   *
   * @throws IllegalArgumentException if there is no such operator, or no comparison in it
   */
  public static DamagedOracle in(String operator) {
    String text = text();
    int[] methods = methods(text, operator);
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.region(methods[0], methods[1]).find()) {
      throw new IllegalArgumentException("operator=" + operator + " has no comparison");
    }
    String wrong = NEIGHBOURS.getOrDefault(comparison.group(1), "");
    String changed =
        text.replaceAll(
            "Arithmetic\\." + comparison.group(1) + "(?=\\(\\s*\"" + comparison.group(2) + "\")",
            "Arithmetic." + wrong);
    return new DamagedOracle(
        comparison.group(2) + " in " + operator + ": " + comparison.group(1) + " -> " + wrong,
        MemoryCompiler.compile(SpaprTceModule.class.getName(), changed)
            .asSubclass(TlaModule.class));
  }

  /** Where the methods of an operator begin and end: its own, and its loops behind it. */
  private static int[] methods(String text, String operator) {
    Matcher head =
        Pattern.compile(
                "private (?:boolean|Value) (?:op_%1$s|eval_%1$s|loop_%1$s_\\d+)\\("
                    .formatted(Pattern.quote(operator)))
            .matcher(text);
    if (!head.find()) {
      return new int[] {0, 0};
    }
    int start = head.start();
    int last = start;
    while (head.find()) {
      last = head.start();
    }
    return new int[] {start, end(text, last)};
  }

  /** A method ends where a line holds nothing but its brace. */
  private static int end(String text, int start) {
    return text.indexOf("\n  }\n", start);
  }

  /** The generated text, which travels with the classes. */
  private static String text() {
    String resource = "/generated/" + SpaprTceModule.class.getName().replace('.', '/') + ".java";
    try (InputStream in = SpaprTceModule.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource=" + resource + " missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was damaged: the position in the TLA+ text, the operator, the change. */
  public String description() {
    return description;
  }

  @Override
  public TlaModule apply(Map<String, Value> constants, Map<String, String> substitutions) {
    try {
      return damaged.getConstructor(Map.class, Map.class).newInstance(constants, substitutions);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(description, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(description, e);
    }
  }
}
