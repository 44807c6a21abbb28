package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module hands out to its callers. */
class CompiledModuleTest {
  /** A module whose only operator has the value that it is made with. */
  private static final class Constant extends CompiledModule {
    Constant(Value value) {
      super("Constant", List.of(), List.of(), Map.of(), Map.of(), Map.of());
      operator("E", 0, (_, _) -> value);
    }
  }

  private static Value evaluated(Value value) {
    return new Constant(value).eval(State.EMPTY, "E");
  }

  private static Value identity(Value domain) {
    return Functions.recursive("", domain, (_, n) -> n);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "1", "\"a\"", "m", "{1, 2}", "<<1>>", "[a |-> 1]", "(5 :> 1)"})
  void eval_valueWithItsParts_isThatValue(String text) {
    Value value = Values.parse(text);
    assertSame(value, evaluated(value));
  }

  @Test
  void eval_rule_isComputedUnlessItIsVast() {
    FiniteSet set = assertInstanceOf(FiniteSet.class, evaluated(Values.range(1, 3)));
    assertEquals(Values.parse("{1, 2, 3}"), set);
    TupleValue function =
        assertInstanceOf(TupleValue.class, evaluated(identity(Values.range(1, 3))));
    assertEquals(Values.parse("<<1, 2, 3>>"), function);
    assertSame(Sets.NAT, evaluated(Sets.NAT));
    Value vast = identity(Sets.NAT);
    assertSame(vast, evaluated(vast));
  }
}
