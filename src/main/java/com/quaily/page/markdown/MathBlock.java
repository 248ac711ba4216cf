package com.quaily.page.markdown;

import org.commonmark.node.CustomBlock;

/** A formula between two lines of {@code $$}. */
final class MathBlock extends CustomBlock {
  private String tex = "";
  private boolean closed;

  String tex() {
    return tex;
  }

  /** Whether the closing line was found; without it the block is shown as it was typed. */
  boolean isClosed() {
    return closed;
  }

  void complete(String content, boolean hasClosingFence) {
    this.tex = content;
    this.closed = hasClosingFence;
  }
}
