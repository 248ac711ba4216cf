package com.quaily.page.markdown;

import com.quaily.page.markdown.node.Mark;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Parses {@code ==marked==}: exactly two signs on each side. */
final class MarkDelimiter implements DelimiterProcessor {
  private static final int LENGTH = 2;

  @Override
  public char getOpeningCharacter() {
    return '=';
  }

  @Override
  public char getClosingCharacter() {
    return '=';
  }

  @Override
  public int getMinLength() {
    return LENGTH;
  }

  @Override
  public int process(DelimiterRun opener, DelimiterRun closer) {
    if (opener.length() != LENGTH || closer.length() != LENGTH) {
      return 0;
    }
    wrap(opener.getOpener(), closer.getCloser(), new Mark());
    return LENGTH;
  }

  /** Moves the nodes between two delimiters into a new node that replaces them. */
  static void wrap(Text opener, Text closer, Node wrapper) {
    Node node = opener.getNext();
    while (node != null && node != closer) {
      Node next = node.getNext();
      wrapper.appendChild(node);
      node = next;
    }
    opener.insertAfter(wrapper);
  }
}
