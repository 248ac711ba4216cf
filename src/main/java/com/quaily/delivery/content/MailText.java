package com.quaily.delivery.content;

import com.quaily.page.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The plain text of an email's body: for readers without HTML, and for filters that distrust HTML
 * alone. Links are numbered and stand at the end.
 */
final class MailText {

  private final Messages messages;
  private final List<String> links = new ArrayList<>();

  private MailText(Messages messages) {
    this.messages = messages;
  }

  /** The text of the body. */
  static String of(Element body, Messages messages) {
    MailText text = new MailText(messages);
    String written = text.blocks(body).strip();
    return written + text.list();
  }

  private String list() {
    if (links.isEmpty()) {
      return "\n";
    }
    StringBuilder list = new StringBuilder("\n\n" + messages.get("postmail.links") + "\n");
    for (int i = 0; i < links.size(); i++) {
      list.append('[').append(i + 1).append("] ").append(links.get(i)).append('\n');
    }
    return list.toString();
  }

  private String blocks(Element parent) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && isBlock(element)) {
        flush(line, text);
        text.append(block(element)).append("\n\n");
      } else {
        line.append(inline(child));
      }
    }
    flush(line, text);
    return text.toString();
  }

  private static void flush(StringBuilder line, StringBuilder text) {
    String written = line.toString().strip();
    if (!written.isEmpty()) {
      text.append(written).append("\n\n");
    }
    line.setLength(0);
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || element.normalName().equals("figure");
  }

  private String block(Element element) {
    return switch (element.normalName()) {
      case "h1", "h2" -> underlined(inlines(element).strip(), '=');
      case "h3", "h4", "h5", "h6" -> underlined(inlines(element).strip(), '-');
      case "ul", "ol" -> items(element);
      case "pre" -> indented(element.wholeText().stripTrailing(), "    ");
      case "blockquote" -> indented(blocks(element).strip(), "> ");
      case "table" -> rows(element);
      case "hr" -> "* * *";
      case "p", "dt", "figcaption" -> inlines(element).strip();
      default -> blocks(element).strip();
    };
  }

  private static String underlined(String heading, char mark) {
    int width = heading.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    return heading + "\n" + String.valueOf(mark).repeat(Math.max(3, Math.min(width, 72)));
  }

  private static String indented(String text, String with) {
    return text.lines()
        .map(line -> (with + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private String items(Element list) {
    List<String> items = new ArrayList<>();
    int number = 1;
    for (Element item : list.children()) {
      String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
      String text = blocks(item).strip().replace("\n\n", "\n");
      items.add(mark + text.replace("\n", "\n" + " ".repeat(mark.length())));
    }
    return String.join("\n", items);
  }

  private String rows(Element table) {
    return table.select("tr").stream()
        .map(
            row ->
                row.children().stream()
                    .map(cell -> inlines(cell).strip())
                    .collect(Collectors.joining(" | ")))
        .collect(Collectors.joining("\n"));
  }

  private String inlines(Element parent) {
    StringBuilder text = new StringBuilder();
    parent.childNodes().forEach(child -> text.append(inline(child)));
    return text.toString();
  }

  private String inline(Node node) {
    if (node instanceof TextNode text) {
      return text.getWholeText().replaceAll("\\s+", " ");
    }
    if (!(node instanceof Element element)) {
      return "";
    }
    return switch (element.normalName()) {
      case "br" -> "\n";
      case "img" -> picture(element);
      case "a" -> link(element);
      case "sup" -> "^" + inlines(element);
      case "strong", "b" -> "*" + inlines(element) + "*";
      case "em", "i" -> "_" + inlines(element) + "_";
      case "del", "s" -> "~" + inlines(element) + "~";
      default -> inlines(element);
    };
  }

  private String picture(Element image) {
    String alt = image.attr("alt").strip();
    return "[" + (alt.isEmpty() ? messages.get("postmail.image") : alt) + "]";
  }

  private String link(Element element) {
    String text = inlines(element);
    String address = element.attr("href");
    if (address.isEmpty() || address.equals(text.strip())) {
      return text;
    }
    if (address.startsWith("mailto:") || element.parent().normalName().equals("sup")) {
      return text;
    }
    int known = links.indexOf(address);
    if (known < 0) {
      links.add(address);
      known = links.size() - 1;
    }
    return text + " [" + (known + 1) + "]";
  }
}
