package com.quaily.model.ai;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image for a model that sees.
 *
 * @param type its media type, such as image/webp
 * @param data its bytes in Base64
 */
public record AiImage(String type, String data) {

  private static final Pattern URI = Pattern.compile("data:(image/[a-z]+);base64,(\\S+)");

  public static AiImage of(String type, byte[] content) {
    return new AiImage(type, Base64.getEncoder().encodeToString(content));
  }

  /**
   * Reads {@link #toUri}.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static AiImage parse(String uri) {
    Matcher matcher = URI.matcher(uri);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the data of an image");
    }
    return new AiImage(matcher.group(1), matcher.group(2));
  }

  /** As a data URI. */
  public String toUri() {
    return "data:" + type + ";base64," + data;
  }
}
