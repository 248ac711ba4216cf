package com.quaily.media;

import java.awt.image.BufferedImage;

/**
 * One step of a moving picture, as GIF and WebP files hold it.
 *
 * @param image what is drawn, in sRGB
 * @param x where on the canvas
 * @param y where on the canvas
 * @param millis how long it is seen
 * @param blends whether it is drawn over what was there, or replaces it with its transparency
 * @param after what becomes of its area before the next frame
 */
record AnimationFrame(
    BufferedImage image, int x, int y, int millis, boolean blends, Disposal after) {

  /** What happens to a frame's area when its time is over. */
  enum Disposal {
    KEEP,
    CLEAR,
    RESTORE
  }
}
