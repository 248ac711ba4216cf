package com.quaily.page.markdown;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/** Rejects trees so deep that recursive rendering could overflow the stack. */
final class DepthCheck implements PostProcessor {
  private static final int DEEPEST = 300;

  @Override
  public Node process(Node document) {
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.getFirstChild() != null) {
        depth++;
        if (depth > DEEPEST) {
          throw tooDeep();
        }
        node = node.getFirstChild();
      } else {
        while (node != null && node.getNext() == null) {
          node = node.getParent();
          depth--;
        }
        node = node == null ? null : node.getNext();
      }
    }
    return document;
  }

  static InvalidException tooDeep() {
    return new InvalidException(
        ErrorCode.TOO_DEEPLY_NESTED,
        "Emphasis, links or images are nested more deeply than any text needs.");
  }
}
