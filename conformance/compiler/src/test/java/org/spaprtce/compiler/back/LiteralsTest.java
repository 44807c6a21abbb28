package org.spaprtce.compiler.back;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void string_namesThatClash_areNumbered() {
    Literals literals = new Literals();
    List<String> names =
        List.of("a b", "a_b", "a-b", "a b").stream().map(literals::string).toList();
    assertEquals(List.of("STR_a_b", "STR_a_b_2", "STR_a_b_3", "STR_a_b"), names);
    assertEquals(3, literals.declarations().size());
  }
}
