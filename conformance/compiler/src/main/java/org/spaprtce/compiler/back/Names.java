package org.spaprtce.compiler.back;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Symbol;

/** The Java names of the bound names of one method: all different, for Java forbids shadowing. */
final class Names {
  private final Map<Symbol, String> names = new HashMap<>();
  private final Set<Symbol> lazy = new HashSet<>();
  private @Nullable Scan scan;

  /**
   * A loop over the domain of a function.
   *
   * @param place the variable that counts the elements
   */
  record Scan(Symbol function, Symbol element, String place) {}

  /** The classes that the text names; a variable of that name would hide them. */
  static final Set<String> CLASSES =
      Set.of(
          "Arithmetic",
          "CompiledModule",
          "ElementTest",
          "Field",
          "FiniteSet",
          "Functions",
          "IndexSpec",
          "Lazy",
          "List",
          "Logic",
          "Map",
          "Memo",
          "Operator",
          "RecordShape",
          "Runnable",
          "Sequences",
          "Sets",
          "State",
          "String",
          "Successor",
          "Tlc",
          "Value",
          "Values");

  /** The names of the class's fields. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(c|v|memo|kept|last|choice|INT|STR|SHAPE|F)_.*|(TEST|INDEX|KEEP|SET|TUPLE)(_.*)?|INVARIANTS");

  /** The names that the methods themselves use. */
  private final Set<String> taken = new HashSet<>(Set.of("s", "n", "k", "a", "last", "value"));

  /** The name of a symbol. */
  String of(Symbol symbol) {
    String known = names.get(symbol);
    if (known == null) {
      known = fresh(symbol.name());
      names.put(symbol, known);
    }
    return known;
  }

  /** Lets a symbol stand for other text. */
  void put(Symbol symbol, String text) {
    names.put(symbol, text);
  }

  /** Notes that the name is that of a {@code Lazy}. */
  void defer(Symbol symbol) {
    lazy.add(symbol);
  }

  /** Whether the name is that of a {@code Lazy}. */
  boolean isLazy(Symbol symbol) {
    return lazy.contains(symbol);
  }

  /** Notes that what is written from now on stands in such a loop. */
  void put(Scan loop) {
    scan = loop;
  }

  /** The place among the domain of a function of the value of a symbol; null if it is not known. */
  @Nullable String place(Symbol function, Symbol argument) {
    Scan known = scan;
    return known != null && known.function.equals(function) && known.element.equals(argument)
        ? known.place
        : null;
  }

  /** A name that resembles the wish. */
  String fresh(String wish) {
    String plain = identifier(wish);
    String base =
        CLASSES.contains(plain) || FIELD.matcher(plain).matches() ? "local_" + plain : plain;
    String name = base;
    for (int i = 2; SourceVersion.isKeyword(name) || !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** An identifier that differs for different operators: letters stay, symbols become codes. */
  static String identifier(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) || c == '_';
      text.append(kept ? String.valueOf(c) : "$" + Integer.toHexString(c));
    }
    return text.isEmpty() || Character.isDigit(text.charAt(0)) ? "_" + text : text.toString();
  }
}
