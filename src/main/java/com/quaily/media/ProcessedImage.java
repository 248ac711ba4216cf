package com.quaily.media;

import java.util.List;

/**
 * An uploaded picture as it is stored: decoded, turned upright, in sRGB, without any metadata, and
 * encoded anew as WebP.
 *
 * @param webp the picture itself, at most 4,096 pixels on its longer side
 * @param width its width in pixels
 * @param height its height in pixels
 * @param variants narrower copies by rising width, for {@code srcset}; none of moving pictures,
 *     because a still copy would stop them
 * @param originalMimeType what was uploaded, by its content
 */
public record ProcessedImage(
    byte[] webp, int width, int height, List<Variant> variants, String originalMimeType) {

  public ProcessedImage {
    variants = List.copyOf(variants);
  }

  /**
   * A narrower copy.
   *
   * @param width its width in pixels
   * @param webp its content
   */
  public record Variant(int width, byte[] webp) {}
}
