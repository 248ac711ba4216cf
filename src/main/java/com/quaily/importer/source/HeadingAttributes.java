package com.quaily.importer.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes behind a heading, as in {@code ## Words {#id .class}}. */
public final class HeadingAttributes {
  private static final Pattern AT_END =
      Pattern.compile(
          "\\{:?[ \t]{0,9}+((?:[.#][\\w.:-]|[\\w-]{1,99}+=)[^\n{}]{0,499})\\}[ \t]*+(?=\n|$)");
  private static final Pattern ID = Pattern.compile("#([\\p{L}\\p{N}_.:-]{1,200}+)");

  private HeadingAttributes() {}

  /** The words of a heading without its attributes. */
  static String without(String words) {
    int brace = words.lastIndexOf('{');
    return brace >= 0 && at(words, brace).isPresent() ? words.substring(0, brace) : words;
  }

  /** The attributes that start here and end with the line. */
  public static Optional<Attributes> at(String text, int position) {
    Matcher matcher = AT_END.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Matcher id = ID.matcher(matcher.group(1));
    return Optional.of(
        new Attributes(id.find() ? Optional.of(id.group(1)) : Optional.empty(), matcher.end()));
  }

  /**
   * Attributes in a text.
   *
   * @param end the position after them
   */
  public record Attributes(Optional<String> id, int end) {}
}
