package com.quaily.page.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/**
 * Makes each piece of a writer's HTML complete in itself before the policy sees it, so that none
 * takes what follows with it: what is not a whole tag comes out as text, and so do the tags whose
 * content a browser does not read as HTML (GFM 6.11).
 */
final class RawHtml {

  /** The nine of GFM's specification, and those that parsers of HTML read in the same way. */
  private static final Set<String> SHOWN_AS_TEXT =
      Set.of(
          "title",
          "textarea",
          "style",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "script",
          "plaintext",
          "noscript",
          "listing",
          "comment");

  /** What browsers show instead of their content, or only when asked to. */
  private static final Set<String> HIDING = Set.of("audio", "video", "details");

  private final String html;
  private final StringBuilder out;
  private int position;

  /** How far unfinished tags may still be followed: many of them must not cost the square. */
  private int patience;

  private RawHtml(String html) {
    this.html = html;
    this.out = new StringBuilder(html.length() + 16);
    this.patience = 1_000 + 10 * html.length();
  }

  /** A block of HTML, made whole. */
  static String ofBlock(String literal) {
    String whole = new RawHtml(literal).filter();
    for (String element : List.of("audio", "video")) {
      String lower = whole.toLowerCase(Locale.ROOT);
      if (lower.lastIndexOf("<" + element) > lower.lastIndexOf("</" + element)) {
        whole += "</" + element + ">";
      }
    }
    return whole;
  }

  /** Whether readers see tags of this element as they are written; the name in lower case. */
  static boolean showsAsText(String element) {
    return SHOWN_AS_TEXT.contains(element);
  }

  /** One tag within a text. */
  static String ofInline(HtmlInline tag) {
    return isText(tag) ? escaped(tag.getLiteral()) : new RawHtml(tag.getLiteral()).filter();
  }

  /** Whether readers see the tag as it is written. */
  static boolean isText(HtmlInline tag) {
    String name = nameAt(tag.getLiteral(), 1);
    return SHOWN_AS_TEXT.contains(name) || HIDING.contains(name) && !isClosed(tag, name);
  }

  private static boolean isClosed(HtmlInline tag, String name) {
    if (tag.getLiteral().startsWith("</")) {
      return true;
    }
    for (Node node = tag.getNext(); node != null; node = node.getNext()) {
      if (node instanceof HtmlInline other
          && other.getLiteral().startsWith("</")
          && nameAt(other.getLiteral(), 1).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private String filter() {
    while (position < html.length()) {
      int sign = html.indexOf('<', position);
      if (sign < 0) {
        break;
      }
      out.append(html, position, sign);
      position = sign;
      markup();
    }
    return out.append(html, position, html.length()).toString();
  }

  /** Takes what begins with the {@code <} at the position. */
  private void markup() {
    if (html.startsWith("<!--", position)) {
      // As in CommonMark, a comment without an end goes to the end of its block.
      skipTo("-->", html.length());
    } else if (html.startsWith("<?", position)) {
      skipTo("?>", -1);
    } else if (html.startsWith("<![CDATA[", position)) {
      skipTo("]]>", -1);
    } else if (html.startsWith("<!", position)) {
      skipTo(">", -1);
    } else {
      tag();
    }
  }

  private void skipTo(String closer, int otherwise) {
    // Behind "<!", for <!--> and <!---> are whole comments.
    int end = patience > 0 ? html.indexOf(closer, position + 2) : -1;
    if (end < 0) {
      patience -= html.length() - position;
    }
    int after = end < 0 ? otherwise : end + closer.length();
    if (after < 0) {
      text();
    } else {
      position = after;
    }
  }

  private void tag() {
    String name = nameAt(html, position + 1);
    int end = name.isEmpty() || SHOWN_AS_TEXT.contains(name) ? -1 : endOfTag();
    if (end < 0) {
      text();
      return;
    }
    // The policy would take the text inside an object away together with the object.
    if (!name.equals("object")) {
      out.append(html, position, end);
    }
    position = end;
  }

  private void text() {
    out.append("&lt;");
    position++;
  }

  /** Behind the {@code >} that closes the tag at the position; -1 when none does. */
  private int endOfTag() {
    boolean value = false;
    int i = position + 1;
    for (; i < html.length() && patience > 0; i++, patience--) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '<') {
        return -1;
      }
      if (value && (c == '"' || c == '\'')) {
        int close = html.indexOf(c, i + 1);
        if (close < 0) {
          patience -= html.length() - i;
          return -1;
        }
        patience -= close - i;
        i = close;
      }
      value = c == '=' || value && Character.isWhitespace(c);
    }
    return -1;
  }

  /** The name of the tag whose name or slash stands there, in lower case; empty for none. */
  private static String nameAt(String html, int index) {
    int start = html.startsWith("/", index) ? index + 1 : index;
    int end = start;
    while (end < html.length() && isNamePart(html.charAt(end), end > start)) {
      end++;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c, boolean further) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return letter || further && (c >= '0' && c <= '9' || c == '-');
  }

  private static String escaped(String literal) {
    return literal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
