package com.quaily.page.markdown;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/**
 * Parses {@code ~~struck~~} and {@code ~struck~}. A single tilde counts only at a word boundary,
 * because Chinese and Japanese use it between numbers ("3~5天,7~9天").
 */
final class StrikethroughDelimiter implements DelimiterProcessor {
  private static final int LONGEST = 2;

  @Override
  public char getOpeningCharacter() {
    return '~';
  }

  @Override
  public char getClosingCharacter() {
    return '~';
  }

  @Override
  public int getMinLength() {
    return 1;
  }

  @Override
  public int process(DelimiterRun opener, DelimiterRun closer) {
    int length = opener.length();
    if (length != closer.length() || length > LONGEST) {
      return 0;
    }
    if (length == 1 && !(isEdge(opener.getOpener(), true) && isEdge(closer.getCloser(), false))) {
      return 0;
    }
    String delimiter = "~".repeat(length);
    MarkDelimiter.wrap(opener.getOpener(), closer.getCloser(), new Strikethrough(delimiter));
    return length;
  }

  private static boolean isEdge(Text delimiter, boolean before) {
    Node neighbor = before ? delimiter.getPrevious() : delimiter.getNext();
    if (!(neighbor instanceof Text text) || text.getLiteral().isEmpty()) {
      return true;
    }
    String literal = text.getLiteral();
    int c = before ? literal.codePointBefore(literal.length()) : literal.codePointAt(0);
    return !Character.isLetterOrDigit(c);
  }
}
