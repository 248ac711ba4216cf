package com.quaily.page.markdown.code;

import org.commonmark.internal.util.Escaping;

/** Collects code as escaped HTML with spans around highlighted parts. */
final class HighlightedCode {
  private final String source;
  private final StringBuilder html;
  private int done;

  HighlightedCode(String source) {
    this.source = source;
    this.html = new StringBuilder(source.length() * 3);
  }

  /**
   * Highlights a part of the source; parts come in order, and the text between them stays plain.
   */
  void span(String name, int start, int end) {
    if (start >= end) {
      return;
    }
    plainUpTo(start);
    html.append("<span class=\"hl-").append(name).append("\">");
    html.append(Escaping.escapeHtml(source.substring(start, end))).append("</span>");
    done = end;
  }

  String finish() {
    plainUpTo(source.length());
    return html.toString();
  }

  private void plainUpTo(int end) {
    html.append(Escaping.escapeHtml(source.substring(done, end)));
    done = end;
  }
}
