package org.spaprtce.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of TLA+ that is compiled, and the part that is refused: what the help and the tests say
 * of it.
 */
public final class Subset {
  /**
   * Constructs of one kind.
   *
   * @param constructs each as it is written, with single letters for its parts
   */
  public record Group(String title, List<String> constructs) {}

  /** What is compiled. */
  public static final List<Group> COMPILED =
      List.of(
          new Group(
              "logic",
              split(
                  "TRUE | FALSE | BOOLEAN | /\\ | \\/ | ~ | => | <=> | = | # | \\A x \\in S : p"
                      + " | \\E x \\in S : p | \\E <<a, b>> \\in S : p | CHOOSE x \\in S : p"
                      + " | CHOOSE <<a, b>> \\in S : p")),
          new Group(
              "choice and definitions",
              split(
                  "IF | CASE | OTHER | LET | LET F(x) | LET RECURSIVE | LET F(G(_)) | RECURSIVE"
                      + " | LAMBDA | F(G(_)) | \"s\" | 7 | STRING")),
          new Group(
              "sets",
              split(
                  "{a, b} | \\in | \\notin | \\subseteq | \\cup | \\cap | \\ | UNION | SUBSET | \\X"
                      + " | {x \\in S : p} | {<<a, b>> \\in S : p} | {e : x \\in S}"
                      + " | {e : <<a, b>> \\in S}")),
          new Group(
              "functions",
              split(
                  "[x \\in S |-> e] | [x, y \\in S |-> e] | [<<a, b>> \\in S |-> e] | f[x] | f[x, y]"
                      + " | DOMAIN | [S -> T] | f[x \\in S] == e | f[x, y \\in S] == e"
                      + " | [f EXCEPT ![x] = e] | [f EXCEPT ![x][y].a = @]"
                      + " | [f EXCEPT ![x, y] = e]")),
          new Group("records and tuples", split("[a |-> e] | [a : S] | r.a | <<a, b>>")),
          new Group(
              "Integers, Naturals",
              split("Nat | Int | + | - | -. | * | \\div | % | ^ | < | \\leq | > | \\geq | ..")),
          new Group(
              "Sequences", split("Seq | Len | Head | Tail | Append | \\o | SubSeq | SelectSeq")),
          new Group("FiniteSets", split("Cardinality | IsFiniteSet")),
          new Group(
              "TLC", split(":> | @@ | Assert | Print | PrintT | TLCEval | Permutations | SortSeq")),
          new Group(
              "actions",
              split(
                  "x' = e | x' \\in S | UNCHANGED | UNCHANGED e | (e)' | A(F(_)) | A(x') | [A]_v"
                      + " | <<A>>_v | LET in actions | IF in actions | CASE in actions"
                      + " | \\E in actions | \\A in actions | \\/ in actions | => in actions")),
          new Group(
              "modules",
              split(
                  "EXTENDS | CONSTANT | CONSTANT F(_) | VARIABLE | ASSUME | LOCAL | INSTANCE"
                      + " | INSTANCE WITH | I == INSTANCE | I(x) == INSTANCE")),
          new Group(
              "configuration",
              split(
                  "CONSTANT c = v | CONSTANT c <- F | F <- G | Nat <- F | F = v | SPECIFICATION | INIT | NEXT"
                      + " | INVARIANT | PROPERTY | CONSTRAINT | ACTION_CONSTRAINT | SYMMETRY"
                      + " | VIEW")));

  /** What is refused, with its place and what to write instead. */
  public static final List<String> REFUSED =
      split(
          "[]F | <>F | F ~> G | WF_v(A) | SF_v(A) | \\EE | \\AA | -+-> | ENABLED | \\cdot"
              + " | \\A x : p | \\E x : p | CHOOSE x : p | 1.5 | / | JavaTime | TLCGet | TLCSet"
              + " | RandomElement | ToString | Any | BagAdd | INSTANCE in LET | INSTANCE of an instance"
              + " | CONSTANT F(_) without a value | recursion of what is expanded in place"
              + " | prime of a parameter with a value | tuple pattern among several arguments of a function");

  private static final int WIDTH = 72;

  private Subset() {}

  private static List<String> split(String constructs) {
    return List.of(constructs.split(" \\| ", -1));
  }

  /** The lines that the help prints: each group under its title, no construct broken. */
  public static List<String> help() {
    List<String> lines = new ArrayList<>();
    for (Group group : COMPILED) {
      lines.add(group.title());
      lines.addAll(wrapped(group.constructs()));
    }
    lines.add("refused, with its place and what to write instead");
    lines.addAll(wrapped(REFUSED));
    return lines;
  }

  private static List<String> wrapped(List<String> constructs) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String construct : constructs) {
      if (line.length() + construct.length() > WIDTH) {
        lines.add(line);
        line = "";
      }
      line += (line.isEmpty() ? "  " : "   ") + construct;
    }
    lines.add(line);
    return lines;
  }
}
