package com.quaily.media;

import java.awt.image.BufferedImage;

/**
 * A frame of an animation, as in GIF and WebP files.
 *
 * @param image the pixels, in sRGB
 * @param x position on the canvas
 * @param y position on the canvas
 * @param millis how long it is shown
 * @param blends whether it is blended over the canvas, or replaces the area including its
 *     transparency
 * @param after what happens to its area before the next frame
 */
record AnimationFrame(
    BufferedImage image, int x, int y, int millis, boolean blends, Disposal after) {

  /** What happens to a frame's area after it was shown. */
  enum Disposal {
    KEEP,
    CLEAR,
    RESTORE
  }
}
