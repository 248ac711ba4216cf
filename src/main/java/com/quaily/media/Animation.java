package com.quaily.media;

import java.util.stream.Stream;

/**
 * An animation that is decoded frame by frame.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param plays number of repetitions; 0 = endless
 * @param frames decoded when they are read, once
 */
record Animation(int width, int height, int plays, Stream<AnimationFrame> frames) {

  /** Whether that many frames of this size are within the encoding limit. */
  static boolean isBearable(int frames, int width, int height, int longestSide) {
    return frames > 1
        && Math.max(width, height) <= longestSide
        && (long) width * height <= ImageLimits.MAX_ANIMATION_PIXELS / frames;
  }
}
