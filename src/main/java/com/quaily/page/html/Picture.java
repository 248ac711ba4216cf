package com.quaily.page.html;

import com.quaily.page.markdown.render.MediaLookup;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cover image of a post for templates.
 *
 * @param src its URL; empty = no image
 * @param width in pixels, from the URL; 0 = unknown
 * @param height in pixels, from the URL; 0 = unknown
 * @param sources its variants as the value of {@code srcset}; empty when there are none
 */
record Picture(String src, int width, int height, String sources) {

  private static final Pattern WIDTH = Pattern.compile("[?&]w=(\\d{1,5})(?:&|#|$)");
  private static final Pattern HEIGHT = Pattern.compile("[?&]h=(\\d{1,5})(?:&|#|$)");

  /**
   * @param url the URL as written; {@code ?w=1200&h=630} gives its size
   * @param src the URL as used on the page; empty when invalid
   */
  static Picture of(String url, String src, MediaLookup media) {
    String sources = media.find(url).map(size -> size.sources(src)).orElse("");
    Matcher width = WIDTH.matcher(src);
    Matcher height = HEIGHT.matcher(src);
    return width.find() && height.find()
        ? new Picture(
            src, Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1)), sources)
        : new Picture(src, 0, 0, sources);
  }

  /** The values under the names that the templates use. */
  void put(Map<String, Object> values) {
    values.put("cover", src);
    values.put("coverWidth", width);
    values.put("coverHeight", height);
    values.put("coverSources", sources);
  }
}
