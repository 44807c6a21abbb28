package org.spaprtce.compiler.front;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.ir.Position;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ExternalModuleTable;
import tla2sany.semantic.ModuleNode;
import util.ToolIO;

/** Runs SANY on a module and turns its complaints into problems with positions. */
final class SanyParser {
  private static final Pattern PLACE =
      Pattern.compile(
          "line (\\d+), col(?:umn)? (\\d+)(?: to line \\d+, col(?:umn)? \\d+)?"
              + "(?:(?:(?!line).)*? of module (\\w+))?");
  private static final Pattern NOISE = Pattern.compile("\\*+[^*\n]*\\*+|\\s+|Unknown location");

  private static final Pattern READING = Pattern.compile("Parsing module (\\w+) in file");
  private static final String PARSE_ERROR = "***Parse Error***";

  private SanyParser() {}

  /** The root module of a spec; SANY keeps global tables, so one parse at a time. */
  static synchronized ModuleNode parse(Path spec, List<Path> library) {
    Path file = spec.toAbsolutePath().normalize();
    String module = file.getFileName().toString().replaceAll("\\.tla$", "");
    if (!Files.exists(file)) {
      throw failure(Position.inModule(module, 1, 1), "no such file");
    }
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.reset();
    try (ModuleFiles files = new ModuleFiles(file.resolveSibling(""), library)) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      SpecObj parsed = new SpecObj(file.toString(), files);
      SANY.frontEndMain(
          parsed, file.toString(), new PrintStream(log, true, StandardCharsets.UTF_8));
      List<String> complaints = new ArrayList<>();
      complaints.addAll(errors(parsed.getInitErrors()));
      complaints.addAll(errors(parsed.getParseErrors()));
      complaints.addAll(errors(parsed.getGlobalContextErrors()));
      complaints.addAll(errors(parsed.getSemanticErrors()));
      ExternalModuleTable table = parsed.getExternalModuleTable();
      ModuleNode root = table == null ? null : table.getRootModule();
      if (!complaints.isEmpty() || root == null) {
        if (complaints.isEmpty()) {
          complaints.add(log.toString(StandardCharsets.UTF_8));
        }
        throw syntaxError(module)
            .orElseGet(() ->
                new CompileException(complaints.stream().map(c -> located(module, c)).toList()));
      }
      return root;
    } catch (FrontEndException e) {
      throw new CompileException(List.of(located(module, String.valueOf(e.getMessage()))));
    }
  }

  private static List<String> errors(tla2sany.semantic.@Nullable Errors errors) {
    List<String> all = new ArrayList<>();
    if (errors != null) {
      all.addAll(List.of(errors.getAborts()));
      all.addAll(List.of(errors.getErrors()));
    }
    return all;
  }

  /**
   * The parser tells of errors, and of the module that it is reading, only on the tools' output.
   */
  private static Optional<CompileException> syntaxError(String root) {
    String module = root;
    for (String message : ToolIO.getAllMessages()) {
      Matcher reading = READING.matcher(message);
      if (reading.find()) {
        module = reading.group(1);
      }
      if (message.contains(PARSE_ERROR)) {
        String complaint = message.replaceFirst("(?s)\\s*Residual.*", "");
        return Optional.of(new CompileException(List.of(located(module, complaint))));
      }
    }
    return Optional.empty();
  }

  /** The place is the first one that the complaint names. */
  private static Problem located(String module, String complaint) {
    String text = NOISE.matcher(complaint).replaceAll(" ").strip();
    Matcher place = PLACE.matcher(text);
    if (!place.find()) {
      return new Problem(Position.inModule(module, 1, 1), text);
    }
    String where = place.group(3) == null ? module : place.group(3);
    String message = place.start() == 0 ? text.substring(place.end()).strip() : text;
    return new Problem(
        Position.inModule(
            where, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))),
        message);
  }

  private static CompileException failure(Position at, String message) {
    return new CompileException(List.of(new Problem(at, message)));
  }
}
