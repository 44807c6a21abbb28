package org.spaprtce.conformance.expression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.RandomEnumerableValues;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.SimpleFilenameToStream;
import util.ToolIO;

/**
 * The process in which TLC evaluates expressions: {@code FOLDER MODULE...}. For each module it
 * evaluates E1, E2, ... and writes to MODULE.answers a line for each: {@code V} and the value, or
 * {@code E} and the message.
 */
final class TlcEvaluator {
  private TlcEvaluator() {}

  /** Evaluates the modules. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    ToolIO.setMode(ToolIO.SYSTEM);
    ToolIO.setUserDir(folder.toString());
    FP64.Init(0);
    RandomEnumerableValues.setSeed(1);
    for (String module : List.of(args).subList(1, args.length)) {
      FastTool tool =
          new FastTool(
              folder.toString(), module, module, new SimpleFilenameToStream(folder.toString()));
      List<String> answers = new ArrayList<>();
      int place = 0;
      OpDefNode definition = tool.getRootModule().getOpDef(Batch.definition(place));
      while (definition != null) {
        answers.add(answer(tool, definition));
        place++;
        definition = tool.getRootModule().getOpDef(Batch.definition(place));
      }
      Path written = folder.resolve(module + ".part");
      Files.write(written, answers);
      Files.move(written, folder.resolve(module + ".answers"));
    }
    System.exit(0);
  }

  @SuppressWarnings("JdkObsolete") // the signature is TLC's
  private static String answer(FastTool tool, OpDefNode definition) {
    try {
      Value value = (Value) tool.eval(definition.getBody(), Context.Empty, TLCState.Empty);
      compute(value);
      return "V" + value.toString(new StringBuffer(), 0, false).toString().replace('\n', ' ');
    } catch (RuntimeException | StackOverflowError e) {
      return "E" + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }

  /** Computes what TLC puts off: a function that is without a value somewhere must fail here. */
  private static void compute(Value value) {
    switch (value) {
      case FcnLambdaValue function -> compute(function.toFcnRcd());
      case FcnRcdValue function -> List.of(function.values).forEach(TlcEvaluator::compute);
      case RecordValue fields -> List.of(fields.values).forEach(TlcEvaluator::compute);
      case TupleValue tuple -> List.of(tuple.elems).forEach(TlcEvaluator::compute);
      case SetEnumValue set -> List.of(set.elems.toArray()).forEach(TlcEvaluator::compute);
      default -> {} // numbers, strings, and sets by a rule, which its text computes
    }
  }
}
