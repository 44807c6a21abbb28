package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.oracle.Norm.OK;
import static org.spaprtce.oracle.Norm.PAGE;
import static org.spaprtce.oracle.runtime.Values.integer;
import static org.spaprtce.oracle.runtime.Values.string;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/** Quirks and profiles as the oracle has them. */
class ProfileTest {
  private static final Value UNREGISTER = Norm.block("UNREGISTER_MEMORY", integer(PAGE), 2 * PAGE);

  private static State mapped(Oracle oracle) {
    State state = Norm.session(oracle);
    Value register = Norm.block("REGISTER_MEMORY", integer(PAGE), 2 * PAGE);
    state = oracle.apply(state, register, OK).getFirst();
    return oracle.apply(state, Norm.map(0, integer(PAGE), PAGE), OK).getFirst();
  }

  @Test
  void named_norm_replacesNothing() {
    assertEquals(Map.of(), Profile.named("norm").substitutions());
    assertTrue(Profile.names().containsAll(List.of("norm", "linux-4.15", "linux-6.12")));
  }

  @Test
  void named_unknown_isRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Profile.named("linux-1.0"));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("profile=linux-1.0 not in ["));
  }

  @Test
  void allowed_unregisterOfMappedBlock_dependsOnTheProfile() {
    Oracle norm = Oracle.of(Norm.constants());
    State state = mapped(norm);
    assertEquals(Set.of(string("EBUSY")), norm.allowed(state, UNREGISTER));
    Oracle linux = Oracle.of(Norm.constants(), Profile.named("linux-6.12").substitutions());
    assertEquals(Set.of(OK), linux.allowed(state, UNREGISTER));
    assertNotEquals(List.of(), linux.apply(state, UNREGISTER, OK));
  }

  @Test
  void all_quirks_areAmongWhatTheOracleCanReplace() {
    Map<String, List<String>> replaceable = Oracle.of(Norm.constants()).module().replaceable();
    Set<String> names = new HashSet<>();
    for (Quirk quirk : Quirk.all()) {
      assertTrue(names.add(quirk.name()), quirk.name());
      assertFalse(quirk.substitutions().isEmpty(), quirk.name());
      quirk
          .substitutions()
          .forEach((operator, other) ->
              assertTrue(replaceable.getOrDefault(operator, List.of()).contains(other), other));
    }
    assertTrue(names.contains("UnregisterForgets"), names.toString());
  }

  @Test
  void of_profileWithOneQuirkLess_isAnOracle() {
    Map<String, String> rest = new HashMap<>(Profile.named("linux-6.12").substitutions());
    Quirk forgets =
        Quirk.all().stream()
            .filter(quirk -> quirk.name().equals("UnregisterForgets"))
            .findFirst()
            .orElseThrow();
    assertTrue(rest.keySet().removeAll(forgets.substitutions().keySet()));
    Oracle oracle = Oracle.of(Norm.constants(), rest);
    assertEquals(Set.of(string("EBUSY")), oracle.allowed(mapped(oracle), UNREGISTER));
  }

  @Test
  void of_unknownSubstitution_isRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Oracle.of(Norm.constants(), Map.of("StillMapped", "TypeInv")));
    assertTrue(String.valueOf(refused.getMessage()).contains("StillMapped <- TypeInv"));
  }

  @Test
  void of_everyProfile_runsASession() {
    for (String name : Profile.names()) {
      Oracle oracle = Oracle.of(Norm.constants(), Profile.named(name).substitutions());
      assertEquals(1, mapped(oracle).get("mappings").asList().size(), name);
    }
  }
}
