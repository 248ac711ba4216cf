package com.quaily.ai.proxy;

import com.quaily.model.ai.AiMessage;
import java.util.List;

/**
 * Estimates tokens without a model's vocabulary: a Chinese, Japanese or Korean character counts
 * one, four others count one.
 */
public final class TokenEstimate {

  /** What providers count for an image of about 640 pixels. */
  private static final int PER_IMAGE = 1_000;

  private static final int PER_MESSAGE = 4;
  private static final int FIRST_WIDE = 0x1100;
  private static final int PUNCTUATION = 0x2000;
  private static final int AFTER_PUNCTUATION = 0x2070;

  private TokenEstimate() {}

  public static int of(CharSequence text) {
    long wide = text.codePoints().filter(TokenEstimate::isWide).count();
    long others = text.codePoints().count() - wide;
    return Math.toIntExact(wide + (others + 3) / 4);
  }

  /** Of a whole conversation. */
  public static int of(List<AiMessage> messages) {
    return messages.stream()
        .mapToInt(
            message -> PER_MESSAGE + of(message.content()) + PER_IMAGE * message.images().size())
        .sum();
  }

  private static boolean isWide(int character) {
    return character >= FIRST_WIDE && !(character >= PUNCTUATION && character < AFTER_PUNCTUATION);
  }
}
