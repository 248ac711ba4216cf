package com.quaily.page.markdown.render;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An image's size in pixels and the widths of its smaller variants. The variant of {@code
 * media/x.webp} that is 640 pixels wide is {@code media/x-640w.webp}.
 */
public record MediaSize(int width, int height, List<Integer> variantWidths) {

  private static final String WEBP = ".webp";

  public MediaSize {
    variantWidths = List.copyOf(variantWidths);
  }

  /** Whether width and height are known. */
  public boolean isKnown() {
    return width > 0 && height > 0;
  }

  /**
   * The value of {@code srcset}: the smaller variants and the image itself.
   *
   * @param source the image's URL on the page
   * @return empty when there are no variants
   */
  public String sources(String source) {
    if (!source.endsWith(WEBP)) {
      return "";
    }
    String stem = source.substring(0, source.length() - WEBP.length());
    String variants =
        variantWidths.stream()
            .filter(variant -> variant < width)
            .map(variant -> stem + "-" + variant + "w" + WEBP + " " + variant + "w")
            .collect(Collectors.joining(", "));
    return variants.isEmpty() ? "" : variants + ", " + source + " " + width + "w";
  }
}
