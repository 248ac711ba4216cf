package com.quaily.delivery.content;

import com.quaily.page.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * A rendered text made fit for mail programs. What they drop becomes something that they show;
 * styles stand at the elements, because many ignore style sheets.
 */
final class MailBody {

  /** The width of the text in pixels. */
  static final int WIDTH = 544;

  private static final int MOST_COLUMNS = 4;
  private static final Set<String> KEPT =
      Set.of(
          "href",
          "src",
          "alt",
          "title",
          "width",
          "height",
          "align",
          "style",
          "class",
          "lang",
          "dir",
          "start",
          "type",
          "value",
          "reversed",
          "colspan",
          "rowspan",
          "border",
          "cellpadding",
          "cellspacing",
          "role");

  private final Document document;
  private final MailStyles styles;
  private final Messages messages;

  private MailBody(String html, MailStyles styles, Messages messages) {
    this.document = Jsoup.parseBodyFragment(html);
    this.document.outputSettings().prettyPrint(false);
    this.styles = styles;
    this.messages = messages;
  }

  /**
   * The body of an email.
   *
   * @param html as the Markdown renderer writes it for email
   */
  static Element of(String html, MailStyles styles, Messages messages) {
    MailBody body = new MailBody(html, styles, messages);
    body.degrade();
    return body.document.body();
  }

  /** The same with styles at its elements; changes the body. */
  static String styled(Element body, MailStyles styles) {
    MailBody styled = new MailBody("", styles, null);
    return styled.style(body);
  }

  private void degrade() {
    openDetails();
    replaceMedia();
    replaceMaths();
    for (Element box : document.select("input")) {
      box.parents().stream()
          .filter(parent -> parent.normalName().equals("ul"))
          .findFirst()
          .ifPresent(list -> list.addClass("tasks"));
      box.replaceWith(new TextNode(box.hasAttr("checked") ? "☑ " : "☐ "));
    }
    document.select("a.footnote-backref, a.anchor").remove();
    document.select(".footnotes").before("<hr>");
    document.select("th:not([align])").attr("align", "left");
    document.select("table").forEach(MailBody::narrow);
    document.select("img").forEach(MailBody::bound);
  }

  private void openDetails() {
    for (Element summary : document.select("summary")) {
      summary.tagName("p").html("<strong>" + summary.html() + "</strong>");
    }
    document.select("details, section, article, aside, main, header, footer").tagName("div");
  }

  private void replaceMedia() {
    for (Element media : document.select("video, audio")) {
      String address = media.hasAttr("src") ? media.attr("src") : "";
      Element link = new Element("a").attr("href", address);
      link.text(
          messages.get(media.normalName().equals("video") ? "postmail.video" : "postmail.audio"));
      media.replaceWith(address.isEmpty() ? new TextNode("") : new Element("p").appendChild(link));
    }
  }

  /** Only some Apple programs show MathML. */
  private void replaceMaths() {
    for (Element math : document.select("math")) {
      Element source = math.selectFirst("annotation");
      String text = source == null ? math.attr("alttext") : source.text();
      math.replaceWith(new Element("code").text(text.isEmpty() ? math.text() : text));
    }
  }

  /** A wide table would be cut on a phone: each of its rows becomes a short list. */
  private static void narrow(Element table) {
    Element head = table.selectFirst("tr");
    if (head == null
        || head.childrenSize() <= MOST_COLUMNS
        || !table.select("table table").isEmpty()) {
      return;
    }
    List<String> names = head.children().eachText();
    Element rows = new Element("div").addClass("rows");
    for (Element row : table.select("tr")) {
      if (row == head) {
        continue;
      }
      Element lines = rows.appendElement("p");
      Elements cells = row.children();
      for (int i = 0; i < cells.size(); i++) {
        if (i > 0) {
          lines.appendElement("br");
        }
        if (i < names.size()) {
          lines.appendElement("strong").text(names.get(i));
          lines.appendText(" ");
        }
        lines.append(cells.get(i).html());
      }
    }
    table.replaceWith(rows);
  }

  /** Programs that ignore max-width need the width in pixels, and the height with it. */
  private static void bound(Element image) {
    int width = number(image.attr("width"), image.attr("width").endsWith("%"));
    int height = number(image.attr("height"), false);
    if (width > WIDTH) {
      if (height > 0) {
        image.attr("height", String.valueOf(Math.round((double) height * WIDTH / width)));
      }
      image.attr("width", String.valueOf(WIDTH));
    } else if (width > 0) {
      image.attr("width", String.valueOf(width));
    } else {
      image.attr("width", String.valueOf(WIDTH));
      image.removeAttr("height");
    }
  }

  private static int number(String size, boolean share) {
    String digits = size.replaceAll("\\D.*", "");
    if (digits.isEmpty() || digits.length() > 5) {
      return 0;
    }
    int number = Integer.parseInt(digits);
    return share ? Math.min(number, 100) * WIDTH / 100 : number;
  }

  private String style(Element body) {
    frame(body, "pre", "q-code", styles.box("code"));
    for (Element quote : body.select("blockquote")) {
      boolean callout = quote.hasClass("callout");
      String kind = callout ? styles.callout(quote.classNames()) : styles.box("quote");
      frame(quote, callout ? "q-callout" : "q-quote", kind);
    }
    for (Map.Entry<String, String> style : styles.elements().entrySet()) {
      for (Element element : body.select(style.getKey())) {
        // An inner element must not undo what an outer rule said.
        if (!element.hasAttr("style")) {
          element.attr("style", style.getValue());
        }
      }
    }
    body.select("a").addClass("q-link");
    body.select(".footnotes p, .footnotes li, p.facts").addClass("q-faint");
    body.select("table:not([role]) td, th, hr, td.q-quote").addClass("q-line");
    for (Element element : body.getAllElements()) {
      element.attributes().asList().stream()
          .map(attribute -> attribute.getKey())
          .filter(name -> !KEPT.contains(name))
          .toList()
          .forEach(element::removeAttr);
      keepOwnClasses(element);
    }
    return body.html();
  }

  private static void frame(Element body, String selector, String name, String style) {
    body.select(selector).forEach(element -> frame(element, name, style));
  }

  /** Word draws margins, paddings and borders of table cells only. */
  private static void frame(Element element, String name, String style) {
    Element table =
        new Element("table")
            .attr("role", "presentation")
            .attr("width", "100%")
            .attr("border", "0")
            .attr("cellpadding", "0")
            .attr("cellspacing", "0")
            .attr("style", "margin:0 0 20px;border-collapse:separate");
    Element cell =
        table.appendElement("tbody").appendElement("tr").appendElement("td").addClass(name);
    cell.attr("style", style);
    element.replaceWith(table);
    if (element.normalName().equals("pre")) {
      cell.appendChild(element);
    } else {
      // Moved, not copied: a quotation within is framed, too.
      cell.appendChildren(List.copyOf(element.childNodes()));
    }
  }

  private static void keepOwnClasses(Element element) {
    Set<String> names = element.classNames();
    names.removeIf(name -> !name.startsWith("q-"));
    if (names.isEmpty()) {
      element.removeAttr("class");
    } else {
      element.classNames(names);
    }
  }
}
