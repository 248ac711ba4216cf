package com.quaily.page.markdown.node;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Divides texts where a bare address ends at a Chinese or Japanese punctuation mark, because what
 * makes links of addresses takes such marks for a part of them.
 */
public final class LinkEnds implements PostProcessor {

  private static final String ENDS = "。、，．）」』】〕〉》！？：；（「『【〔〈《…“”‘’｡､｢｣・　";

  /** Whether no address goes on at this character. */
  public static boolean isEnd(char c) {
    return c >= '\u2018' && ENDS.indexOf(c) >= 0;
  }

  @Override
  public Node process(Node document) {
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (node instanceof Text text) {
        divide(text);
      }
    }
    return document;
  }

  /** Cuts off what follows the first address; the walk then comes to the rest. */
  private static void divide(Text text) {
    String literal = text.getLiteral();
    int address = firstAddress(literal);
    for (int i = address; i >= 0 && i < literal.length(); i++) {
      if (isEnd(literal.charAt(i))) {
        text.setLiteral(literal.substring(0, i));
        text.insertAfter(new Text(literal.substring(i)));
        return;
      }
    }
  }

  private static int firstAddress(String literal) {
    int scheme = literal.indexOf("://");
    int host = literal.indexOf("www.");
    int mail = literal.indexOf('@');
    int first = Integer.MAX_VALUE;
    for (int index : new int[] {scheme, host, mail}) {
      first = index < 0 ? first : Math.min(first, index);
    }
    return first == Integer.MAX_VALUE ? -1 : first;
  }
}
