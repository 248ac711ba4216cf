package com.quaily.page.markdown.image;

/** Something from elsewhere that a text shows in place. */
sealed interface Embed {
  /** The address that a plain link leads to, as the writer gave it. */
  String url();

  /**
   * A player or post of another site.
   *
   * @param playerUrl what the frame loads once the reader asks; empty when it can only be linked
   */
  record Provided(Provider provider, String url, String playerUrl, boolean dark) implements Embed {}

  /** An audio file. */
  record Audio(String url, String mimeType) implements Embed {}

  /** A video file. */
  record Video(String url, String mimeType) implements Embed {}

  /**
   * A post or a channel of this site.
   *
   * @param url where the card leads
   * @param coverImageUrl null when there is none
   */
  record Card(
      boolean isPost, String url, String title, String summary, String coverImageUrl, boolean dark)
      implements Embed {}

  /** The sites that are known. */
  enum Provider {
    YOUTUBE("youtube", "YouTube"),
    BILIBILI("bilibili", "Bilibili"),
    X("x", "X"),
    TRADINGVIEW("tradingview", "TradingView"),
    SPOTIFY("spotify", "Spotify"),
    PODBEAN("podbean", "Podbean");

    private final String token;
    private final String title;

    Provider(String token, String title) {
      this.token = token;
      this.title = title;
    }

    /** The provider's part of class names. */
    String token() {
      return token;
    }

    /** The provider's name for readers. */
    String title() {
      return title;
    }
  }
}
