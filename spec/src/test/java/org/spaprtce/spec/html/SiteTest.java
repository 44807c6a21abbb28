package org.spaprtce.spec.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.mutants.Sany;
import picocli.CommandLine;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;

/** The site of the norm is whole. */
class SiteTest {
  private static final Path SPEC = Path.of("");
  private static final Sources SOURCES = Sources.read(SPEC);
  private static final Site SITE = Site.of(SOURCES);
  private static final SiteCheck CHECK = new SiteCheck(SITE.files());

  @TempDir Path folder;

  @Test
  void everyLink_leadsSomewhere() {
    assertEquals(List.of(), CHECK.problems());
    assertTrue(CHECK.pageCount() > 40, () -> "pages=" + CHECK.pageCount());
  }

  @Test
  void everyClause_hasAnAnchorAndShowsWhereItIsNamed() {
    int clauses = 0;
    List<String> lost = new ArrayList<>();
    for (String path : SOURCES.paths("clauses", ".md")) {
      String page = path.replace(".md", ".html");
      for (String heading : SOURCES.text(path).split("\n", -1)) {
        if (Pattern.matches("## [A-Z]{3}-\\d+ .*", heading)) {
          clauses++;
          String id = heading.split(" ", -1)[1];
          if (!CHECK.anchors(page).contains(id)) {
            lost.add(id + " has no anchor");
          }
          lost.addAll(unnamed(id, page));
        }
      }
    }
    assertEquals(List.of(), lost);
    assertTrue(clauses >= 40, "clauses=" + clauses);
  }

  /** A module that names the clause links to it, and the clause's page links to the module. */
  private static List<String> unnamed(String id, String page) {
    List<String> lost = new ArrayList<>();
    Set<String> onward = CHECK.targets(page);
    for (String path : SOURCES.paths("tla", ".tla")) {
      if (Pattern.compile("\\b" + id + "\\b").matcher(SOURCES.text(path)).find()) {
        String module = path.replace(".tla", ".html");
        if (!CHECK.targets(module).contains(page + "#" + id)) {
          lost.add(module + " does not link to " + id);
        }
        if (onward.stream().noneMatch(target -> target.startsWith(module + "#"))) {
          lost.add(id + " does not link to " + module);
        }
      }
    }
    return lost;
  }

  @Test
  void everyName_ofTheModules_hasAnAnchor() {
    List<Path> library = List.of(SPEC.resolve("tla"), SPEC.resolve("quirks"));
    Set<String> names = new TreeSet<>();
    for (String root : List.of("quirks/Quirks.tla", "tla/SpaprTceProperties.tla")) {
      names.addAll(defined(Sany.parse(SPEC.resolve(root), library)));
    }
    Set<String> lost = new TreeSet<>(names);
    for (String part : List.of("tla", "quirks")) {
      for (String path : SOURCES.paths(part, ".tla")) {
        String module = path.replaceAll(".*/|\\.tla", "");
        CHECK.anchors(path.replace(".tla", ".html")).forEach(id -> lost.remove(module + "!" + id));
      }
    }
    assertEquals(Set.of(), lost);
    assertTrue(names.size() >= 250, "names=" + names.size());
  }

  /** What is defined or declared in the modules of a parse, outside of the standard modules. */
  private static Set<String> defined(ModuleNode root) {
    Set<String> names = new TreeSet<>();
    for (OpDefNode definition : root.getOpDefs()) {
      ModuleNode home = definition.getOriginallyDefinedInModuleNode();
      if (home != null && !home.isStandard()) {
        names.add(home.getName() + "!" + definition.getName());
      }
    }
    for (OpDeclNode[] declared : List.of(root.getConstantDecls(), root.getVariableDecls())) {
      for (OpDeclNode one : declared) {
        names.add(one.getOriginallyDefinedInModuleNode().getName() + "!" + one.getName());
      }
    }
    return names;
  }

  @Test
  void everyModelThatViolatesAProperty_isShownWithIt() {
    Set<String> shown = CHECK.targets("properties.html");
    List<Checked> models = Checked.read(SOURCES);
    assertFalse(models.isEmpty());
    for (Checked model : models) {
      String module = model.module().replace(".tla", ".html");
      assertTrue(CHECK.anchors("models/" + module).contains(model.config()), model::config);
      boolean named = model.violated() != null && !model.violated().equals(Model.DEADLOCK);
      if (named || !model.properties().isEmpty()) {
        assertTrue(shown.contains(model.url()), model::config);
      }
    }
  }

  @Test
  void files_ofTheSite_fetchNothing() {
    SITE.files()
        .forEach((name, text) -> {
          assertFalse(text.matches("(?s).*(src|import|url)\\W{1,3}https?:.*"), name);
        });
  }

  @Test
  void command_onTheSameTexts_writesTheSameFilesAndNoOthers() throws IOException {
    Path old = Files.createDirectories(folder.resolve("tla")).resolve("Old.html");
    Files.writeString(old, "");
    int code =
        new CommandLine(new SpecHtml())
            .execute("--spec", SPEC.toString(), "--out", folder.toString());
    assertEquals(0, code);
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        written.put(name, Files.readString(file));
      }
    }
    assertEquals(SITE.files(), written);
  }

  @Test
  void check_ofABrokenSite_reportsEachFault() {
    Map<String, String> files = new TreeMap<>(SITE.files());
    files.computeIfPresent(
        "index.html", (name, text) -> text.replace("href=\"contents.html\"", "href=\"no.html\""));
    files.computeIfPresent(
        "clauses/register.html", (name, text) -> text.replace("id=\"REG-3\"", "id=\"REG-4\""));
    List<String> problems = new SiteCheck(files).problems();
    assertTrue(problems.contains("index.html: no no.html"), problems::toString);
    assertTrue(
        problems.contains("tla/Prereg.html: no clauses/register.html#REG-3"), problems::toString);
    assertTrue(problems.contains("clauses/register.html: twice #REG-4"), problems::toString);
  }
}
