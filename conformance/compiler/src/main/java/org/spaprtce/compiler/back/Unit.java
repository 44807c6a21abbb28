package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;

/**
 * What the writers of one class share: the definitions, the fields with literals, and the methods
 * with the loops of the definition that is being written.
 */
record Unit(Map<String, Definition> definitions, Literals literals, Loops loops) {
  private record Loop(Expr.Binding binding, String parameters) {}

  /** The loops of one definition. */
  static final class Loops {
    private final List<Code> methods = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Loop, String> written = new HashMap<>();
    private String owner = "";
    private int count;

    /** Begins a definition. */
    void begin(String definition) {
      owner = definition;
      count = 0;
      written.clear();
    }

    /** The name of the next method, which no other one of the class has. */
    String name() {
      count++;
      String name = "loop_" + Names.identifier(owner) + "_" + count;
      return names.add(name) ? name : name();
    }

    /** The method of a loop with these parameters; null if it is not written yet. */
    @Nullable String name(Expr.Binding loop, String parameters) {
      return written.get(new Loop(loop, parameters));
    }

    /** Notes the method of a loop. */
    void put(Expr.Binding loop, String parameters, String name) {
      written.put(new Loop(loop, parameters), name);
    }

    void add(Code method) {
      methods.add(method);
    }

    /** The methods of the definition, which are then forgotten. */
    List<Code> take() {
      List<Code> all = List.copyOf(methods);
      methods.clear();
      return all;
    }
  }
}
