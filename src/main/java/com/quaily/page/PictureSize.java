package com.quaily.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a picture as its address tells it.
 *
 * @param width in pixels; 0 = not known
 * @param height in pixels; 0 = not known
 */
record PictureSize(int width, int height) {

  private static final PictureSize UNKNOWN = new PictureSize(0, 0);
  private static final Pattern WIDTH = Pattern.compile("[?&]w=(\\d{1,5})(?:&|#|$)");
  private static final Pattern HEIGHT = Pattern.compile("[?&]h=(\\d{1,5})(?:&|#|$)");

  /** Reads {@code ?w=1200&h=630}; both or none. */
  static PictureSize of(String url) {
    if (url.indexOf('?') < 0) {
      return UNKNOWN;
    }
    Matcher width = WIDTH.matcher(url);
    Matcher height = HEIGHT.matcher(url);
    return width.find() && height.find()
        ? new PictureSize(Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1)))
        : UNKNOWN;
  }
}
