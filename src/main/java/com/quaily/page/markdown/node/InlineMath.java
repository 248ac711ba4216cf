package com.quaily.page.markdown.node;

import org.commonmark.node.CustomNode;

/** A formula within text: {@code $x$}, or displayed: {@code $$x$$}. */
public final class InlineMath extends CustomNode {
  private final String tex;
  private final boolean display;

  public InlineMath(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  public String tex() {
    return tex;
  }

  public boolean isDisplay() {
    return display;
  }
}
