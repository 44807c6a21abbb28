package org.spaprtce.compiler.back;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where code is broken into lines: what fits to its last column stays, one column more breaks. */
class PrinterTest {
  /** What is left of a line of 110 columns after an indentation of 2. */
  private static final int LEFT = 108;

  private static String wide(int width) {
    return "w".repeat(width);
  }

  /** A call of {@code f} that takes this many columns, as its width is counted. */
  private static Code callOf(int width) {
    return call("f", List.of(text(wide(width - 4))));
  }

  private static String onOneLine(int width) {
    return "f(" + wide(width - 4) + ")";
  }

  private static String broken(int width, String indent) {
    return "f(\n" + indent + wide(width - 4) + ")";
  }

  @Test
  void print_callThatFits_staysOnItsLine() {
    assertEquals("  " + onOneLine(LEFT), Printer.print(callOf(LEFT), 2));
    assertEquals("  " + broken(LEFT + 1, "      "), Printer.print(callOf(LEFT + 1), 2));
  }

  @Test
  void print_textThatFollows_countsToTheLine() {
    Code fits = statement("return ", callOf(LEFT - 8));
    assertEquals("  return " + onOneLine(LEFT - 8) + ";", Printer.print(fits, 2));
    Code wide = statement("return ", callOf(LEFT - 7));
    assertEquals("  return " + broken(LEFT - 7, "      ") + ";", Printer.print(wide, 2));
  }

  @Test
  void print_textAfterOtherCode_doesNotCount() {
    Code other = call("g", List.of(text(wide(LEFT))));
    Code code = sequence(callOf(LEFT - 1), text("+"), other, text(wide(9)));
    String expected = "  " + onOneLine(LEFT - 1) + "+g(\n      " + wide(LEFT) + ")" + wide(9);
    assertEquals(expected, Printer.print(code, 2));
  }

  @Test
  void print_headOfABlock_leavesRoomForTheBrace() {
    Code fits = new Code.Block(callOf(LEFT - 2), List.of(text("a;"), text("b;")), "!");
    assertEquals("  " + onOneLine(LEFT - 2) + " {\n    a;\n    b;\n  }!", Printer.print(fits, 2));
    Code wide = new Code.Block(callOf(LEFT - 1), List.of(), "");
    assertEquals("  " + broken(LEFT - 1, "      ") + " {\n  }", Printer.print(wide, 2));
  }

  @Test
  void print_brokenCall_hasAnArgumentOnEachLine() {
    Code code = call("g", List.of(text("a"), callOf(LEFT - 5), callOf(LEFT - 5), text("b")));
    String expected =
        "  g(\n      a,\n      %1$s,\n      %1$s,\n      b)".formatted(onOneLine(LEFT - 5));
    assertEquals(expected, Printer.print(code, 2));
  }

  @Test
  void print_argumentWithTheComma_isBrokenWhereItDoesNotFit() {
    Code code = call("g", List.of(callOf(LEFT - 4), text("b")));
    String expected = "  g(\n      %s,\n      b)".formatted(broken(LEFT - 4, "          "));
    assertEquals(expected, Printer.print(code, 2));
  }

  @Test
  void print_lastArgument_leavesRoomForTheEnd() {
    Code fits = statement("", call("g", List.of(text("a"), callOf(LEFT - 6))));
    assertEquals("  g(\n      a,\n      " + onOneLine(LEFT - 6) + ");", Printer.print(fits, 2));
    Code wide = statement("", call("g", List.of(text("a"), callOf(LEFT - 5))));
    assertEquals(
        "  g(\n      a,\n      " + broken(LEFT - 5, "          ") + ");", Printer.print(wide, 2));
  }

  @Test
  void print_operators_beginTheLineOfTheirOperand() {
    List<Code> operands = List.of(text("a"), text("b"), text("c"));
    assertEquals(
        "(a && b && c)", Printer.print(new Code.Items("(", operands, " && ", true, ")"), 0));
    List<Code> wide = List.of(text("a"), text(wide(LEFT)), text("c"));
    assertEquals(
        "(\n    a\n    && " + wide(LEFT) + "\n    && c)",
        Printer.print(new Code.Items("(", wide, " && ", true, ")"), 0));
  }

  @Test
  void print_operandBeforeAnOperator_hasTheWholeLine() {
    Code code = new Code.Items("(", List.of(callOf(LEFT - 2), text("b")), " || ", true, ")");
    assertEquals("(\n    " + onOneLine(LEFT - 2) + "\n    || b)", Printer.print(code, 0));
  }

  @Test
  void print_noArguments_areNeverBroken() {
    Code code = sequence(text(wide(LEFT)), call("f", List.of()));
    assertEquals("    " + wide(LEFT) + "f()", Printer.print(code, 4));
  }

  @Test
  void print_argumentWithStatements_isOnLinesOfItsOwn() {
    Code lambda = new Code.Block(text("() ->"), List.of(text("a;")), "");
    assertEquals(
        "f(\n    b,\n    () -> {\n      a;\n    })",
        Printer.print(call("f", List.of(text("b"), lambda)), 0));
  }
}
