package org.spaprtce.spec.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the pages of a site as a browser would, and finds what leads nowhere. */
final class SiteCheck {
  private final Map<String, String> files;
  private final Map<String, Document> pages = new HashMap<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();

  SiteCheck(Map<String, String> files) {
    this.files = files;
    files.forEach((page, text) -> {
      if (page.endsWith(".html")) {
        pages.put(page, parse(page, text));
      }
    });
    pages.forEach((page, document) -> {
      Set<String> ids = new HashSet<>();
      elements(document).stream()
          .map(element -> element.getAttribute("id"))
          .filter(id -> !id.isEmpty())
          .forEach(ids::add);
      anchors.put(page, ids);
    });
  }

  private static Document parse(String page, String text) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setEntityResolver(
          (publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("page=" + page, e);
    }
  }

  private static List<Element> elements(Document document) {
    NodeList nodes = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }

  int pageCount() {
    return pages.size();
  }

  /** The ids of a page. */
  Set<String> anchors(String page) {
    return anchors.getOrDefault(page, Set.of());
  }

  /** The addresses, relative to the root, that a page links to. */
  Set<String> targets(String page) {
    Set<String> targets = new HashSet<>();
    Document document = pages.get(page);
    if (document == null) {
      throw new AssertionError("page=" + page + ": no such page");
    }
    for (Element element : elements(document)) {
      for (String attribute : List.of("href", "src")) {
        String url = element.getAttribute(attribute);
        if (!url.isEmpty()) {
          targets.add(resolved(page, url));
        }
      }
    }
    return targets;
  }

  private static String resolved(String page, String url) {
    if (url.startsWith("#")) {
      return page + url;
    }
    String[] parts = url.split("#", 2);
    String path = Path.of(page).resolveSibling(parts[0]).normalize().toString();
    return parts.length == 2 ? path + "#" + parts[1] : path;
  }

  /** A line for each link that leads nowhere, and each id that a page has twice. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    pages.forEach((page, document) -> {
      for (String target : targets(page)) {
        String[] parts = target.split("#", 2);
        if (!files.containsKey(parts[0])) {
          problems.add(page + ": no " + parts[0]);
        } else if (parts.length == 2 && !anchors(parts[0]).contains(parts[1])) {
          problems.add(page + ": no " + target);
        }
      }
      Set<String> seen = new HashSet<>();
      for (Element element : elements(document)) {
        String id = element.getAttribute("id");
        if (!id.isEmpty() && !seen.add(id)) {
          problems.add(page + ": twice #" + id);
        }
      }
      for (String landmark : List.of("header", "nav", "main", "h1", "title")) {
        if (document.getElementsByTagName(landmark).getLength() != 1) {
          problems.add(page + ": not one " + landmark);
        }
      }
    });
    return problems;
  }
}
