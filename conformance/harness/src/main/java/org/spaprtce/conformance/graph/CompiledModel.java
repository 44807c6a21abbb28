package org.spaprtce.conformance.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Configuration.Name;
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.Substitution;
import org.spaprtce.compiler.back.JavaBackend;
import org.spaprtce.compiler.front.SpecReader;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.SpecModule;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A module of models, compiled with the operators that they begin and go on with, and with all that
 * their configurations put in the place of others, so that each of them is an instance.
 *
 * @param constants the declared constants
 * @param text the generated class
 */
record CompiledModel(Set<String> constants, String text) {
  private static final String CLASS = "org.spaprtce.conformance.compiled.Model";

  /** Compiles a module for models with the same initial states and next-state action. */
  static CompiledModel of(Path module, List<Path> library, List<ExploredModel> models) {
    ExploredModel any = models.getFirst();
    Set<String> others = new TreeSet<>();
    Set<Substitution> substitutions = new LinkedHashSet<>();
    Position nowhere = Position.inModule(GraphModel.baseName(module), 1, 1);
    for (ExploredModel model : models) {
      others.addAll(model.constraints());
      if (!model.setting("VIEW").isEmpty()) {
        others.add(model.setting("VIEW"));
      }
      model
          .overrides()
          .forEach((name, other) -> {
            if (model.declared().contains(name)) {
              others.add(other);
            } else {
              substitutions.add(new Substitution(name, other, nowhere));
            }
          });
    }
    if (others.isEmpty()) {
      others.add(any.setting("NEXT"));
    }
    Map<Section, List<Name>> names = new EnumMap<>(Section.class);
    for (Section section : List.of(Section.SPECIFICATION, Section.INIT, Section.NEXT)) {
      if (!any.setting(section.name()).isEmpty()) {
        names.put(section, List.of(new Name(any.setting(section.name()), nowhere)));
      }
    }
    Configuration configuration = new Configuration(List.of(), List.copyOf(substitutions), names);
    SpecModule read =
        SpecReader.read(module, new Options(Set.of(), library, configuration, others));
    return new CompiledModel(Set.copyOf(read.constants()), JavaBackend.write(read, CLASS));
  }

  /** The class, after its text was changed as a faulty compiler would have. */
  Instances instances(UnaryOperator<String> fault) {
    Class<?> made = MemoryCompiler.compile(CLASS, fault.apply(text));
    try {
      return new Instances(
          constants, made.asSubclass(TlaModule.class).getConstructor(Map.class, Map.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(CLASS, e);
    }
  }

  /**
   * The models of a class.
   *
   * @param constants the declared constants
   * @param constructor takes the values of the constants, and what replaces which operator
   */
  record Instances(Set<String> constants, Constructor<? extends TlaModule> constructor) {
    /**
     * One model. A constant that the configuration replaces by an operator has that operator's
     * value, which may depend on other such constants: each round knows one more of them.
     */
    TlaModule of(ExploredModel model) {
      Map<String, String> operators = new HashMap<>(model.overrides());
      operators.keySet().removeAll(constants);
      List<String> replaced = new ArrayList<>(model.overrides().keySet());
      replaced.retainAll(constants);
      Map<String, Value> values = new HashMap<>(model.constants());
      values.keySet().retainAll(constants);
      replaced.forEach(constant -> values.put(constant, Values.EMPTY_SET));
      TlaModule module = make(values, operators);
      for (int round = 1; round <= replaced.size(); round++) {
        for (String constant : replaced) {
          value(module, model.overrides().getOrDefault(constant, ""), round == replaced.size())
              .ifPresent(value -> values.put(constant, value));
        }
        module = make(values, operators);
      }
      return module;
    }

    private static Optional<Value> value(TlaModule module, String operator, boolean last) {
      try {
        return Optional.of(module.eval(State.EMPTY, operator));
      } catch (TlaError tooEarly) {
        if (last) {
          throw tooEarly;
        }
        return Optional.empty();
      }
    }

    private TlaModule make(Map<String, Value> values, Map<String, String> operators) {
      try {
        return constructor.newInstance(values, operators);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(constructor.toString(), e);
      }
    }
  }
}
