package org.spaprtce.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.spaprtce.oracle.runtime.Value;
import tla2sany.semantic.OpDefNode;
import tlc2.TLCGlobals;
import tlc2.tool.Action;
import tlc2.tool.ModelChecker;
import tlc2.tool.TLCState;
import tlc2.tool.fp.FPSetConfiguration;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.util.NoopStateWriter;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.ValueEnumeration;
import util.SimpleFilenameToStream;
import util.ToolIO;

/** The norm as TLC evaluates it; one for each process, since TLC keeps much of it in statics. */
final class TlcNorm implements Evaluator.Norm {
  private static final String MODULE = "BenchNorm";
  private static final String SPEC = "spec.dir";

  private final Path folder;
  private final FastTool tool;
  private final OpDefNode results;
  private final OpDefNode effect;
  private final IdentityHashMap<Value, tlc2.value.impl.Value> commands = new IdentityHashMap<>();
  private TLCState state;
  private TLCState kept;

  private TlcNorm(Path folder, FastTool tool, Iterable<Value> all) {
    this.folder = folder;
    this.tool = tool;
    this.results = definition("Results");
    this.effect = definition("Do");
    this.state = tool.getInitStates().elementAt(0);
    this.kept = state;
    var values = (TupleValue) tool.eval(definition("Commands").getBody(), Context.Empty, state);
    int i = 0;
    for (Value command : all) {
      commands.put(command, values.elems[i++]);
    }
  }

  private OpDefNode definition(String name) {
    return tool.getRootModule().getOpDef(name);
  }

  /** Writes a module with these constants and commands, and has TLC load it. */
  static TlcNorm of(Map<String, Value> constants, Iterable<Value> commands) {
    try {
      Path folder = Files.createTempDirectory("bench-norm");
      Files.writeString(folder.resolve(MODULE + ".tla"), module(constants, commands));
      Files.writeString(folder.resolve(MODULE + ".cfg"), config(constants));
      ToolIO.setMode(ToolIO.TOOL);
      ToolIO.setUserDir(folder.toString());
      FP64.Init(0);
      String[] library = {folder.toString(), Path.of(System.getProperty(SPEC), "tla").toString()};
      return new TlcNorm(
          folder,
          new FastTool(folder.toString(), MODULE, MODULE, new SimpleFilenameToStream(library)),
          commands);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String module(Map<String, Value> constants, Iterable<Value> commands) {
    StringBuilder text =
        new StringBuilder("---- MODULE " + MODULE + " ----\nEXTENDS SpaprTce, TLC\n");
    constants.forEach((name, value) ->
        text.append("Bench").append(name).append(" == ").append(value).append('\n'));
    StringJoiner all = new StringJoiner(",\n", "Commands == <<", ">>\n====\n");
    commands.forEach(command -> all.add(command.toString()));
    return text.append(all).toString();
  }

  private static String config(Map<String, Value> constants) {
    List<String> lines = new ArrayList<>(List.of("INIT Init", "NEXT Next", "CONSTANTS"));
    constants.keySet().forEach(name -> lines.add("  " + name + " <- Bench" + name));
    return String.join("\n", lines) + "\n";
  }

  /** Explores all states with so many workers; gives their number. */
  long explore(int workers) {
    try {
      TLCGlobals.setNumWorkers(workers);
      ModelChecker checker =
          new ModelChecker(
              tool,
              Files.createTempDirectory(folder, "states") + File.separator,
              new NoopStateWriter(),
              false,
              null,
              new FPSetConfiguration(),
              System.currentTimeMillis());
      TLCGlobals.mainChecker = checker;
      int status = checker.modelCheck();
      if (status != 0) {
        throw new IllegalStateException("status=" + status);
      }
      return checker.theFPSet.size();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void back() {
    state = kept;
  }

  @Override
  public void keep() {
    kept = state;
  }

  @Override
  public String step(Value command) {
    tlc2.value.impl.Value value = commands.get(command);
    Context called = Context.Empty.cons(results.getParams()[0], value);
    var allowed = (tlc2.value.impl.Value) tool.eval(results.getBody(), called, state);
    ValueEnumeration each = ((tlc2.value.impl.Enumerable) allowed).elements();
    var result = (StringValue) each.nextElement();
    Context done =
        Context.Empty.cons(effect.getParams()[0], value).cons(effect.getParams()[1], result);
    state = tool.getNextStates(new Action(effect.getBody(), done, effect), state).elementAt(0);
    return result.val.toString();
  }
}
