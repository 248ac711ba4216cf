package com.quaily.media;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** How large a picture may be when decoded, whatever few bytes it comes in, and its refusals. */
final class ImageLimits {

  /** Of one picture: about 160 MB in memory. */
  static final long MAX_PIXELS = 40_000_000;

  /**
   * Of all frames of a moving picture together; encoding takes up to a third of a second a million.
   */
  static final long MAX_ANIMATION_PIXELS = 40_000_000;

  private ImageLimits() {}

  /**
   * To be asked with what a header claims, before anything is allocated for it.
   *
   * @throws InvalidException ATTACHMENT_TOO_MANY_PIXELS, or ATTACHMENT_BROKEN for nothing at all
   */
  static void check(long width, long height) {
    if (width <= 0 || height <= 0) {
      throw broken("its size is " + width + " × " + height);
    }
    // Divided rather than multiplied: headers may claim anything.
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
