package com.quaily.page.markdown;

import org.commonmark.node.CustomNode;

/** A formula among text: {@code $x$}, or set apart from it: {@code $$x$$}. */
final class InlineMath extends CustomNode {
  private final String tex;
  private final boolean display;

  InlineMath(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  String tex() {
    return tex;
  }

  boolean isDisplay() {
    return display;
  }
}
