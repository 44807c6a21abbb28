package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of loops over the domain of a function that the body applies. */
class ImageCodeTest {
  @TempDir Path folder;

  private String method(String definitions) {
    return Fixture.method(Fixture.compile(folder, definitions), "op_E");
  }

  @Test
  void compile_functionAppliedToTheElement_isReadByPlace() {
    assertEquals(
        """
        private boolean op_E(Value f) {
          return loop_E_1(Functions.domain("Spec.tla:5:18", f), f);
        }
        private boolean loop_E_1(Value set, Value f) {
          final FiniteSet all = Sets.elements("Spec.tla:5:9", set);
          for (int i = 0; i < all.size(); i++) {
            final Value i_2 = all.get(i);
            final int place = i;
            if (!Arithmetic.greater(
                "Spec.tla:5:29",
                Arithmetic.plus("Spec.tla:5:29", Functions.image("Spec.tla:5:29", f, i_2, place), i_2),
                Functions.image("Spec.tla:5:40", f, i_2, place))) {
              return false;
            }
          }
          return true;
        }
        """,
        method("E(f) == \\A i \\in DOMAIN f : f[i] + i > f[i]"));
  }

  @Test
  void compile_filterOfADomain_readsByPlaceInItsLoopOnly() {
    assertEquals(
        """
        private Value op_E(Value f) {
          return loop_E_1(Functions.domain("Spec.tla:5:16", f), f);
        }
        private Value loop_E_1(Value set, Value f) {
          if (!Sets.isShort(set)) {
            return Sets.filter(
                "Spec.tla:5:9",
                set,
                i_2 -> Logic.equal("Spec.tla:5:27", Functions.apply("Spec.tla:5:27", f, i_2), INT_1));
          }
          final FiniteSet all = Sets.elements("Spec.tla:5:9", set);
          long kept = 0;
          for (int i = 0; i < all.size(); i++) {
            final Value i_2 = all.get(i);
            final int place = i;
            if (Logic.equal("Spec.tla:5:27", Functions.image("Spec.tla:5:27", f, i_2, place), INT_1)) {
              kept |= 1L << i;
            }
          }
          return all.only(kept);
        }
        """,
        method("E(f) == {i \\in DOMAIN f : f[i] = 1}"));
  }

  @Test
  void compile_imagesOfADomain_areReadByPlace() {
    assertEquals(
        """
        private Value op_E(Value f) {
          return loop_E_1(Functions.domain("Spec.tla:5:16", f), f);
        }
        private Value loop_E_1(Value set, Value f) {
          if (Sets.isVast(set)) {
            return Functions.of("Spec.tla:5:9", set, i_2 -> Functions.apply("Spec.tla:5:29", f, i_2));
          }
          final FiniteSet all = Sets.elements("Spec.tla:5:9", set);
          final Value[] images = new Value[all.size()];
          for (int i = 0; i < all.size(); i++) {
            final Value i_2 = all.get(i);
            final int place = i;
            images[i] = Functions.image("Spec.tla:5:29", f, i_2, place);
          }
          return Functions.images("Spec.tla:5:9", all, images);
        }
        """,
        method("E(f) == [i \\in DOMAIN f |-> f[i]]"));
  }

  @Test
  void compile_imageInALambda_isOfAPlaceThatStays() {
    String java = method("E(f, g) == \\E i \\in DOMAIN f : [g EXCEPT ![1] = f[i]] = g");
    assertTrue(java.contains("old -> Functions.image(\"Spec.tla:5:49\", f, i_2, place)"), java);
    assertTrue(java.contains("final int place = i;"), java);
  }

  @Test
  void compile_anotherFunctionOrArgument_isApplied() {
    for (String body :
        new String[] {
          "\\A i \\in DOMAIN f : g[i] = 1", "\\A i \\in DOMAIN f : f[g] = 1",
          "\\A i \\in DOMAIN x : x[i] = 1", "\\A i \\in f : f[i] = 1",
          "\\A i \\in DOMAIN f : \\A j \\in DOMAIN g : f[j] = g[i]",
        }) {
      String java = Fixture.compile(folder, "E(f, g) == " + body);
      assertFalse(java.contains("Functions.image"), java);
    }
  }

  @Test
  void compile_twoDomains_eachLoopKnowsItsOwn() {
    String java =
        Fixture.compile(
            folder,
            "E(f, g) == {i \\in DOMAIN f : f[i] = 1 /\\ \\E j \\in DOMAIN g : g[j] = f[i]}");
    assertEquals(1, count(java, "Functions.image(\"Spec.tla:5:30\", f, i_2, place)"), java);
    assertEquals(1, count(java, "Functions.image(\"Spec.tla:5:62\", g, j, place)"), java);
    assertEquals(1, count(java, "Functions.apply(\"Spec.tla:5:69\", f, i_2)"), java);
    assertEquals(
        2, count(java, "private Value loop_") + count(java, "private boolean loop_"), java);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
