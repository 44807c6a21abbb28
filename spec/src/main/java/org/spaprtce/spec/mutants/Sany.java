package org.spaprtce.spec.mutants;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.spec.Scratch;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tla2sany.semantic.ModuleNode;
import util.FilenameToStream;
import util.ToolIO;

/** The parser of the TLA+ tools, run in this process. */
public final class Sany {
  private static final String STANDARD = "/tla2sany/StandardModules/";
  private static final String ENDING = ".tla";

  private Sany() {}

  /**
   * Parses a module and what it extends, with the levels of all expressions.
   *
   * <p>SANY keeps global tables, so one parse runs at a time.
   *
   * @param module the file of the root module
   * @param library folders where extended modules are looked for, after the module's own
   * @throws IllegalArgumentException if SANY finds an error
   */
  public static synchronized ModuleNode parse(Path module, List<Path> library) {
    Path file = module.toAbsolutePath().normalize();
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.reset();
    try (Modules modules = new Modules(file.resolveSibling(""), library)) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      SpecObj parsed = new SpecObj(file.toString(), modules);
      SANY.frontEndMain(
          parsed, file.toString(), new PrintStream(log, true, StandardCharsets.UTF_8));
      boolean failed =
          failed(parsed.getInitErrors())
              || failed(parsed.getParseErrors())
              || failed(parsed.getGlobalContextErrors())
              || failed(parsed.getSemanticErrors());
      var table = parsed.getExternalModuleTable();
      ModuleNode root = table == null ? null : table.getRootModule();
      if (failed || root == null) {
        throw new IllegalArgumentException(
            "module=%s: %s %s"
                .formatted(
                    file.getFileName(),
                    log.toString(StandardCharsets.UTF_8),
                    String.join("\n", ToolIO.getAllMessages())));
      }
      return root;
    } catch (FrontEndException e) {
      throw new IllegalArgumentException("module=" + file.getFileName(), e);
    }
  }

  private static boolean failed(@Nullable Errors errors) {
    return errors != null && !errors.isSuccess();
  }

  /**
   * Finds modules in given folders, and the standard modules among the tools' resources.
   *
   * <p>The tools' own resolver unpacks those into the common temporary folder under fixed names,
   * where two processes damage each other's files.
   */
  private static final class Modules implements FilenameToStream, AutoCloseable {
    private final Path home;
    private final List<Path> library;
    private final Scratch scratch = Scratch.folder("sany");

    Modules(Path home, List<Path> library) {
      this.home = home;
      this.library = library;
    }

    @Override
    public File resolve(String name, boolean isModule) {
      String file = name.endsWith(ENDING) ? name : name + ENDING;
      Path own = home.resolve(file);
      Optional<Path> other =
          library.stream().map(folder -> folder.resolve(file)).filter(Files::exists).findFirst();
      Path found = Files.exists(own) || other.isEmpty() ? own : other.get();
      if (!Files.exists(found) && isStandardModule(name)) {
        found = unpacked(file);
      }
      return new TLAFile(found.toString(), this);
    }

    private Path unpacked(String file) {
      Path copy = scratch.path().resolve(file);
      try (InputStream text = SANY.class.getResourceAsStream(STANDARD + file)) {
        if (text != null && !Files.exists(copy)) {
          Files.copy(text, copy);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return copy;
    }

    @Override
    public String getFullPath() {
      return home.toString();
    }

    @Override
    public boolean isStandardModule(String name) {
      String file = name.endsWith(ENDING) ? name : name + ENDING;
      return SANY.class.getResource(STANDARD + file) != null;
    }

    @Override
    public void close() {
      scratch.close();
    }
  }
}
