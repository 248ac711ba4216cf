package com.quaily.page.markdown.node;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** Blocks between {@code ::: name} and {@code :::}. */
public final class FencedDiv extends CustomBlock {
  private final int fenceLength;
  private final List<String> classes;

  /** The open div inside this one while parsing; null when there is none. */
  private FencedDiv openInner;

  public FencedDiv(int fenceLength, List<String> classes) {
    this.fenceLength = fenceLength;
    this.classes = List.copyOf(classes);
  }

  /** The classes as written: lower-case letters, digits and hyphens. */
  public List<String> classes() {
    return classes;
  }

  public void open(FencedDiv inner) {
    this.openInner = inner;
  }

  public void closeInner() {
    this.openInner = null;
  }

  /**
   * Whether a closing fence with that many colons ends this div. It ends the innermost open div
   * whose own fence has that length, or the innermost div if none has.
   */
  public boolean endsAt(int colons) {
    boolean someInnerFits = false;
    for (FencedDiv inner = openInner; inner != null; inner = inner.openInner) {
      someInnerFits |= inner.fenceLength == colons;
    }
    return !someInnerFits && (fenceLength == colons || openInner == null);
  }
}
