package com.quaily.model.ai;

/**
 * The tokens of a call.
 *
 * @param input all of it, including what was cached
 * @param cached the part of the input that the provider had kept
 * @param estimated whether the provider did not say
 */
public record Usage(int input, int cached, int output, boolean estimated) {

  public static final Usage NONE = new Usage(0, 0, 0, false);

  /** Input and output. */
  public int total() {
    return input + output;
  }
}
