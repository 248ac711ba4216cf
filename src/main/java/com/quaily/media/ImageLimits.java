package com.quaily.media;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** Limits on the decoded size of an image, and the exceptions for them. */
final class ImageLimits {

  /** For one image: about 160 MB in memory. */
  static final long MAX_PIXELS = 40_000_000;

  /**
   * For all frames of an animation together; encoding takes up to a third of a second per million.
   */
  static final long MAX_ANIMATION_PIXELS = 40_000_000;

  private ImageLimits() {}

  /**
   * Checks the size in a header before memory is allocated for it.
   *
   * @throws InvalidException ATTACHMENT_TOO_MANY_PIXELS, or ATTACHMENT_BROKEN for an empty size
   */
  static void check(long width, long height) {
    if (width <= 0 || height <= 0) {
      throw broken("its size is " + width + " × " + height);
    }
    // Divides instead of multiplying, because headers can contain any number.
    if (width > MAX_PIXELS / height) {
      throw new InvalidException(
          ErrorCode.ATTACHMENT_TOO_MANY_PIXELS,
          "The image has "
              + width
              + " × "
              + height
              + " pixels; at most 40 megapixels are allowed.");
    }
  }

  static InvalidException broken(String reason) {
    return new InvalidException(
        ErrorCode.ATTACHMENT_BROKEN, "The image cannot be decoded: " + reason + ".");
  }
}
