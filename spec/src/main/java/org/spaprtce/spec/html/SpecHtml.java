package org.spaprtce.spec.html;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that makes the norm a static site, which is read from disk. */
@Command(
    name = "spec-html",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the norm as a static site: clauses and modules side by side.")
public final class SpecHtml implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description = "Folder of the norm: ${DEFAULT-VALUE}")
  private Path folder = Path.of("spec");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the site goes: ${DEFAULT-VALUE}")
  private Path out = Path.of("target", "spec-html");

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SpecHtml()).execute(args));
  }

  @Override
  public Integer call() {
    Site site = Site.of(Sources.read(folder));
    site.write(out);
    spec.commandLine()
        .getOut()
        .printf("%d pages: open %s%n", site.files().size(), out.resolve("index.html"));
    return 0;
  }
}
