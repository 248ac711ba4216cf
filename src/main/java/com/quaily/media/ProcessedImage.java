package com.quaily.media;

import java.util.List;

/**
 * An uploaded image as stored: decoded, upright, in sRGB, without metadata, and re-encoded as WebP.
 *
 * @param webp the image, at most 4,096 pixels on its longer side
 * @param width in pixels
 * @param height in pixels
 * @param variants narrower copies by increasing width, for {@code srcset}; none for animations,
 *     because a still copy would stop them
 * @param originalMimeType the type of the upload, detected from its content
 */
public record ProcessedImage(
    byte[] webp, int width, int height, List<Variant> variants, String originalMimeType) {

  public ProcessedImage {
    variants = List.copyOf(variants);
  }

  /**
   * A narrower copy.
   *
   * @param width in pixels
   * @param webp its content
   */
  public record Variant(int width, byte[] webp) {}
}
