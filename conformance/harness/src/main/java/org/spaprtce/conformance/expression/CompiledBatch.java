package org.spaprtce.conformance.expression;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.conformance.graph.MemoryCompiler;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** A batch, compiled. */
final class CompiledBatch {
  private static final String CLASS = "org.spaprtce.conformance.compiled.Expressions";

  private final TlaModule module;

  private CompiledBatch(TlaModule module) {
    this.module = module;
  }

  /** The generated class of a batch that was written to a folder. */
  static String text(Batch batch, Path folder) {
    return SpecCompiler.compile(
        folder.resolve(batch.name() + ".tla"), CLASS, new Options(Set.of(), List.of(), List.of()));
  }

  /** The class, after its text was changed as a faulty compiler would have. */
  static CompiledBatch of(String text, UnaryOperator<String> fault) {
    Map<String, Value> constants = new HashMap<>();
    Batch.MODEL_VALUES.forEach(name -> constants.put(name, Values.model(name)));
    try {
      Constructor<? extends TlaModule> constructor =
          MemoryCompiler.compile(CLASS, fault.apply(text))
              .asSubclass(TlaModule.class)
              .getConstructor(Map.class);
      return new CompiledBatch(constructor.newInstance(constants));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(CLASS, e);
    }
  }

  /** What a definition gives. */
  Answer answer(String operator) {
    try {
      // A state holds values that are evaluated to the last part.
      Value value = module.eval(State.EMPTY, operator, Values.TRUE);
      return new Answer.Known(State.of(Map.of(operator, value)).get(operator));
    } catch (TlaError e) {
      String message = String.valueOf(e.getMessage());
      return new Answer.Failed(Failure.ofCompiled(message), message);
    }
  }
}
