package com.quaily.page.markdown;

import java.util.List;

/**
 * An image's size in pixels and the widths that smaller variants of it are stored in. The variant
 * of {@code media/x.webp} that is 640 pixels wide is {@code media/x-640w.webp}.
 */
public record MediaSize(int width, int height, List<Integer> variantWidths) {
  public MediaSize {
    variantWidths = List.copyOf(variantWidths);
  }
}
