package org.spaprtce.conformance.graph;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** TLC reads what a state prints, and finds the same state. */
class PrintedStateTest {
  private static final Value OK = Values.string("OK");
  private static final BigInteger PAGE = BigInteger.valueOf(0x10000);

  /** What TLC can hold, which has 32 bits. */
  private static final BigInteger TOP = BigInteger.valueOf(0x7fff0000);

  private static final BigInteger LAST_PAGE = TOP.subtract(PAGE).subtract(PAGE);
  private static final BigInteger MUCH = BigInteger.ONE.shiftLeft(30);
  private static final Environment ENVIRONMENT =
      new Environment(MUCH, false, MUCH, PAGE, 7, MUCH, MUCH, MUCH, "OK", 0);

  @TempDir private Path folder;

  private static Oracle oracle() {
    Machine machine =
        new Machine(BigInteger.ZERO, MUCH.shiftRight(2), List.of(12, 16), 2, 5, true, PAGE);
    Cast cast = new Cast(List.of("p", "q"), List.of("c", "d"), List.of("g", "group 2"));
    Map<String, Value> constants = new HashMap<>(NormConstants.of(cast, machine, PAGE));
    constants.put("AddressTop", Values.integer(TOP));
    constants.put("SecondStart", Values.integer(MUCH));
    constants.put("TableAddressBits", Values.integer(30));
    return Oracle.of(constants);
  }

  private static List<Value> commands() {
    Target group = new Target("p", "g", ENVIRONMENT);
    Target container = new Target("p", "c", ENVIRONMENT);
    Target other = new Target("q", "group 2", ENVIRONMENT);
    return List.of(
        NormCommand.ofGroup("OPEN_GROUP", group),
        NormCommand.setContainer(group, true, NamedFile.CONTAINER, "c"),
        NormCommand.setIommu(container, 7),
        NormCommand.register(container, new Header(true, 24, 0), LAST_PAGE, PAGE),
        NormCommand.map(
            container,
            new Header(true, 32, 3),
            LAST_PAGE,
            BigInteger.ZERO,
            BigInteger.valueOf(0x2000)),
        NormCommand.create(container, new Header(true, 40, 0), 16, MUCH.shiftRight(4), 1),
        NormCommand.map(container, new Header(true, 32, 1), LAST_PAGE, MUCH, PAGE),
        NormCommand.ofGroup("OPEN_GROUP", other),
        NormCommand.setContainer(other, true, NamedFile.CONTAINER, "d"));
  }

  /** The states of a run of the norm, in which every command succeeds. */
  private static List<State> run(Oracle oracle) {
    List<State> states = new ArrayList<>(List.of(oracle.initial()));
    for (Value command : commands()) {
      State state = states.getLast();
      assertTrue(oracle.allowed(state, command).contains(OK), command::toString);
      states.add(oracle.apply(state, command, OK).getFirst());
    }
    return states;
  }

  /** The states that TLC finds to satisfy one of the texts. */
  private Set<State> readByTlc(List<String> texts, List<String> variables) throws IOException {
    String names = String.join(", ", variables);
    String init =
        texts.stream()
            .map(text -> "  \\/ " + text.replace("\n", "\n     "))
            .collect(Collectors.joining("\n"));
    Path module =
        Files.writeString(
            folder.resolve("Printed.tla"),
            """
            ---- MODULE Printed ----
            EXTENDS Integers, TLC
            CONSTANT model
            VARIABLES %s
            Init ==
            %s
            Next == UNCHANGED <<%s>>
            Constants == [model |-> model]
            ====
            """
                .formatted(names, init, names));
    Path config =
        Files.writeString(
            folder.resolve("Printed.cfg"), "CONSTANT model = model\nINIT Init\nNEXT Next\n");
    return GraphEquality.referee(new GraphModel(config, module, List.of()), _ -> {})
        .states()
        .stream()
        .map(state -> Comparison.inOrder(state, variables))
        .collect(toSet());
  }

  private void assertReadBack(List<State> states) throws IOException {
    List<String> texts = states.stream().map(State::toString).toList();
    Set<State> expected = new LinkedHashSet<>(states);
    assertEquals(states.size(), expected.size());
    assertEquals(expected, readByTlc(texts, states.getFirst().variables()));
  }

  @Test
  void toString_statesOfTheNorm_areReadBackByTlc() throws IOException {
    Oracle oracle = oracle();
    List<State> states = run(oracle);
    String last = states.getLast().toString();
    for (String part : List.of("type |-> 7", "ua |-> " + LAST_PAGE, "lockedVm = [p |-> ")) {
      assertTrue(last.contains(part), last);
    }
    assertReadBack(states);
  }

  @Test
  void toString_everyKindOfValue_isReadBackByTlc() throws IOException {
    List<State> states =
        List.of(
                Values.FALSE,
                Values.integer(Integer.MAX_VALUE),
                Values.integer(-Integer.MAX_VALUE),
                Values.string("a \"quoted\" and \\ slanted\tin two\nlines"),
                Values.parse("(\"IF\" :> 1 @@ \"2 b\" :> 2 @@ \"a\" :> 3)"),
                Values.model("model"),
                Values.EMPTY_SET,
                Values.parse("<<>>"),
                Values.parse("<<1, <<\"a\">>, {{}, {2}}>>"),
                Values.parse("{<<>>, <<-1>>}"),
                Values.parse("(0 :> TRUE @@ -5 :> {} @@ 7 :> <<>>)"),
                Values.parse("({1, 2} :> [a |-> (5 :> 6)])"),
                Values.parse("[a |-> {[b |-> 1, c |-> {}]}]"))
            .stream()
            .map(value -> State.of(Map.of("x", value)))
            .toList();
    assertReadBack(states);
  }
}
