package com.quaily.page.markdown.code;

import org.commonmark.renderer.html.HtmlWriter;

/** Collects code as escaped HTML with spans around highlighted parts. */
final class HighlightedCode {
  private final String source;
  private final StringBuilder html;
  private final HtmlWriter writer;
  private int done;

  HighlightedCode(String source) {
    this.source = source;
    this.html = new StringBuilder(source.length() * 3);
    this.writer = new HtmlWriter(html);
  }

  /**
   * Highlights a part of the source; parts come in order, and the text between them stays plain.
   */
  void span(String name, int start, int end) {
    if (start >= end) {
      return;
    }
    plainUpTo(start);
    writer.raw("<span class=\"hl-" + name + "\">");
    writer.text(source.substring(start, end));
    writer.raw("</span>");
    done = end;
  }

  String finish() {
    plainUpTo(source.length());
    return html.toString();
  }

  private void plainUpTo(int end) {
    writer.text(source.substring(done, end));
    done = end;
  }
}
