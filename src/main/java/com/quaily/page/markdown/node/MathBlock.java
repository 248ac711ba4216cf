package com.quaily.page.markdown.node;

import org.commonmark.node.CustomBlock;

/** A formula between two lines of {@code $$}. */
public final class MathBlock extends CustomBlock {
  private String tex = "";
  private boolean closed;

  public String tex() {
    return tex;
  }

  /** Whether the closing line was found; otherwise the block is shown as typed. */
  public boolean isClosed() {
    return closed;
  }

  public void complete(String content, boolean hasClosingFence) {
    this.tex = content;
    this.closed = hasClosingFence;
  }
}
