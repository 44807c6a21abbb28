package org.spaprtce.conformance.concurrency;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.concurrency.SketchedMachine.Fault;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Lincheck, judged by the oracle, finds the races of {@link SketchedMachine}. */
@Tag("own-jvm")
class SketchLincheckTest {
  private static final int INTERLEAVINGS = 400;

  /** Numbers of {@link SketchedMachine#COMMANDS}. */
  private static final int REGISTER = 0;

  private static final int UNREGISTER = 2;
  private static final int MAP = 4;
  private static final int UNMAP = 7;

  /** A sketch as Lincheck calls it. */
  public abstract static class Sketch {
    private final SketchedMachine machine;

    Sketch(Fault fault) {
      machine = new SketchedMachine(fault, () -> {});
    }

    /** Makes a call. */
    @Operation
    public String call(@Param(gen = IntGen.class) int number) {
      return machine.call(SketchedMachine.COMMANDS.get(number));
    }

    /** Looks at the whole state. */
    @Operation
    public State look() {
      return machine.state();
    }
  }

  /** Without a fault. */
  public static class Correct extends Sketch {
    /** Made by Lincheck. */
    public Correct() {
      super(Fault.NONE);
    }
  }

  /** With {@link Fault#LOOKUP_APART_FROM_COUNT}. */
  public static class LookupApartFromCount extends Sketch {
    /** Made by Lincheck. */
    public LookupApartFromCount() {
      super(Fault.LOOKUP_APART_FROM_COUNT);
    }
  }

  /** With {@link Fault#PUBLISH_BEFORE_COUNT}. */
  public static class PublishBeforeCount extends Sketch {
    /** Made by Lincheck. */
    public PublishBeforeCount() {
      super(Fault.PUBLISH_BEFORE_COUNT);
    }
  }

  /** With {@link Fault#DOUBLE_RELEASE}. */
  public static class DoubleRelease extends Sketch {
    /** Made by Lincheck. */
    public DoubleRelease() {
      super(Fault.DOUBLE_RELEASE);
    }
  }

  /** Judges sketches. */
  public static final class SketchVerifier extends OracleVerifier {
    private static final Value NOTHING = Values.record("value", 0);

    private final NormCalls norm = new NormCalls(Oracle.of(Racing.SCENARIO.constants()));

    /**
     * Made by Lincheck.
     *
     * @param machine what is checked
     */
    public SketchVerifier(Class<?> machine) {
      if (!Sketch.class.isAssignableFrom(machine)) {
        throw new IllegalArgumentException("machine=" + machine);
      }
    }

    @Override
    State start() {
      return SketchedMachine.START;
    }

    @Override
    Function<State, List<State>> effect(Actor actor, Object returned) {
      return switch (returned) {
        case String result ->
            norm.command(
                SketchedMachine.COMMANDS.get((int) actor.getArguments().getFirst()),
                new Answer(result, "", NOTHING));
        case State seen -> NormCalls.look(seen);
        default -> throw new IllegalArgumentException("returned=" + returned);
      };
    }
  }

  private static void check(Class<? extends Sketch> sketch) {
    Options<?, ?> options = Lincheck.modelChecking(INTERLEAVINGS);
    for (List<Integer> together :
        List.of(
            List.of(UNREGISTER, MAP),
            List.of(UNREGISTER, UNREGISTER),
            List.of(MAP, UNMAP),
            List.of(REGISTER, MAP))) {
      Lincheck.add(options, sketch, List.of(REGISTER), together);
    }
    Lincheck.check(options, sketch, SketchVerifier.class);
  }

  @Test
  void sketch_withoutFault_isLinearizable() {
    check(Correct.class);
  }

  @Test
  void lookupApartFromCount_isFound() {
    assertThrows(LincheckAssertionError.class, () -> check(LookupApartFromCount.class));
  }

  @Test
  void publishBeforeCount_isFound() {
    assertThrows(LincheckAssertionError.class, () -> check(PublishBeforeCount.class));
  }

  @Test
  void doubleRelease_isFound() {
    assertThrows(LincheckAssertionError.class, () -> check(DoubleRelease.class));
    String rejection = OracleVerifier.rejection();
    assertTrue(
        rejection.startsWith("these calls:\n  1..2 call(%d): ".formatted(REGISTER)), rejection);
    assertTrue(rejection.contains("\nare explained up to:\n  1..2 call("), rejection);
  }
}
