package com.quaily.importer.rewrite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An attribute of a tag.
 *
 * @param start where its name starts in the tag
 * @param end the position after its value
 * @param value without quotes
 */
record TagAttribute(String name, int start, int end, String value) {
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?<=[\\s\"'])([A-Za-z_:][\\w:.-]{0,99}+)\\s{0,99}+=\\s{0,99}+"
              + "(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'<>]{1,1999}?)(?=\\s|/?>))");

  /** The first attribute with this name, in lower case. */
  static Optional<TagAttribute> of(String tag, String name) {
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(name)) {
        return Optional.of(
            new TagAttribute(name, matcher.start(), matcher.end(), value(matcher).strip()));
      }
    }
    return Optional.empty();
  }

  private static String value(Matcher matcher) {
    for (int group = 2; group < 4; group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.group(4);
  }

  boolean isNamed(String other) {
    return name.equals(other);
  }

  /** The tag with another name and value in the place of this attribute. */
  String replaced(String tag, String newName, String newValue) {
    return tag.substring(0, start) + newName + "=\"" + newValue + "\"" + tag.substring(end);
  }

  /** The tag without this attribute. */
  String removed(String tag) {
    return tag.substring(0, start).stripTrailing() + tag.substring(end);
  }
}
