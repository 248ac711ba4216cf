package com.quaily.importer.rewrite;

import com.quaily.importer.source.HeadingAttributes;
import com.quaily.importer.source.HeadingAttributes.Attributes;
import com.quaily.importer.source.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the ids that writers give to headings, as in {@code ## Words {#id}}: with us an element
 * before the words has it.
 */
final class HeadingIds {
  private static final Pattern HEADING =
      Pattern.compile("([ \t>]{0,99}+#{1,6}[ \t]{1,99}+)([^\n]*)");
  private static final Pattern UNDERLINE =
      Pattern.compile("\n[ \t>]{0,99}+(?:=+|-+)[ \t]{0,99}+(?:\n|$)");

  private final String source;
  private final RewrittenText output;

  HeadingIds(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
  }

  /**
   * Takes the attributes that start here if they end a heading; returns the position after them, or
   * the same position.
   */
  int at(int position, int limit) {
    Optional<Attributes> attributes =
        HeadingAttributes.at(source, position).filter(found -> found.end() <= limit);
    if (attributes.isEmpty()) {
      return position;
    }
    int end = attributes.get().end();
    int line = output.text().lastIndexOf("\n") + 1;
    boolean underlined =
        UNDERLINE.matcher(source).region(end, source.length()).lookingAt()
            && !output.text().substring(line).isBlank();
    if (!underlined && !isHeading(line)) {
      return position;
    }
    give(attributes.get(), line);
    return end;
  }

  /** Gives the id of a list of attributes below a heading to it; false if there is none. */
  boolean below(String list) {
    int end = output.text().length() - 1;
    int line = end < 0 ? 0 : output.text().lastIndexOf("\n", end - 1) + 1;
    Optional<Attributes> attributes = HeadingAttributes.at(list, 0);
    if (attributes.flatMap(Attributes::id).isEmpty() || !isHeading(line)) {
      return false;
    }
    give(attributes.get(), line);
    return true;
  }

  private boolean isHeading(int line) {
    return HEADING.matcher(output.text()).region(line, output.text().length()).lookingAt();
  }

  private void give(Attributes attributes, int line) {
    StringBuilder text = output.text();
    while (text.length() > line && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    if (attributes.id().isEmpty()) {
      return;
    }
    String id = output.anchor(attributes.id().get());
    Matcher heading = HEADING.matcher(text).region(line, text.length());
    boolean marked = heading.lookingAt();
    String words = marked ? heading.group(2) : text.substring(line);
    if (!output.anchor(PlainText.of(words)).equals(id)) {
      text.insert(marked ? heading.start(2) : line, "<a id=\"" + id + "\"></a>");
    }
  }
}
