package com.quaily.ai.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in prompts. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]{1,40})\\}\\}");

  /** Put into tags within texts, so that they are none. */
  private static final String INVISIBLE = "\u200b";

  /** The tags that enclose texts of users in prompts. */
  private static final Pattern TAG = Pattern.compile("<(/?)(data|text|title)(?=[\\s>])");

  private Placeholders() {}

  /**
   * Replaces the placeholders. A value cannot leave the tags that enclose it.
   *
   * @throws IllegalArgumentException when a value is missing
   */
  static String fill(String template, Map<String, String> values) {
    Matcher places = PLACEHOLDER.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (places.find()) {
      String value = values.get(places.group(1));
      if (value == null) {
        throw new IllegalArgumentException("the prompt needs " + places.group(1));
      }
      String harmless =
          TAG.matcher(value).replaceAll(tag -> "<" + tag.group(1) + INVISIBLE + tag.group(2));
      places.appendReplacement(filled, Matcher.quoteReplacement(harmless));
    }
    return places.appendTail(filled).toString();
  }
}
