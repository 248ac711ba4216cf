package com.quaily.page.markdown;

import org.commonmark.node.CustomBlock;

/**
 * A note, tip or warning. Its first child is a {@link CalloutTitle} when it has a title of its own.
 */
final class Callout extends CustomBlock {
  private final Kind kind;

  /** The five kinds that readers know from GitHub. */
  enum Kind {
    NOTE(Wording.NOTE),
    TIP(Wording.TIP),
    IMPORTANT(Wording.IMPORTANT),
    WARNING(Wording.WARNING),
    CAUTION(Wording.CAUTION);

    private final Wording wording;

    Kind(Wording wording) {
      this.wording = wording;
    }

    Wording wording() {
      return wording;
    }
  }

  Callout(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
