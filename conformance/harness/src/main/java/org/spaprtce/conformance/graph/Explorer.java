package org.spaprtce.conformance.graph;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.ModelChecker;
import tlc2.tool.TLCState;
import tlc2.tool.fp.FPSetConfiguration;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.ModelConfig;
import tlc2.util.Context;
import tlc2.util.Vect;

/**
 * The process in which TLC explores models of one module, one after the other: {@code FOLDER MODULE
 * LIBRARY [CONFIG LIMIT]...}. Each model's graph is written to FOLDER/NAME.graph, or the reason why
 * there is none to FOLDER/NAME.failure.
 *
 * <p>Properties are not looked at, so that what violates them is explored, too; nor are action
 * constraints, which in these models only note what they see.
 */
final class Explorer {
  private static final int POSITIONAL = 3;

  private final Path folder;
  private final Path module;
  private final List<String> folders = new ArrayList<>();

  private Explorer(Path folder, Path module, List<String> library) {
    this.folder = folder;
    this.module = module;
    folders.add(Referee.parent(module));
    folders.add(folder.toString());
    folders.addAll(library);
  }

  /** Explores the models. */
  public static void main(String[] args) throws IOException {
    List<String> library = List.of(args[2].split(File.pathSeparator, -1));
    Path folder = Path.of(args[0]);
    Explorer explorer = new Explorer(folder, Path.of(args[1]), library);
    for (int i = POSITIONAL; i < args.length; i += 2) {
      explorer.explore(Path.of(args[i]), Integer.parseInt(args[i + 1]));
    }
    System.exit(0);
  }

  private void explore(Path config, int limit) throws IOException {
    String name = GraphModel.baseName(config);
    try {
      String failure = graph(config, name, limit);
      if (!failure.isEmpty()) {
        Files.writeString(folder.resolve(name + ".failure"), failure);
      }
    } catch (Exception | StackOverflowError e) {
      Files.writeString(folder.resolve(name + ".failure"), String.valueOf(e.getMessage()));
    }
  }

  /** Writes the graph, and says what went wrong. */
  private String graph(Path config, String name, int limit) throws Exception {
    Path states = Files.createDirectories(folder.resolve(name + ".states"));
    Path exploration = folder.resolve("Exploring" + name + ".cfg");
    Files.writeString(exploration, ExplorationConfig.of(Files.readString(config)));
    FastTool tool = Referee.load(module, exploration, folders);
    try (GraphWriter writer = new GraphWriter(folder.resolve(name + ".graph"))) {
      settings(tool, writer);
      ClassRecorder recorder = new ClassRecorder(writer, limit);
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
      int status = checker.modelCheck();
      if (recorder.wasCut()) {
        writer.cut();
        return "";
      }
      if (status == 0 && recorder.classCount() == checker.theFPSet.size()) {
        writer.end();
        return "";
      }
      if (status == EC.TLC_NESTED_EXPRESSION && recorder.hasExplored()) {
        writer.failed();
        writer.cut();
        return "";
      }
      return "states=" + recorder.classCount() + " TLC status=" + status;
    }
  }

  private static void settings(FastTool tool, GraphWriter writer) {
    ModelConfig config = tool.getModelConfig();
    boolean specification = config.configDefinesSpecification();
    writer.setting("SPECIFICATION", specification ? config.getSpec() : "");
    writer.setting("INIT", specification ? "" : config.getInit());
    writer.setting("NEXT", specification ? "" : config.getNext());
    writer.setting("VIEW", config.getView());
    for (Enumeration<?> all = config.getConstraints().elements(); all.hasMoreElements(); ) {
      writer.setting("CONSTRAINT", String.valueOf(all.nextElement()));
    }
    if (tool.hasSymmetry()) {
      OpDefNode symmetry = tool.getRootModule().getOpDef(config.getSymmetry());
      writer.setting(
          "SYMMETRY", tool.eval(symmetry.getBody(), Context.Empty, TLCState.Empty).toString());
    }
    for (Enumeration<?> all = config.getConstants().elements(); all.hasMoreElements(); ) {
      Vect<?> constant = (Vect<?>) all.nextElement();
      writer.setting(
          "CONSTANT " + constant.elementAt(0),
          String.valueOf(constant.elementAt(constant.size() - 1)));
    }
    for (OpDeclNode constant : tool.getRootModule().getConstantDecls()) {
      writer.setting("DECLARED", constant.getName().toString());
    }
    new TreeMap<>(config.getOverrides()).forEach(writer::replaced);
  }
}
