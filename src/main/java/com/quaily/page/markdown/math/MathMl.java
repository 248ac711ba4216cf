package com.quaily.page.markdown.math;

import java.util.List;
import org.commonmark.renderer.html.HtmlWriter;

/** Translates TeX formulas into MathML. It never fails: unknown commands are shown as typed. */
public final class MathMl {
  private MathMl() {}

  /**
   * A formula as a {@code math} element.
   *
   * @param display whether it is a display formula
   * @param annotated whether to include the source as an annotation
   */
  public static String of(String tex, boolean display, boolean annotated) {
    StringBuilder math = new StringBuilder(tex.length() * 12 + 64);
    math.append("<math");
    if (display) {
      math.append(" display=\"block\"");
    }
    math.append(" alttext=\"").append(escaped(tex)).append("\">");
    String row = row(new TexParser(tex, display).formula());
    if (annotated) {
      math.append("<semantics>").append(row);
      math.append("<annotation encoding=\"application/x-tex\">");
      math.append(escaped(tex)).append("</annotation></semantics>");
    } else {
      math.append(row);
    }
    return math.append("</math>").toString();
  }

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  /**
   * @param attributes as written in a tag, escaped
   */
  static String element(String name, String attributes, String content) {
    return "<" + name + " " + attributes + ">" + content + "</" + name + ">";
  }

  static String leaf(String name, String text) {
    return element(name, escaped(text));
  }

  static String leaf(String name, String attributes, String text) {
    return element(name, attributes, escaped(text));
  }

  private static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    new HtmlWriter(html).text(text);
    return html.toString();
  }

  static String row(List<String> parts) {
    return element("mrow", String.join("", parts));
  }

  /** Combines the parts into one element: a single part itself, otherwise a row. */
  static String single(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : row(parts);
  }

  static String space(String width) {
    return "<mspace width=\"" + width + "\"></mspace>";
  }

  /** The output for an unknown command. */
  static String unknown(String source) {
    return element("merror", leaf("mtext", source));
  }
}
