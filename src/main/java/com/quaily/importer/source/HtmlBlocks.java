package com.quaily.importer.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds blocks of HTML by the rules of CommonMark (4.6), in which Markdown means nothing. Comments
 * and elements with code in them can start anywhere in a line and are found there.
 */
final class HtmlBlocks {
  private static final Pattern BLOCK_ELEMENT =
      Pattern.compile(
          "</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup"
              + "|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame"
              + "|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav"
              + "|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot"
              + "|th|thead|title|tr|track|ul)(?:[ \t]|/?>|\n|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LONE_TAG =
      Pattern.compile(
          "</?(?!(?:pre|code|script|style|textarea)\\b)[A-Za-z][A-Za-z0-9-]{0,99}+"
              + "(?:[ \t][^<>\n]{0,3999}+)?>[ \t]{0,999}+(?:\n|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t>]{0,999}+(?:\n|$)");

  private final String text;

  HtmlBlocks(String text) {
    this.text = text;
  }

  /**
   * The end of the block of HTML that starts here.
   *
   * @param start the first character of a line behind its indentation and list markers
   * @param afterBlank whether a paragraph could not go on here
   */
  Optional<Integer> endOf(int start, boolean afterBlank) {
    int first = start;
    while (first < text.length() && (text.charAt(first) == '>' || text.charAt(first) == ' ')) {
      first++;
    }
    if (first == text.length() || text.charAt(first) != '<') {
      return Optional.empty();
    }
    boolean found =
        BLOCK_ELEMENT.matcher(text).region(first, text.length()).lookingAt()
            || (afterBlank && LONE_TAG.matcher(text).region(first, text.length()).lookingAt());
    if (!found) {
      return Optional.empty();
    }
    var blank = BLANK_LINE.matcher(text);
    return Optional.of(blank.find(first) ? blank.start() : text.length());
  }
}
