package com.quaily.page.markdown.image;

/** External or internal content that a text embeds. */
sealed interface Embed {
  /** The URL of the plain link, as the author wrote it. */
  String url();

  /**
   * A player or post of another site.
   *
   * @param playerUrl loaded in a frame on request; empty when only a link is possible
   */
  record Provided(Provider provider, String url, String playerUrl, boolean dark) implements Embed {}

  /** An audio file. */
  record Audio(String url, String mimeType) implements Embed {}

  /** A video file. */
  record Video(String url, String mimeType) implements Embed {}

  /**
   * A post or a channel of this site.
   *
   * @param url the card's link
   * @param coverImageUrl null when there is none
   */
  record Card(
      boolean isPost, String url, String title, String summary, String coverImageUrl, boolean dark)
      implements Embed {}

  /** The known sites. */
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

    /** The provider in class names. */
    String token() {
      return token;
    }

    /** The provider's display name. */
    String title() {
      return title;
    }
  }
}
