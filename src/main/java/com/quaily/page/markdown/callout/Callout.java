package com.quaily.page.markdown.callout;

import com.quaily.page.markdown.node.CalloutTitle;
import com.quaily.page.markdown.render.RendererTexts;
import org.commonmark.node.CustomBlock;

/** A note, tip or warning. If it has a custom title, its first child is a {@link CalloutTitle}. */
public final class Callout extends CustomBlock {
  private final Kind kind;

  /** The same five kinds as on GitHub. */
  public enum Kind {
    NOTE(RendererTexts.NOTE),
    TIP(RendererTexts.TIP),
    IMPORTANT(RendererTexts.IMPORTANT),
    WARNING(RendererTexts.WARNING),
    CAUTION(RendererTexts.CAUTION);

    private final RendererTexts wording;

    Kind(RendererTexts wording) {
      this.wording = wording;
    }

    public RendererTexts wording() {
      return wording;
    }
  }

  public Callout(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
