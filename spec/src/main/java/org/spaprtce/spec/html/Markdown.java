package org.spaprtce.spec.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.spaprtce.spec.clause.Clause;

/** Markdown as HTML, with links at all that is known by name. */
final class Markdown {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();

  private final Links links;

  Markdown(Links links) {
    this.links = links;
  }

  /**
   * A text, or a part of one.
   *
   * @param path the file that it is in
   * @param page the page that it is shown on
   */
  String html(String path, String page, String text) {
    Node document = PARSER.parse(text);
    document.accept(new Linking(path, Layout.root(page)));
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .attributeProviderFactory(context -> Markdown::attributes)
            .build();
    return renderer
        .render(document)
        .replace(
            "<table>",
            "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
        .replace("<pre>", "<pre tabindex=\"0\">");
  }

  /** The title of a text: its first heading. */
  static String title(String text) {
    return text.lines()
        .filter(line -> line.startsWith("# "))
        .findFirst()
        .map(line -> line.substring(2).strip())
        .orElse("");
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading) {
      String words = WORDS.render(node).strip();
      String first = words.split(" ", 2)[0];
      attributes.put("id", Clause.ID.matcher(first).matches() ? first : Html.slug(words));
    }
    if (node instanceof Link link
        && link.getFirstChild() instanceof Text words
        && Clause.ID.matcher(words.getLiteral()).matches()) {
      attributes.put("class", "id");
    }
    if (tag.equals("th")) {
      attributes.put("scope", "col");
    }
  }

  private final class Linking extends AbstractVisitor {
    private final String path;
    private final String root;

    Linking(String path, String root) {
      this.path = path;
      this.root = root;
    }

    @Override
    public void visit(Link link) {
      if (link.getDestination().matches("[a-z]+:.*")) {
        return;
      }
      Optional<String> target = links.path(path, link.getDestination());
      if (target.isPresent()) {
        link.setDestination(root + target.get());
        return;
      }
      while (link.getFirstChild() != null) {
        link.insertBefore(link.getFirstChild());
      }
      link.unlink();
    }

    @Override
    public void visit(Heading heading) {
      // Its words are the anchor, not links.
    }

    @Override
    public void visit(Code code) {
      String text = code.getLiteral();
      links
          .word(Optional.empty(), text.replaceAll("\\(.*\\)$", ""))
          .or(() -> links.path(path, text))
          .ifPresent(url -> {
            Link link = new Link(root + url, null);
            code.insertBefore(link);
            link.appendChild(code);
          });
    }

    @Override
    public void visit(Text text) {
      String literal = text.getLiteral();
      int done = 0;
      for (Links.Reference reference : links.references(Optional.empty(), literal)) {
        text.insertBefore(new Text(literal.substring(done, reference.start())));
        Link link = new Link(root + reference.url(), null);
        link.appendChild(new Text(literal.substring(reference.start(), reference.end())));
        text.insertBefore(link);
        done = reference.end();
      }
      text.setLiteral(literal.substring(done));
    }
  }
}
