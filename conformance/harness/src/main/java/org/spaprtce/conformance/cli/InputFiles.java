package org.spaprtce.conformance.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command is given to read: each problem names the parameter, the file, and the rule. */
record InputFiles(CommandLine command) {
  /** The first line of a module. */
  private static final Pattern MODULE = Pattern.compile("-{4,}\\s*MODULE\\s+\\w+\\s*-{4,}");

  /** Requires that a path is not empty. */
  void named(String parameter, Path path) {
    require(!path.toString().isEmpty(), parameter, path, "must name a file or a folder");
  }

  /** Requires a file that can be read. */
  void file(String parameter, Path path) {
    named(parameter, path);
    require(Files.exists(path), parameter, path, "there is no such file");
    require(!Files.isDirectory(path), parameter, path, "must be a file, it is a folder");
    require(Files.isReadable(path), parameter, path, "may not be read");
  }

  /** Requires a folder. */
  void folder(String parameter, Path path) {
    named(parameter, path);
    require(Files.isDirectory(path), parameter, path, "there is no such folder");
  }

  /** Requires that a file begins a module of TLA+. */
  void module(String parameter, Path file) {
    require(file.toString().endsWith(".tla"), parameter, file, "must end with .tla");
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      require(
          MODULE.matcher(text).find(),
          parameter,
          file,
          "no module begins here: ---- MODULE ... ----");
    } catch (IOException problem) {
      require(false, parameter, file, "cannot be read");
    }
  }

  private void require(boolean condition, String parameter, Path path, String rule) {
    if (!condition) {
      throw new ParameterException(command, parameter + "=" + path + ": " + rule);
    }
  }
}
