package org.spaprtce.compiler.back;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.spaprtce.compiler.ir.Symbol;

/** The Java names of the bound names of one method: all different, for Java forbids shadowing. */
final class Names {
  private final Map<Symbol, String> names = new HashMap<>();

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

  /** A name that resembles the wish. */
  String fresh(String wish) {
    String base = identifier(wish);
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
