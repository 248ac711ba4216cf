package com.quaily.ai.proxy;

import com.quaily.model.ai.Usage;
import java.util.Set;

/** What a stream has brought so far; a {@link Dialect} fills it. */
final class Reply {

  private final StringBuilder text = new StringBuilder();
  private int input;
  private int cached;
  private int output;
  private boolean counted;
  private String end = "";

  void append(String part) {
    text.append(part);
  }

  /** Replaces what was counted before; providers count from the beginning. */
  void count(int inputTokens, int cachedTokens, int outputTokens) {
    input = inputTokens;
    cached = cachedTokens;
    output = outputTokens;
    counted = true;
  }

  void countOutput(int outputTokens) {
    output = outputTokens;
  }

  /** The end marker: why the model stopped. */
  void end(String reason) {
    end = reason;
  }

  boolean hasEnded() {
    return !end.isEmpty();
  }

  boolean endedBy(Set<String> reasons) {
    return reasons.contains(end);
  }

  String reason() {
    return end;
  }

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  /**
   * What it cost; an estimate when the provider has not said so.
   *
   * @param estimatedInput of the question
   */
  Usage usage(int estimatedInput) {
    return counted
        ? new Usage(input, cached, output, false)
        : new Usage(estimatedInput, 0, TokenEstimate.of(text), true);
  }
}
