package org.spaprtce.conformance.graph;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.OpDefNode;
import tlc2.TLCGlobals;
import tlc2.tool.ModelChecker;
import tlc2.tool.TLCState;
import tlc2.tool.fp.FPSetConfiguration;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.RandomEnumerableValues;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;
import util.SimpleFilenameToStream;
import util.ToolIO;
import util.UniqueString;

/**
 * The process in which TLC builds the graph of one model: {@code GRAPH METADIR CONFIG MODULE
 * FOLDER...}.
 *
 * <p>Exit status 0 means that the graph is complete.
 */
final class Referee {
  private static final String CONSTANTS = "Constants";
  private static final String INIT = "Init";
  private static final int POSITIONAL = 4;
  private static final int SEED = 1;

  private Referee() {}

  /** Builds the graph. */
  public static void main(String[] args) throws Exception {
    System.exit(run(args));
  }

  private static int run(String[] args) throws Exception {
    Path config = Path.of(args[2]);
    Path module = Path.of(args[3]);
    List<String> folders = new ArrayList<>();
    folders.add(parent(module));
    folders.add(parent(config));
    folders.addAll(List.of(args).subList(POSITIONAL, args.length));
    FastTool tool = load(module, config, folders);
    refuse(tool);
    try (GraphWriter writer = new GraphWriter(Path.of(args[0]))) {
      GraphRecorder recorder = new GraphRecorder(writer);
      Path states = Files.createDirectories(Path.of(args[1]));
      TLCGlobals.setNumWorkers(1);
      ModelChecker checker =
          new ModelChecker(
              tool,
              states + File.separator,
              recorder,
              false,
              null,
              new FPSetConfiguration(),
              System.currentTimeMillis());
      TLCGlobals.mainChecker = checker;
      Value constants = constants(tool);
      writer.constants(constants.toString());
      replacements(tool, constants).forEach(writer::replaced);
      if (!tool.getModelConfig().getInit().equals(INIT)) {
        writer.ownStart();
      }
      int status = checker.modelCheck();
      if (status == 0 && recorder.stateCount() == checker.theFPSet.size()) {
        writer.end();
        return 0;
      }
      System.out.println("states=" + recorder.stateCount() + " TLC status=" + status);
      return 1;
    }
  }

  static String parent(Path file) {
    return file.resolveSibling("").toString();
  }

  static FastTool load(Path module, Path config, List<String> folders) {
    ToolIO.setMode(ToolIO.SYSTEM);
    ToolIO.setUserDir(parent(module));
    FP64.Init(0);
    RandomEnumerableValues.setSeed(SEED);
    return new FastTool(
        parent(module),
        GraphModel.baseName(module),
        GraphModel.baseName(config),
        new SimpleFilenameToStream(folders.toArray(String[]::new)));
  }

  /** What would make the graph that TLC explores another one than that of the formula. */
  private static void refuse(FastTool tool) {
    if (tool.hasStateOrActionConstraints() || tool.hasSymmetry() || tool.getViewSpec() != null) {
      throw new IllegalArgumentException("a graph model has no constraint, symmetry or view");
    }
  }

  private static Value constants(FastTool tool) {
    OpDefNode definition = tool.getRootModule().getOpDef(CONSTANTS);
    if (definition == null) {
      throw new IllegalArgumentException("the module does not define " + CONSTANTS);
    }
    return (Value) tool.eval(definition.getBody(), Context.Empty, TLCState.Empty);
  }

  /** What the configuration replaces besides the constants of the norm, in alphabetical order. */
  private static SortedMap<String, String> replacements(FastTool tool, Value constants) {
    SortedMap<String, String> replacements = new TreeMap<>(tool.getModelConfig().getOverrides());
    for (UniqueString name : ((RecordValue) constants.toRcd()).names) {
      replacements.remove(name.toString());
    }
    return replacements;
  }
}
