package com.quaily.page.markdown;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.quaily.page.markdown.node.CalloutTitle;
import com.quaily.page.markdown.node.InlineMath;
import com.quaily.page.markdown.node.MathBlock;
import com.quaily.page.markdown.node.NodeWalk;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Extracts the beginning of a text as a summary. */
final class Excerpt {
  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  static String of(Node document, int maxLength) {
    // Enough text to find a boundary, so that a long text is not collected whole.
    int enough = maxLength + 200;
    StringBuilder words = new StringBuilder();
    Node node = document;
    while (node != null && words.length() < enough) {
      boolean skipped = isSkipped(node);
      if (!skipped) {
        append(words, node);
      }
      node = skipped ? NodeWalk.nextAfter(node, document) : NodeWalk.next(node, document);
    }
    words.setLength(Math.min(words.length(), enough));
    return cut(words.toString().replaceAll("\\s+", " ").strip(), maxLength);
  }

  private static boolean isSkipped(Node node) {
    return node instanceof Heading
        || node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock
        || node instanceof HtmlBlock
        || node instanceof MathBlock
        || node instanceof TableBlock
        || node instanceof FootnoteDefinition
        || node instanceof FootnoteReference
        || node instanceof Image
        || node instanceof CalloutTitle;
  }

  private static void append(StringBuilder words, Node node) {
    if (node instanceof Text text) {
      words.append(text.getLiteral());
    } else if (node instanceof Code code) {
      words.append(code.getLiteral());
    } else if (node instanceof HtmlInline tag && RawHtml.isText(tag)) {
      words.append(tag.getLiteral());
    } else if (node instanceof InlineMath math) {
      words.append(math.tex());
    } else if (node instanceof Block
        || node instanceof SoftLineBreak
        || node instanceof HardLineBreak) {
      words.append(' ');
    }
  }

  private static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int sentence = boundary(BreakIterator.getSentenceInstance(ULocale.ROOT), text, maxLength);
    if (sentence * 2 >= maxLength) {
      return text.substring(0, sentence).strip();
    }
    int room = maxLength - ELLIPSIS.length();
    int word = boundary(BreakIterator.getLineInstance(ULocale.ROOT), text, room);
    if (word == 0) {
      word = boundary(BreakIterator.getCharacterInstance(ULocale.ROOT), text, room);
    }
    return text.substring(0, word).strip() + ELLIPSIS;
  }

  /** The last boundary up to {@code end}; 0 if there is none. */
  private static int boundary(BreakIterator iterator, String text, int end) {
    iterator.setText(text);
    return Math.max(0, iterator.preceding(end + 1));
  }
}
