package org.spaprtce.conformance.graph;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spaprtce.spec.Scratch;

/**
 * Runs {@link Explorer} in a Java process with a temporary folder of its own. Models of one module
 * can share a process, one after the other: their variables are the same, so the tables that TLC
 * keeps for all specs fit each of them.
 */
final class ExplorerProcess {
  private ExplorerProcess() {}

  /** Explores models of one module and leaves their graphs in the folder. */
  static void run(Scratch scratch, List<Certifier.Task> tasks) throws IOException {
    Path folder = scratch.path();
    GraphModel any = tasks.getFirst().model();
    List<String> command = new ArrayList<>(RefereeProcess.java(folder, Explorer.class));
    command.add(folder.toString());
    command.add(absolute(any.module()));
    command.add(
        any.folders().stream()
            .map(ExplorerProcess::absolute)
            .collect(Collectors.joining(File.pathSeparator)));
    for (Certifier.Task task : tasks) {
      command.add(absolute(task.model().config()));
      command.add(Integer.toString(task.limit()));
    }
    RefereeProcess.run(scratch, command, any.module().toString());
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
