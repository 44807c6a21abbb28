package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;

/**
 * Finds what a name means in the text of an instantiated module.
 *
 * <p>SANY makes for {@code I == INSTANCE M WITH ...} a definition {@code I!A} of each definition
 * {@code A} of M; its body is that of {@code A} under the substitution, in which the other names
 * still are those of M. In such a text, {@code B} means {@code I!B}.
 */
final class Instances {
  private final Map<String, List<OpDefNode>> byName = new HashMap<>();
  private final Set<OpDefNode> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<OpDefNode> own = Collections.newSetFromMap(new IdentityHashMap<>());

  Instances(ModuleNode root) {
    List<ModuleNode> modules = new ArrayList<>();
    modules.add(root);
    modules.addAll(root.getExtendedModuleSet());
    for (ModuleNode module : modules) {
      for (OpDefNode definition : module.getOpDefs()) {
        if (known.add(definition)) {
          String name = Definitions.name(definition);
          byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(definition);
        }
      }
    }
    Collections.addAll(own, root.getOpDefs());
  }

  private static String module(OpDefNode definition) {
    ModuleNode module = definition.getOriginallyDefinedInModuleNode();
    return module == null ? "" : Definitions.name(module);
  }

  /** The definition as its own module wrote it. */
  static OpDefNode source(OpDefNode definition) {
    OpDefNode source = definition.getSource();
    return source == null ? definition : source;
  }

  /** What stands before the name of a definition that an instance brought, as in {@code I!}. */
  static String prefix(OpDefNode definition) {
    String name = Definitions.name(definition);
    String own = Definitions.name(source(definition));
    return name.endsWith(own) ? name.substring(0, name.length() - own.length()) : "";
  }

  static Scope.Home home(OpDefNode definition) {
    return new Scope.Home(prefix(definition), module(definition), 0);
  }

  /** A name that no other definition has. */
  String uniqueName(OpDefNode definition) {
    String name = Definitions.name(definition);
    return own.contains(definition) ? name : module(definition) + "!" + name;
  }

  /** The definition that a name means in a text; null if it is to be expanded there. */
  @Nullable OpDefNode resolve(OpDefNode definition, Scope.Home home) {
    if (home.layer() == 0) {
      return definition;
    }
    String name = home.prefix() + Definitions.name(definition);
    for (OpDefNode candidate : byName.getOrDefault(name, List.of())) {
      if (source(candidate).equals(source(definition)) && module(candidate).equals(home.module())) {
        return candidate;
      }
    }
    return null;
  }

  /** What the body of a definition sees that is expanded in a text. */
  static Scope around(OpDefNode definition, Scope scope) {
    return scope.home().layer() == 0 ? scope.at(home(definition)) : scope;
  }

  /** What the text under a substitution sees. */
  static Scope scope(SubstInNode node, Scope scope) {
    Scope.Home home = scope.home();
    String[] parts = home.prefix().split("(?<=!)", -1);
    int named = home.prefix().isEmpty() ? 0 : home.prefix().endsWith("!") ? count(parts) : 1;
    if (home.layer() == 0 && named > 0 && layers(node) != named) {
      throw Refusal.of(
          node, "INSTANCE in an instantiated module", "an INSTANCE of that one with a name here");
    }
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < home.layer() && i < named; i++) {
      prefix.append(parts[i]);
    }
    Scope outer = scope.at(new Scope.Home(prefix.toString(), home.module(), home.layer()));
    Scope inner = scope;
    for (Subst subst : node.getSubsts()) {
      inner = inner.with(subst.getOp(), new Scope.Meaning.Substituted(subst.getExpr(), outer));
    }
    return inner.at(new Scope.Home(home.prefix(), home.module(), home.layer() + 1));
  }

  private static int count(String[] parts) {
    int count = 0;
    for (String part : parts) {
      count += part.isEmpty() ? 0 : 1;
    }
    return count;
  }

  private static int layers(ExprNode node) {
    return node instanceof SubstInNode inner ? 1 + layers(inner.getBody()) : 0;
  }
}
