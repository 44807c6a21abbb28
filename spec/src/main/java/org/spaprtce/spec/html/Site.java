package org.spaprtce.spec.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All files of the site.
 *
 * @param files the text of each file by its address
 */
record Site(SortedMap<String, String> files) {
  private static final List<String> ASSETS = List.of("site.css", "search.js");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Makes the site; the same texts make the same site. */
  static Site of(Sources sources) {
    Links links = new Links(sources);
    SortedMap<String, String> files = new TreeMap<>();
    ModulePages modules = new ModulePages(links);
    links.modules().forEach(module -> files.put(module.page(), modules.page(module)));
    ClausePages clauses = new ClausePages(links);
    for (String path : sources.paths("clauses", ".md")) {
      files.put(Links.page(path), clauses.page(path));
    }
    Markdown markdown = new Markdown(links);
    for (String path : sources.files().keySet()) {
      if (path.endsWith(".md") && !path.startsWith("clauses/")) {
        String page = Links.page(path);
        String text = sources.text(path);
        String html = "<div class=\"text\">" + markdown.html(path, page, text) + "</div>\n";
        files.put(page, Layout.page(page, Markdown.title(text), html));
      }
    }
    ListPages lists = new ListPages(links);
    files.put("properties.html", lists.properties());
    files.put("models.html", lists.models());
    files.put("quirks.html", lists.quirks());
    files.put("contents.html", lists.contents());
    files.put("index.js", "const INDEX = " + JSON.writeValueAsString(index(links)) + ";\n");
    ASSETS.forEach(name -> files.put(name, asset(name)));
    return new Site(files);
  }

  /** What can be searched for: name, what it is, address. */
  private static List<List<String>> index(Links links) {
    List<List<String>> index = new ArrayList<>();
    links
        .clauses()
        .values()
        .forEach(clause -> index.add(List.of(clause.id(), clause.title(), clause.url())));
    for (TlaModule module : links.modules()) {
      index.add(List.of(module.name(), "module", module.page()));
      module
          .defined()
          .keySet()
          .forEach(name -> index.add(List.of(name, module.path(), module.page() + "#" + name)));
    }
    links.quirks().forEach(quirk -> index.add(List.of(quirk.name(), "quirk", quirk.url())));
    links
        .models()
        .forEach(model -> index.add(List.of(model.config(), model.purpose(), model.url())));
    return index;
  }

  private static String asset(String name) {
    try (InputStream text = Site.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("resource=" + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes all files into a folder, and deletes pages in it that are not the site's.
   *
   * @throws UncheckedIOException if that is not possible
   */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.filter(path -> path.toString().endsWith(".html")).toList()) {
          Files.delete(file);
        }
      }
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
