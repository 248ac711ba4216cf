package com.quaily.page.markdown;

import com.quaily.page.markdown.node.InlineMath;
import com.quaily.page.markdown.node.MathBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The structure of a source without its prose: the kinds of nodes in their order, levels of
 * headings, code, addresses. Two texts of which one is a translation of the other have the same.
 */
public final class Structure {

  private static final DialectParser PARSER = DialectParser.forRendering();

  private Structure() {}

  /** One line for each block; what is within a line may change places. */
  public static List<String> of(String source) {
    List<String> lines = new ArrayList<>();
    describe(PARSER.parse(source), 0, lines);
    return lines;
  }

  private static void describe(Node block, int depth, List<String> lines) {
    List<String> inlines = new ArrayList<>();
    List<Node> blocks = new ArrayList<>();
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Block) {
        blocks.add(child);
      } else {
        collect(child, inlines);
      }
    }
    Collections.sort(inlines);
    lines.add(" ".repeat(depth) + name(block) + inlines);
    blocks.forEach(child -> describe(child, depth + 1, lines));
  }

  private static void collect(Node inline, List<String> inlines) {
    boolean prose = inline instanceof Text || inline instanceof SoftLineBreak;
    if (!prose) {
      inlines.add(name(inline));
    }
    for (Node child = inline.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, inlines);
    }
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName() + detail(node);
  }

  private static String detail(Node node) {
    if (node instanceof Heading heading) {
      return ":" + heading.getLevel();
    }
    if (node instanceof OrderedList list) {
      return ":" + list.getMarkerStartNumber();
    }
    if (node instanceof FencedCodeBlock code) {
      return ":" + code.getInfo() + ":" + code.getLiteral();
    }
    if (node instanceof IndentedCodeBlock code) {
      return ":" + code.getLiteral();
    }
    if (node instanceof HtmlBlock html) {
      return ":" + html.getLiteral();
    }
    if (node instanceof MathBlock math) {
      return ":" + math.tex();
    }
    if (node instanceof FootnoteDefinition footnote) {
      return ":" + footnote.getLabel();
    }
    return node instanceof HardLineBreak ? "" : inlineDetail(node);
  }

  private static String inlineDetail(Node node) {
    if (node instanceof Code code) {
      return ":" + code.getLiteral();
    }
    if (node instanceof HtmlInline html) {
      return ":" + html.getLiteral();
    }
    if (node instanceof Link link) {
      return ":" + link.getDestination();
    }
    if (node instanceof Image image) {
      return ":" + image.getDestination();
    }
    if (node instanceof FootnoteReference reference) {
      return ":" + reference.getLabel();
    }
    return node instanceof InlineMath math ? ":" + math.tex() : "";
  }
}
