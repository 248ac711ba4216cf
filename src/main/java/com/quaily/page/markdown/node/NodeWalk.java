package com.quaily.page.markdown.node;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Traverses a tree of nodes without recursion. */
public final class NodeWalk {
  private NodeWalk() {}

  /** The node after {@code node} in reading order within {@code root}; null at the end. */
  public static Node next(Node node, Node root) {
    return node.getFirstChild() != null ? node.getFirstChild() : nextAfter(node, root);
  }

  /** The next node after {@code node} and its descendants; null at the end. */
  public static Node nextAfter(Node node, Node root) {
    Node current = node;
    while (current != null && current != root) {
      if (current.getNext() != null) {
        return current.getNext();
      }
      current = current.getParent();
    }
    return null;
  }

  /** The text of a node without markup; line breaks become spaces. */
  public static String text(Node root) {
    StringBuilder words = new StringBuilder();
    for (Node node = root; node != null; node = next(node, root)) {
      words.append(ownText(node));
    }
    return words.toString();
  }

  /** The text of a node without that of its children; empty for most. */
  public static String ownText(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    if (node instanceof Code code) {
      return code.getLiteral();
    }
    if (node instanceof InlineMath math) {
      return math.tex();
    }
    return node instanceof SoftLineBreak || node instanceof HardLineBreak ? " " : "";
  }
}
