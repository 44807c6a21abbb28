package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;
import org.spaprtce.oracle.runtime.Values;

/**
 * The compiler's fixtures, one for each construct of its subset, have the values that TLC finds.
 */
class SubsetTest {
  private static final Path FIXTURES =
      Path.of("../compiler/src/test/resources/subset/compiled.txt");
  private static final State STATE = ValueParser.parseState("/\\ x = 1 /\\ y = 2");

  @TempDir static Path shared;
  private static TlaModule all;

  @TempDir Path scratch;

  /**
   * A fixture.
   *
   * @param number from 1; it is part of the names of E, the expression, and of A, the action
   * @param tla its modules, or the definitions of one
   * @param value that of the expression, or the set of pairs of x and y that the action leads to
   */
  record Example(int number, String head, String tla, String config, String value) {
    boolean isModule() {
      return tla.contains("---- MODULE");
    }

    boolean isAction() {
      return tla.contains("\nA == ") || tla.startsWith("A == ");
    }

    /** The definitions with names that can stand beside those of the other fixtures. */
    String numbered() {
      return tla.replaceAll("(?m)^([EA]) == ", "$1" + number + " == ");
    }

    @Override
    public String toString() {
      return head;
    }
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String text : Files.readString(FIXTURES).split("\n\n", -1)) {
      String[] parts = text.split("\n=> ", 2);
      StringBuilder tla = new StringBuilder();
      StringBuilder config = new StringBuilder();
      parts[0]
          .lines()
          .skip(1)
          .forEach(line ->
              (line.startsWith("cfg: ") ? config : tla)
                  .append(line.replace("cfg: ", ""))
                  .append('\n'));
      examples.add(
          new Example(
              examples.size() + 1,
              parts[0].lines().findFirst().orElseThrow(),
              tla.toString(),
              config.toString(),
              parts[1].lines().findFirst().orElseThrow()));
    }
    return examples;
  }

  static Stream<Example> expressions() throws IOException {
    return examples().stream().filter(e -> !e.isModule() && !e.isAction());
  }

  static Stream<Example> actions() throws IOException {
    return examples().stream().filter(e -> !e.isModule() && e.isAction());
  }

  static Stream<Example> modules() throws IOException {
    return examples().stream().filter(Example::isModule);
  }

  private static String module(
      String name, Stream<Example> examples, String variables, String more) {
    StringBuilder text = new StringBuilder("---- MODULE " + name + " ----\n");
    text.append("EXTENDS Integers, Sequences, FiniteSets, TLC\n");
    text.append(variables);
    examples.forEach(example -> text.append(example.numbered()));
    return text.append(more).append("====\n").toString();
  }

  @BeforeAll
  static void compile() throws IOException {
    Stream<Example> examples = Stream.concat(expressions(), actions());
    Files.writeString(
        shared.resolve("Subset.tla"), module("Subset", examples, "VARIABLES x, y\n", ""));
    all = Fixtures.configured(shared.resolve("Subset.tla"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void eval_expression_hasItsValue(Example example) {
    assertEquals(Values.parse(example.value()), all.eval(STATE, "E" + example.number()));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void apply_action_leadsToItsStates(Example example) {
    List<Value> reached = new ArrayList<>();
    for (State state : all.apply(STATE, "A" + example.number())) {
      reached.add(Values.tuple(state.get("x"), state.get("y")));
    }
    assertEquals(Values.parse(example.value()), Values.set(reached));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void eval_modules_haveTheirValue(Example example) throws Exception {
    for (String module : example.tla().split("(?<=\n====\n)", -1)) {
      if (!module.isEmpty()) {
        Files.writeString(scratch.resolve(module.split(" ", -1)[2] + ".tla"), module);
      }
    }
    Files.writeString(scratch.resolve("Spec.cfg"), example.config());
    TlaModule module = Fixtures.configured(scratch.resolve("Spec.tla"));
    boolean starts =
        example.tla().contains("\nInit ==") || example.config().contains("SPECIFICATION");
    State state = starts ? module.initial().getFirst() : State.EMPTY;
    assertEquals(Values.parse(example.value()), module.eval(state, "E"));
    if (starts) {
      List<State> next = new ArrayList<>();
      module.next(state, (_, successor) -> next.add(successor));
      assertTrue(!next.isEmpty());
    }
  }

  private int tlc(String more) throws Exception {
    Path module =
        Files.writeString(scratch.resolve("Facts.tla"), module("Facts", expressions(), "", more));
    Files.writeString(scratch.resolve("Facts.cfg"), "");
    return Fixtures.tlc(module, scratch);
  }

  @Test
  void tlc_expressions_haveTheirValues() throws Exception {
    StringBuilder facts = new StringBuilder();
    expressions().forEach(e -> facts.append("ASSUME E%d = %s%n".formatted(e.number(), e.value())));
    assertEquals(0, tlc(facts.toString()));
  }

  @Test
  void tlc_wrongValue_isFound() throws Exception {
    assertNotEquals(0, tlc("ASSUME E1 = FALSE\n"));
  }
}
