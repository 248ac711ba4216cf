package com.quaily.model.media;

import java.util.Locale;

/** The parts of a post's cover that clients show where the whole has the wrong shape. */
public enum CoverCrop {

  /** Above an article, and in previews of links: 217:130. */
  OG(217, 130, 6),

  /** In lists: a square. */
  TWITTER(1, 1, 640),

  /** In recommendations: 7:12. */
  THUMB(7, 12, 60);

  private final int width;
  private final int height;
  private final int largest;

  CoverCrop(int width, int height, int largest) {
    this.width = width;
    this.height = height;
    this.largest = largest;
  }

  /** Of the ratio. */
  public int width() {
    return width;
  }

  /** Of the ratio. */
  public int height() {
    return height;
  }

  /** The width in pixels that is not exceeded. */
  public int mostPixels() {
    return width * largest;
  }

  /** The key of the stored crop of an image, for example {@code media/ab12-og.webp}. */
  public String pathname(String hashId) {
    return "media/" + hashId + "-" + wireName() + ".webp";
  }

  /** Its name in fields and addresses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
